#!/usr/bin/env bash
# Tool:    poppler 22.12.0 (pdftotext, Debian poppler-utils 22.12.0-2+deb12u3), pypdf 7.1.1, pypdfium2 5.15.2 (PyPI, as Chrome reads), against PyMuPDF 2.0 (PyPI); PDF made by LibreOffice
#          Writer 7.4.7 (Debian 4:7.4.7-1+deb12u14) from a document of python-docx 1.2.0, font Garuda (Debian fonts-tlwg-garuda-ttf 1:0.7.3-1)
# Guess:   What LibreOffice exports with a Thai font is read right by the great readers of PDF: its fonts have a right map, and there is no scan and no other program between.
# Seen:    Behind a mark on ป ฝ ฟ a SPACE is read: to stand clear of the tall letter the mark is drawn further left, and the way back to the next letter looks like a gap.
#          So "electricity" and "department" (ไฟฟ้า, ฝ่าย) are two words each in poppler, ไฟฟ้า also in Chrome and in pypdf, and a search for them finds nothing. Words with
#          other letters are right, and so is MuPDF in all of them.
# Output:  ไฟฟ้า ฝ่าย ข้าง -> poppler ไฟฟ้ า ฝ่ าย ข้าง; PDFium and pypdf ไฟฟ้ า ฝ่าย ข้าง; MuPDF as written
# What follows for us: a reader of PDF texts takes no space for real that stands between a Thai mark on ป ฝ ฟ and the next letter; a search or a comparison leaves it out. Tests of
#          ours need ไฟฟ้า, ฝ่าย, ป้องกัน from such a file. pdftotext is no judge of whether a text layer is good.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
office_unpack "$tmp/deb" libreoffice-writer-nogui=4:7.4.7-1+deb12u14 poppler-utils=22.12.0-2+deb12u3 fonts-tlwg-garuda-ttf=1:0.7.3-1
mkdir -p "$tmp/deb/home/.local/share/fonts"
cp "$tmp/deb/unpacked/usr/share/fonts/truetype/tlwg/"Garuda*.ttf "$tmp/deb/home/.local/share/fonts/"
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq python-docx==1.2.0 pypdf==7.1.1 pypdfium2==5.15.2 PyMuPDF==2.0
"$tmp/py/bin/python" - "$tmp/words.docx" <<'PY'
import sys, docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
paper = docx.Document()
run = paper.add_paragraph().add_run("ไฟฟ้า ฝ่าย ข้าง")
run.font.name = "Garuda"
run._r.rPr.rFonts.set(qn("w:cs"), "Garuda")
size = OxmlElement("w:szCs")
size.set(qn("w:val"), "32")
run._r.rPr.append(size)
paper.save(sys.argv[1])
PY
office "$tmp/deb" --convert-to pdf --outdir "$tmp" "$tmp/words.docx"
LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$tmp/deb/unpacked/usr/bin/pdftotext" "$tmp/words.pdf" "$tmp/poppler.txt"
"$tmp/py/bin/python" -W ignore - "$tmp" <<'PY'
import sys, pymupdf, pypdf, pypdfium2
path = sys.argv[1] + "/words.pdf"
assert "Garuda" in str(pymupdf.open(path)[0].get_fonts()), "the font was not found"
told = {
    "poppler": open(sys.argv[1] + "/poppler.txt").read(),
    "PDFium": pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range(),
    "pypdf": pypdf.PdfReader(path).pages[0].extract_text(),
    "MuPDF": pymupdf.open(path)[0].get_text(),
}
told = {name: text.strip(" \r\n\f") for name, text in told.items()}
want = {
    "poppler": "ไฟฟ้ า ฝ่ าย ข้าง",
    "PDFium": "ไฟฟ้ า ฝ่าย ข้าง",
    "pypdf": "ไฟฟ้ า ฝ่าย ข้าง",
    "MuPDF": "ไฟฟ้า ฝ่าย ข้าง",
}
if told != want:
    sys.exit(f"changed: {told}")
PY
echo "still holds: poppler, PDFium and pypdf read a space within the Thai word for electricity"
