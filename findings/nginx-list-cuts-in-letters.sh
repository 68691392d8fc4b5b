#!/usr/bin/env bash
# Tool:    nginx 1.22.1 (Debian nginx 1.22.1-9+deb12u11), its list of a folder (autoindex)
# Guess:   The list of a folder shows 50 letters of a name, Thai or not, and ends the longer with "..>".
# Seen:    It counts bytes, so it shows 15 Thai letters AND A PART OF THE SIXTEENTH: the page is no UTF-8, and documents whose names begin alike, as those of an office do ("รายงานผลการดำเน…"), are the same line. Only where
#          `charset utf-8;` is set, which is for the header of pages, does it count letters. Links lead to the right files in both.
# Output:  รายงานผลการดำเนินการ.txt (24 letters) -> รายงานผลการดำเน and two stray bytes        with charset utf-8: whole        report-of-the-year-2566.txt: whole in both
# What follows for us: a folder of documents is not to be linked as evidence in place of a page that names them: each file of ours stands in a list with its title. Where a host must show a folder, its
#          configuration for nginx has `charset utf-8;` (with `charset_types` for CSV and JSON as they are served).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
. "$here/lib/server.sh"
tmp=$(mktemp -d)
trap 'stop_all "$tmp"' EXIT
debian_unpack "$tmp/deb" nginx=1.22.1-9+deb12u11
mkdir -p "$tmp/files"
touch "$tmp/files/รายงานผลการดำเนินการ.txt" "$tmp/files/report-of-the-year-2566.txt"
bytes=$(free_port)
letters=$(free_port)
{
  echo "daemon off; pid $tmp/pid; error_log $tmp/errors; events {} http { access_log off; root $tmp/files; autoindex on;"
  for kind in client_body proxy fastcgi uwsgi scgi; do echo "${kind}_temp_path $tmp/$kind;"; done
  echo "server { listen 127.0.0.1:$bytes; } server { listen 127.0.0.1:$letters; charset utf-8; } }"
} > "$tmp/nginx.conf"
chmod 755 "$tmp"
LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$tmp/deb/unpacked/usr/sbin/nginx" -c "$tmp/nginx.conf" -p "$tmp" > "$tmp/log" 2>&1 &
listening "$bytes"
cat > "$tmp/names.py" <<'PY'
import re, sys, urllib.request
for port in sys.argv[1:]:
    page = urllib.request.urlopen(f"http://127.0.0.1:{port}/").read()
    shown = [name.decode("utf-8", "replace") for name in re.findall(rb'<a href="[^"]*">([^<]*)</a>', page)][1:]
    links = [link.decode() for link in re.findall(rb'<a href="([^"]*)"', page)][1:]
    there = all(urllib.request.urlopen(f"http://127.0.0.1:{port}/{link}").status == 200 for link in links)
    print(sorted(shown), there, end="; ")
PY
seen=$(python3 "$tmp/names.py" "$bytes" "$letters" 2> "$tmp/log2") || { cat "$tmp/log" "$tmp/log2" "$tmp/errors" >&2; exit 1; }
want="['report-of-the-year-2566.txt', 'รายงานผลการดำเน�..&gt;'] True; ['report-of-the-year-2566.txt', 'รายงานผลการดำเนินการ.txt'] True; "
[ "$seen" = "$want" ] || { cat "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: nginx cuts a Thai name in its list within the sixteenth letter"
