#!/usr/bin/env bash
# Tool:    pandoc 3.9 (PyPI pypandoc_binary 1.17), docx2txt 0.9, docx2python 3.7.1, python-docx 1.2.0, against mammoth 1.13.0 and MarkItDown 0.1.9 (PyPI)
# Guess:   A text box of Word hangs on a paragraph. Plain readers have its text twice, since the file has it twice (for new and for old programs), or not at all; the
#          paragraph itself is not touched. pandoc has both once.
# Seen:    pandoc keeps the box and DROPS THE PARAGRAPH that it hangs on: of the line "เรื่อง ผลการจัดซื้อ" nothing is left, with no warning. docx2txt and docx2python have the
#          box twice, and python-docx the line only. mammoth and MarkItDown have each once.
# Output:  line "เรื่อง [box: ด่วน]ผลการจัดซื้อ" -> pandoc ด่วน; docx2txt, docx2python ด่วน twice and the line; python-docx the line; mammoth, MarkItDown each once
# What follows for us: urgency stamps, seals and letterheads of orders are boxes that hang on the first line, so it is the subject of the paper that is lost: the guide does not name
#          pandoc for Word papers without a look at the first lines. Our reader takes the line, then the box once (mc:Choice, not mc:Fallback), with this file as its test.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pypandoc_binary==1.17 docx2txt==0.9 docx2python==3.7.1 python-docx==1.2.0 mammoth==1.13.0 'markitdown[docx]==0.1.9'
"$tmp/py/bin/python" - "$tmp/order.docx" 2> "$tmp/log" <<'PY' || { cat "$tmp/log" >&2; exit 1; }
import subprocess, sys, docx, docx2txt, mammoth, pypandoc
from docx.oxml import parse_xml
from docx2python import docx2python
from markitdown import MarkItDown
path = sys.argv[1]
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "v": "urn:schemas-microsoft-com:vml",
}
text = lambda words: f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
box = f'<w:txbxContent><w:p>{text("ด่วน")}</w:p></w:txbxContent>'
drawing = f'''<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">
<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="1800000" cy="360000"/><wp:wrapNone/><wp:docPr id="1" name="Box"/>
<a:graphic><a:graphicData uri="{NAMES['wps']}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>
</wp:anchor></w:drawing>'''
shape = f'<w:pict><v:shape style="width:100pt;height:28pt"><v:textbox>{box}</v:textbox></v:shape></w:pict>'
names = " ".join(f'xmlns:{short}="{name}"' for short, name in NAMES.items())
paper = docx.Document()
paper.element.body.insert(0, parse_xml(
    f'<w:p {names}>{text("เรื่อง ")}<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
    f'<mc:Fallback>{shape}</mc:Fallback></mc:AlternateContent></w:r>{text("ผลการจัดซื้อ")}</w:p>'))
paper.save(path)

pandoc = subprocess.run([pypandoc.get_pandoc_path(), "--fail-if-warnings", "-t", "plain", path], capture_output=True, text=True)
assert pandoc.returncode == 0 and not pandoc.stderr, pandoc
told = {
    "pandoc": pandoc.stdout,
    "docx2txt": docx2txt.process(path),
    "docx2python": docx2python(path).text,
    "python-docx": "\n".join(line.text for line in docx.Document(path).paragraphs),
    "mammoth": mammoth.extract_raw_text(open(path, "rb")).value,
    "MarkItDown": MarkItDown().convert(path).text_content,
}
seen = {name: (text.count("ผลการจัดซื้อ"), text.count("ด่วน")) for name, text in told.items()}
want = {"pandoc": (0, 1), "docx2txt": (1, 2), "docx2python": (1, 2), "python-docx": (1, 0), "mammoth": (1, 1), "MarkItDown": (1, 1)}
if seen != want:
    sys.exit(f"changed: {seen}")
PY
echo "still holds: pandoc drops the line of a Word paper on which a text box hangs"
