#!/usr/bin/env bash
# Tool:    pdfminer.six 20260107, and MarkItDown 0.1.9 with it, against pypdf 7.1.1 (PyPI); PDF made with reportlab 5.1.0, font Garuda (Debian 1:0.7.3-1)
# Guess:   From the plainest PDF, with one letter after the other and a right map of letters, Thai comes out as written; spaces may be missed or added.
# Seen:    Where a tone mark follows a vowel above or below, a LINE ends, and an empty one follows: ที่ and ผู้, words of nearly every Thai sentence, fall in two
#          paragraphs, the second of which begins with a bare mark. Neither of the two marks has a width, so the second is nearer to nothing. No setting of its layout helps.
# Output:  การจัดซื้อที่ดิน -> การจัดซื / ้อที / ่ดิน (each a paragraph of its own; MarkItDown the same)        pypdf: การจัดซื้อที่ดิน
# What follows for us: Thai text that officers got out of a PDF by such tools has paragraphs that begin with a mark: `check` can name a line that does, with the line
#          before it, since joining both is the repair. Our own reader of PDFs needs letters of no width in its tests.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" fonts-tlwg-garuda-ttf=1:0.7.3-1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pdfminer.six==20260107 'markitdown[pdf]==0.1.9' pypdf==7.1.1 reportlab==5.1.0
cat > "$tmp/lines.py" <<'PY'
import glob, sys, pypdf
from markitdown import MarkItDown
from pdfminer.high_level import extract_text
from pdfminer.layout import LAParams
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

path = sys.argv[1] + "/order.pdf"
pdfmetrics.registerFont(TTFont("Garuda", glob.glob(sys.argv[1] + "/deb/unpacked/usr/share/fonts/*/*/Garuda.ttf")[0]))
paper = canvas.Canvas(path)
paper.setFont("Garuda", 14)
paper.drawString(72, 700, "การจัดซื้อที่ดิน ผู้ใหญ่บ้าน ข้าว")
paper.save()
settings = ({}, {"char_margin": 20}, {"line_overlap": 0.1}, {"boxes_flow": None})
told = [extract_text(path, laparams=LAParams(**setting)) for setting in settings]
told += [MarkItDown().convert(path).text_content, pypdf.PdfReader(path).pages[0].extract_text()]
told = ["/".join(line.strip() for line in text.splitlines() if line.strip()) for text in told]
broken, whole = "การจัดซื/้อที/่ดิน ผู/้ใหญ่บ้าน ข้าว", "การจัดซื้อที่ดิน ผู้ใหญ่บ้าน ข้าว"
if told != [broken] * 5 + [whole]:
    sys.exit(f"changed: {told}")
PY
"$tmp/py/bin/python" "$tmp/lines.py" "$tmp"
echo "still holds: pdfminer.six begins a new line at each Thai tone mark that follows another mark"
