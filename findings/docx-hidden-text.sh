#!/usr/bin/env bash
# Tool:    pandoc 3.9 (PyPI pypandoc_binary 1.17), mammoth 1.13.0, MarkItDown 0.1.9, python-docx 1.2.0, docx2txt 0.9, docx2python 3.7.1 (PyPI)
# Guess:   Hidden text of Word (w:vanish, ECMA-376 part 1, 17.3.2.41), which stands neither on the screen nor on paper, is left out by those who read a paper for
#          its text, or marked: by two or three of six at least, as deleted text is.
# Seen:    All six write it out in the middle of the sentence like any other, in text, Markdown and HTML, without a word. LibreOffice Writer 7.4.7 keeps it out of its PDF and
#          puts it into its .txt (tried by hand). Deleted text, which Word shows struck out, is what the same six leave out.
# Output:  ผู้ชนะคือ [hidden: รอตรวจ] บริษัทตัวอย่าง -> all six: ผู้ชนะคือ รอตรวจ บริษัทตัวอย่าง
# What follows for us: a note that an office hid in its template, or the name of somebody, becomes public by a conversion that nobody proof-reads: reading Word we leave w:vanish out and
#          name the place with its words, so that the officer decides. The guide says to show hidden text before a Word file is attached.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pypandoc_binary==1.17 mammoth==1.13.0 'markitdown[docx]==0.1.9' python-docx==1.2.0 docx2txt==0.9 docx2python==3.7.1
"$tmp/py/bin/python" - "$tmp/winner.docx" 2> "$tmp/log" <<'PY' || { cat "$tmp/log" >&2; exit 1; }
import sys, docx, docx2txt, mammoth, pypandoc
from docx.oxml import parse_xml
from docx2python import docx2python
from markitdown import MarkItDown
path = sys.argv[1]
paper = docx.Document()
line = paper.add_paragraph("ผู้ชนะคือ ")
line.add_run("รอตรวจ ").font.hidden = True
line._p.append(parse_xml('<w:del xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="1" w:author="officer" w:date="2023-01-31T09:00:00Z">'
                         '<w:r><w:delText xml:space="preserve">ไม่มี </w:delText></w:r></w:del>'))
line.add_run("บริษัทตัวอย่าง")
paper.save(path)
told = {
    "pandoc": pypandoc.convert_file(path, "gfm"),
    "mammoth": mammoth.convert_to_html(open(path, "rb")).value,
    "MarkItDown": MarkItDown().convert(path).text_content,
    "python-docx": docx.Document(path).paragraphs[0].text,
    "docx2txt": docx2txt.process(path),
    "docx2python": docx2python(path).text,
}
other = [name for name, text in told.items() if "ผู้ชนะคือ รอตรวจ บริษัทตัวอย่าง" not in text]
if other:
    sys.exit(f"changed: {other}, {told}")
PY
echo "still holds: six of six readers of Word files write hidden text like any other"
