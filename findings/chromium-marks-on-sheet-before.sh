#!/usr/bin/env bash
# Tool:    Chromium 156.0.8078.114 (Debian chromium-headless-shell 156.0.8078.114-1~deb12u1) prints; font Sarabun (npm @fontsource/sarabun 5.3.0); read by PyMuPDF 2.0
# Guess:   A line that does not fit on a sheet goes to the next one whole, with the marks above its letters: a print of 80 lines has each word once.
# Seen:    The tone marks and vowels above the FIRST line of a sheet are printed at the foot of the sheet BEFORE it, in the margin, as crumbs without letters, also with a
#          generous line height (1.5): they reach above the box of the line, and Chromium paints what reaches out on both sheets. The text layer has the word twice too:
#          whole on the sheet before, where only its marks are seen, and again on its own sheet.
# Output:  80 lines, a number and the word ที่ชี้ in each: sheet 1 has the numbers 1-40 and the word 41 times, sheet 2 the numbers 41-80 and the word 40 times
# What follows for us: crumbs at the foot of a printed memo look like a damaged copy. The style sheet for paper gives each line that may begin a sheet room above
#          (padding, not line height); tests/browser/paper.cjs looks for words of no width on every sheet.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" chromium-headless-shell=156.0.8078.114-1~deb12u1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pymupdf==2.0
npm install --silent --no-audit --no-fund --prefix "$tmp" @fontsource/sarabun@5.3.0 >&2
{
  echo "<!DOCTYPE html><html lang=th><meta charset=utf-8><title>แผน</title><style>"
  echo "@font-face { font-family: thai; src: url(file://$tmp/node_modules/@fontsource/sarabun/files/sarabun-thai-400-normal.woff2) }"
  echo "@page { size: A4; margin: 20mm } body { margin: 0; font: 16px/1.5 thai, monospace } p { margin: 0 }</style>"
  for line in $(seq 80); do echo "<p>$line ที่ชี้</p>"; done
} > "$tmp/page.html"
mkdir "$tmp/home"
HOME="$tmp/home" FONTCONFIG_PATH="$tmp/deb/unpacked/etc/fonts" LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") timeout 120 \
  "$tmp/deb/unpacked/usr/lib/chromium/chromium-headless-shell" --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$tmp/page.pdf" "file://$tmp/page.html" > "$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
cat > "$tmp/read.py" <<'PY'
import sys, pymupdf
for sheet in pymupdf.open(sys.argv[1]):
    words = [word[4] for word in sheet.get_text("words")]
    numbers = [int(word) for word in words if word.isdigit()]
    print(numbers[0], numbers[-1], "".join(words).count("ที่ชี้"))
PY
seen=$("$tmp/py/bin/python" "$tmp/read.py" "$tmp/page.pdf")
[ "$seen" = $'1 40 41\n41 80 40' ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: Chromium prints the marks above the first Thai line of a sheet also at the foot of the sheet before"
