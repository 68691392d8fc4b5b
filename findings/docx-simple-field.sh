#!/usr/bin/env bash
# Tool:    pandoc 3.9 (PyPI pypandoc_binary 1.17), mammoth 1.13.0, MarkItDown 0.1.9, python-docx 1.2.0, docx2txt 0.9 (PyPI)
# Guess:   A reader of Word files may not know how to work out a field, but keeps the text that the file holds for it, as Word shows it.
# Seen:    For a field written as one element (w:fldSimple), four of the five drop that text: "ลงวันที่ 31 มกราคม 2566 เรื่อง" comes out without its
#          date. Only mammoth says that it passed something over. docx2txt, the plainest of them, keeps it.
# Output:  pandoc, mammoth, MarkItDown, python-docx: ลงวันที่ เรื่อง         docx2txt: ลงวันที่ 31 มกราคม 2566 เรื่อง
# What follows for us: what an officer converts from Word and pastes into a page can miss dates and numbers in the middle of a sentence: the guide should
#          say to compare them after converting, and a reader of .docx attachments, once there is one, needs w:fldSimple in its tests.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pypandoc_binary==1.17 mammoth==1.13.0 'markitdown[docx]==0.1.9' python-docx==1.2.0 docx2txt==0.9
"$tmp/py/bin/python" - "$tmp/letter.docx" 2> "$tmp/log" <<'PY' || { cat "$tmp/log" >&2; exit 1; }
import sys, docx, docx2txt, mammoth, pypandoc
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from markitdown import MarkItDown

path, date = sys.argv[1], "31 มกราคม 2566"
letter = docx.Document()
line = letter.add_paragraph("ลงวันที่ ")
field = OxmlElement("w:fldSimple")
field.set(qn("w:instr"), ' DOCPROPERTY "signed" ')
run, text = OxmlElement("w:r"), OxmlElement("w:t")
text.text = date
run.append(text)
field.append(run)
line._p.append(field)
line.add_run(" เรื่อง")
letter.save(path)

told = {
    "pandoc": pypandoc.convert_file(path, "plain"),
    "mammoth": mammoth.extract_raw_text(open(path, "rb")).value,
    "MarkItDown": MarkItDown().convert(path).text_content,
    "python-docx": docx.Document(path).paragraphs[0].text,
    "docx2txt": docx2txt.process(path),
}
assert all("ลงวันที่" in text and "เรื่อง" in text for text in told.values()), told
keep = [name for name, text in told.items() if date in text]
if keep != ["docx2txt"]:
    sys.exit(f"changed: the date is kept by {keep}")
PY
echo "still holds: four of five readers of Word files drop the text of a simple field"
