#!/usr/bin/env bash
# Tool:    ELinks 0.13.2 (Debian 0.13.2-1), with "UTF-8, Combining characters" among its features; w3m 0.5.3+git20230121 (Debian) beside it
# Guess:   A browser for terminals that knows combining characters shows a Thai page well or badly by the terminal; -dump writes the text as it is, in UTF-8.
# Seen:    Each letter that carries a mark is written as SIX OTHER BYTES, which are no UTF-8: the first of the page is FD BF BF BD A3 AC, each further one counted up. The
#          program's own number of the combination is put out in place of its letters. What is left of "ข้าว ข่าว" is าว, twice. Letters without marks are right; é is too, if it is one character.
#          w3m writes all of it.
# Output:  ที่ ขาว -> FD BF BF BD A3 AC, space, ขาว        as UTF-8: not valid
# What follows for us: a text made so from our pages (mail of changes, an archive's index) is broken in most of its words: for a plain text of a page the manual should name w3m, or the
#          page's index.json.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" elinks=0.13.2-1+b4 w3m
export LD_LIBRARY_PATH HOME="$tmp" LC_ALL=C.UTF-8
LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb")
bin="$tmp/deb/unpacked/usr/bin"
echo '<!doctype html><meta charset="utf-8"><title>t</title><p>ที่ ข้าว ข่าว ขาว é ปี' > "$tmp/page.html"
"$bin/elinks" -dump -dump-charset utf-8 "$tmp/page.html" > "$tmp/elinks.txt"
"$bin/w3m" -dump "$tmp/page.html" > "$tmp/w3m.txt"
cat > "$tmp/compare.py" <<'PY'
import sys
broken, right = (open(f"{sys.argv[1]}/{name}.txt", "rb").read().strip() for name in ("elinks", "w3m"))
words = broken.split(b" ")
try:
    broken.decode()
    sys.exit("changed: what ELinks writes is UTF-8")
except UnicodeDecodeError:
    pass
print(right.decode(), sum(word.startswith(b"\xfd\xbf\xbf\xbd") for word in words), b" ".join(words[3:5]).decode(), words[1].removeprefix(words[1][:6]).decode(), sep="; ")
PY
seen=$(python3 "$tmp/compare.py" "$tmp")
[ "$seen" = "ที่ ข้าว ข่าว ขาว é ปี; 4; ขาว é; าว" ] || { echo "changed: $seen" >&2; od -c "$tmp/elinks.txt" >&2; exit 1; }
echo "still holds: ELinks writes each Thai letter with a mark as bytes that are no UTF-8"
