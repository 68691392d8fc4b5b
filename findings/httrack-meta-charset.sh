#!/usr/bin/env bash
# Tool:    HTTrack 3.49.4 (Debian 3.49.4-1) against Python's http.server
# Guess:   A page that names its coding by <meta charset="utf-8"> is read in it, as by the longer form of HTML 4 (http-equiv), by a program that keeps
#          whole sites for the archive.
# Seen:    Only the longer form counts, or the header of the server. With the short one, each byte of a link in Thai letters is a letter of its own: the folder ข่าว
#          becomes "à¸‚à¹ˆà¸²à¸§" on disk and in the links. Links with percent signs, to the same folder on the same page, come out right: it is kept twice.
# Output:  <meta charset="utf-8">: à¸…, ข่าว        <meta http-equiv="Content-Type" …>: ข่าว
# What follows for us: pages of ours name their coding by the short form, and hosts that name none (python3 -m http.server, busybox) are in the host table: paths in
#          links have to stay percent-encoded, as they are; what an officer writes as raw HTML or in a theme of one's own is kept under a wrong name.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
. "$here/lib/server.sh"
tmp=$(mktemp -d)
trap 'stop_all "$tmp"' EXIT
debian_unpack "$tmp/deb" httrack=3.49.4-1
for form in 'charset="utf-8"' 'http-equiv="Content-Type" content="text/html; charset=utf-8"'; do
  site="$tmp/site/${form%%[=-]*}"
  mkdir -p "$site/ข่าว"
  echo "<!doctype html><html><head><meta $form><title>t</title></head><body><a href=\"ข่าว/\">x</a> <a href=\"%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/\">y</a></body></html>" > "$site/index.html"
  echo "<!doctype html><html><head><meta $form><title>news</title></head></html>" > "$site/ข่าว/index.html"
done
port=$(free_port)
python3 -m http.server --bind 127.0.0.1 --directory "$tmp/site" "$port" > "$tmp/log" 2>&1 &
listening "$port"
for form in charset http; do
  LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") timeout 60 "$tmp/deb/unpacked/usr/bin/httrack" -q --robots=0 "http://127.0.0.1:$port/$form/" -O "$tmp/kept-$form" > "$tmp/said" 2>&1
done
seen=$(python3 - "$tmp" "$port" <<'PY'
import os, sys
tmp, port = sys.argv[1:]
wrong = "ข่าว".encode().decode("latin-1")
for form in ("charset", "http"):
    page = os.path.join(os.fsencode(tmp), b"kept-" + form.encode(), b"127.0.0.1_" + port.encode(), form.encode())
    names = sorted(n.decode() for n in os.listdir(page) if os.path.isdir(os.path.join(page, n)))
    print(form, *("wrong" if n == wrong else n for n in names), end="; ")
PY
)
[ "$seen" = "charset wrong ข่าว; http ข่าว; " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: HTTrack takes no notice of <meta charset>, and names a Thai folder wrong"
