#!/usr/bin/env bash
# Tool:    LibreOffice Writer 7.4.7 (Debian 4:7.4.7-1+deb12u14), document made with python-docx 1.2.0 (PyPI)
# Guess:   "Thai distributed" (w:jc="thaiDistribute", ECMA-376 part 1, 17.18.44), Word's way to fill Thai lines to both edges, is justified text to Writer, if
#          it makes no difference between the two; saved as .docx again it is one of them.
# Seen:    It is aligned LEFT, with a ragged right edge, and saved so: one opening and saving takes it out of the paper for good. The two neighbours, "both" and
#          "distribute", which are not made for Thai, are kept. No message.
# Output:  thaiDistribute, both, distribute -> shown start, justify, justify; saved start, both, distribute
# What follows for us: a PDF of an order that was made by Writer has other line ends, and perhaps other pages, than the Word file beside it: a reference to a page holds for one
#          of both only. Nothing of ours may take alignment for meaning; a rule that looks for the centred heading of an order cannot count on the rest.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
office_unpack "$tmp/deb" libreoffice-writer-nogui=4:7.4.7-1+deb12u14
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq python-docx==1.2.0
mkdir "$tmp/saved"
"$tmp/py/bin/python" - "$tmp/order.docx" <<'PY'
import sys, docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as Align
paper = docx.Document()
for way in (Align.THAI_JUSTIFY, Align.JUSTIFY, Align.DISTRIBUTE):
    paper.add_paragraph("ประกาศ " * 40).alignment = way
paper.save(sys.argv[1])
PY
office "$tmp/deb" --convert-to fodt --outdir "$tmp" "$tmp/order.docx"
office "$tmp/deb" --convert-to docx --outdir "$tmp/saved" "$tmp/order.docx"
"$tmp/py/bin/python" - "$tmp" <<'PY'
import re, sys, zipfile
flat = open(sys.argv[1] + "/order.fodt", encoding="utf-8").read()
styles = dict(re.findall(r'<style:style style:name="(P\d+)".*?fo:text-align="(\w+)"', flat, re.S))
shown = [styles[name] for name in re.findall(r'<text:p text:style-name="(P\d+)">ประกาศ', flat)]
way = lambda path: re.findall(r'<w:jc w:val="(\w+)"', zipfile.ZipFile(sys.argv[1] + path).read("word/document.xml").decode())
seen = [way("/order.docx"), shown, way("/saved/order.docx")]
if seen != [["thaiDistribute", "both", "distribute"], ["start", "justify", "justify"], ["start", "both", "distribute"]]:
    sys.exit(f"changed: {seen}")
PY
echo "still holds: Writer aligns Thai distributed text left, and saves it so"
