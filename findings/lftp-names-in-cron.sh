#!/usr/bin/env bash
# Tool:    lftp 4.9.2 (Debian 4.9.2-2+b1) against pyftpdlib 2.2.0
# Guess:   `mirror --reverse` sends the bytes of a file name as they are on disk, whatever the locale of the shell; a client that could not write a name
#          would say so.
# Seen:    In the locale C, which is what cron and most systemd units have, each byte of a Thai letter arrives as a QUESTION MARK: the server gets files and
#          folders named "?????????", lftp says nothing and ends with 0. Names of the same length are one file then: of two months the last one stays.
# Output:  LC_ALL=C: ??????????????????.html (one file, of two)        LC_ALL=C.UTF-8: มกราคม.html เมษายน.html
# What follows for us: the line for lftp in the manual's page `hosts` needs `LC_ALL=C.UTF-8` (or `set file:charset utf-8`) as soon as it runs from cron; `prongsai verify` of the
#          copy does name the missing addresses, so the advice to run it after each transfer catches this one.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
. "$here/lib/server.sh"
tmp=$(mktemp -d)
trap 'stop_all "$tmp"' EXIT
debian_unpack "$tmp/deb" lftp=4.9.2-2+b1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pyftpdlib==2.2.0
mkdir -p "$tmp/site" "$tmp/host/C" "$tmp/host/C.UTF-8" "$tmp/home"
echo "January" > "$tmp/site/มกราคม.html"
echo "April" > "$tmp/site/เมษายน.html"
port=$(free_port)
"$tmp/py/bin/python" -m pyftpdlib --interface 127.0.0.1 --port "$port" --write --directory "$tmp/host" > "$tmp/log" 2>&1 &
listening "$port"
seen=""
for locale in C C.UTF-8; do
  status=0
  HOME="$tmp/home" LC_ALL=$locale LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") timeout 60 "$tmp/deb/unpacked/usr/bin/lftp" -c \
    "open ftp://127.0.0.1:$port; mirror --reverse $tmp/site $locale" > "$tmp/said" 2>&1 || status=$?
  seen+="$locale: $(cd "$tmp/host/$locale" && printf '%s\n' * | LC_ALL=C sort | paste -sd' ') said $(wc -c < "$tmp/said") ended $status; "
done
[ "$seen" = "C: ??????????????????.html said 0 ended 0; C.UTF-8: มกราคม.html เมษายน.html said 0 ended 0; " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: without a UTF-8 locale lftp uploads Thai names as question marks, two files as one, and ends with 0"
