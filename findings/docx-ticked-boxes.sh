#!/usr/bin/env bash
# Tool:    pandoc 3.9 (PyPI pypandoc_binary 1.17), mammoth 1.13.0, MarkItDown 0.1.9, python-docx 1.2.0, docx2txt 0.9, docx2python 3.7.1 (PyPI)
# Guess:   Word has three kinds of box to tick: a sign of the font Wingdings, the field of old forms, and the content control. A reader that writes text may lose
#          the boxes of old forms; that a library knows a box and one of its own formats does not, no.
# Seen:    No kind is read by all, and what is lost is the ANSWER: a ticked form gives the same text as an empty one. mammoth writes both boxes into HTML and
#          neither into Markdown; MarkItDown, which goes by the HTML, has them. pandoc loses the field, docx2txt field and sign, python-docx all three. docx2python has each,
#          the sign as a piece of HTML in the text.
# Output:  ticked and empty are told apart. sign: pandoc, mammoth, MarkItDown, docx2python; field: mammoth (HTML), MarkItDown, docx2python;
#          control: pandoc, mammoth (HTML), MarkItDown, docx2txt, docx2python
# What follows for us: an assessment form is nothing but its ticks. Reading Word we write each of the three as ☑ or ☐, with ticked and empty in one test; and a page with
#          "มี" and "ไม่มี" side by side and no sign before either deserves a doubt in `check`.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pypandoc_binary==1.17 mammoth==1.13.0 'markitdown[docx]==0.1.9' python-docx==1.2.0 docx2txt==0.9 docx2python==3.7.1
"$tmp/py/bin/python" - "$tmp/form.docx" 2> "$tmp/log" <<'PY' || { cat "$tmp/log" >&2; exit 1; }
import sys, docx, docx2txt, mammoth, pypandoc
from docx.oxml import parse_xml
from docx2python import docx2python
from markitdown import MarkItDown

path = sys.argv[1]
SPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'

def sign(ticked):
    return f'<w:r><w:sym w:font="Wingdings" w:char="{"F0FE" if ticked else "F0A8"}"/></w:r>'

def field(ticked):
    return (f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="yes"/><w:enabled/><w:calcOnExit w:val="0"/><w:checkBox><w:sizeAuto/>'
            f'<w:default w:val="0"/><w:checked w:val="{ticked:d}"/></w:checkBox></w:ffData></w:fldChar></w:r>'
            '<w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')

def control(ticked):
    return (f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{ticked:d}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
            f'<w:sdtContent><w:r><w:t>{"☒" if ticked else "☐"}</w:t></w:r></w:sdtContent></w:sdt>')

def form(box):
    paper = docx.Document()
    line = f'<w:p {SPACES}>{box}<w:r><w:t xml:space="preserve"> มีแผน</w:t></w:r></w:p>'
    paper.element.body.insert(0, parse_xml(line))
    paper.save(path)

READERS = {
    "pandoc": lambda: pypandoc.convert_file(path, "gfm"),
    "mammoth HTML": lambda: mammoth.convert_to_html(open(path, "rb")).value,
    "mammoth Markdown": lambda: mammoth.convert_to_markdown(open(path, "rb")).value,
    "MarkItDown": lambda: MarkItDown().convert(path).text_content,
    "python-docx": lambda: "\n".join(line.text for line in docx.Document(path).paragraphs),
    "docx2txt": lambda: docx2txt.process(path),
    "docx2python": lambda: docx2python(path).text,
}

def read(box):
    form(box)
    texts = {name: reader() for name, reader in READERS.items()}
    assert all("มีแผน" in text for text in texts.values()), texts
    return texts

seen = {}
for kind in (sign, field, control):
    ticked, empty = read(kind(True)), read(kind(False))
    seen[kind.__name__] = [name for name in READERS if ticked[name] != empty[name]]
want = {
    "sign": ["pandoc", "mammoth HTML", "mammoth Markdown", "MarkItDown", "docx2python"],
    "field": ["mammoth HTML", "MarkItDown", "docx2python"],
    "control": ["pandoc", "mammoth HTML", "MarkItDown", "docx2txt", "docx2python"],
}
if seen != want:
    sys.exit(f"changed: told apart by {seen}")
PY
echo "still holds: a ticked form and an empty one give the same text in pandoc, mammoth's Markdown, python-docx and docx2txt"
