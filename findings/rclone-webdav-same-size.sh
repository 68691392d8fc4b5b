#!/usr/bin/env bash
# Tool:    rclone 1.60.1 (Debian 1.60.1+dfsg-2+b5) against wsgidav 4.4.0 (PyPI, with cheroot 11.1.2)
# Guess:   Every WebDAV server says when a file was written (getlastmodified), so `rclone sync` sends a page whose local copy is younger than that, even if one
#          digit of a year was corrected and the size is the same.
# Seen:    It compares sizes alone, without a word of warning: a corrected year, sum or telephone number never arrives. "Checks 2 / 2, 100 %", ends with 0, at every
#          run after it too. With --update the younger page is sent.
# Output:  sync: the host keeps 2565, ended 0        sync --update: 2566
# What follows for us: the table of copies in the manual's page `hosts` has the line, with --ignore-times, which sends everything; --update sends the changed file alone, and
#          could stand beside it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
. "$here/lib/server.sh"
tmp=$(mktemp -d)
trap 'stop_all "$tmp"' EXIT
debian_unpack "$tmp/deb" rclone=1.60.1+dfsg-2+b5
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq wsgidav==4.4.0 cheroot==11.1.2
mkdir -p "$tmp/site" "$tmp/host" "$tmp/home"
echo "2565" > "$tmp/site/o1.html"
echo "{}" > "$tmp/site/manifest.json"
port=$(free_port)
"$tmp/py/bin/wsgidav" --host=127.0.0.1 --port="$port" --root="$tmp/host" --auth=anonymous --server=cheroot > "$tmp/log" 2>&1 &
listening "$port"
carry() {
  local status=0
  HOME="$tmp/home" timeout 60 "$tmp/deb/unpacked/usr/bin/rclone" --config "$tmp/none" sync "$@" "$tmp/site" ":webdav,url=\"http://127.0.0.1:$port\":" > "$tmp/said" 2>&1 || status=$?
  echo "$(cat "$tmp/host/o1.html") ended $status"
}
seen="$(carry); "
sleep 2
echo "2566" > "$tmp/site/o1.html"
seen+="$(carry); $(carry --update)"
[ "$seen" = "2565 ended 0; 2565 ended 0; 2566 ended 0" ] || { echo "changed: $seen" >&2; cat "$tmp/said" >&2; exit 1; }
echo "still holds: rclone leaves a page of the same size behind on WebDAV, and ends with 0"
