#!/usr/bin/env bash
# Tool:    Tesseract 5.3.0 with its model for Thai (Debian 5.3.0-2, tesseract-ocr-tha 1:4.1.0-2); its PDF read by poppler 22.12.0 (Debian poppler-utils 22.12.0-2+deb12u3),
#          pypdf 7.1.1 and pypdfium2 5.15.2 (PyPI, as Chrome reads); picture made with Pillow 12.0.0 (PyPI), font Garuda (Debian 1:0.7.3-1)
# Guess:   A program that writes the text it has read as .txt and as a searchable PDF puts the same words into both.
# Seen:    In the .txt a Thai phrase stands in one piece. In the PDF each LETTER AND EACH MARK is a word of its own with a space behind it, so that no Thai word can be found
#          in any viewer: three readers agree, and the spaces are in the file. Numbers of the same line are whole in both.
# Output:  txt: งานก่อสร้าง 2566        pdf: ง า น ก ่ อ ส ร ้ า ง 2566
# What follows for us: most old papers of an office are attached as scans, and "searchable" ones made so cannot be searched: `check` can name a text layer in which most Thai letters
#          stand alone. Whatever of ours reads such a layer joins single Thai letters and marks first, and takes the spaces between them for nothing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" tesseract-ocr=5.3.0-2 tesseract-ocr-tha=1:4.1.0-2 poppler-utils=22.12.0-2+deb12u3 fonts-tlwg-garuda-ttf=1:0.7.3-1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pillow==12.0.0 pypdf==7.1.1 pypdfium2==5.15.2
usr="$tmp/deb/unpacked/usr"
LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb")
export LD_LIBRARY_PATH TESSDATA_PREFIX="$usr/share/tesseract-ocr/5/tessdata"
"$tmp/py/bin/python" - "$usr/share/fonts/truetype/tlwg/Garuda.ttf" "$tmp/scan.png" <<'PY'
import sys
from PIL import Image, ImageDraw, ImageFont
font = ImageFont.truetype(sys.argv[1], 48, layout_engine=ImageFont.Layout.BASIC)
page = Image.new("L", (900, 200), 255)
ImageDraw.Draw(page).text((60, 50), "งานก่อสร้าง 2566", font=font, fill=0)
page.save(sys.argv[2], dpi=(300, 300))
PY
"$usr/bin/tesseract" "$tmp/scan.png" "$tmp/scan" -l tha --psm 6 txt pdf 2> "$tmp/log" || { cat "$tmp/log" >&2; exit 1; }
"$usr/bin/pdftotext" "$tmp/scan.pdf" "$tmp/poppler.txt"
"$tmp/py/bin/python" - "$tmp" <<'PY'
import sys, pypdf, pypdfium2
folder, apart = sys.argv[1], "ง า น ก ่ อ ส ร ้ า ง 2566"
told = {
    "txt": open(folder + "/scan.txt").read(),
    "poppler": open(folder + "/poppler.txt").read(),
    "pypdf": pypdf.PdfReader(folder + "/scan.pdf").pages[0].extract_text(),
    "PDFium": pypdfium2.PdfDocument(folder + "/scan.pdf")[0].get_textpage().get_text_range(),
}
told = {name: text.strip(" \r\n\f") for name, text in told.items()}
if told != {"txt": "งานก่อสร้าง 2566", "poppler": apart, "pypdf": apart, "PDFium": apart}:
    sys.exit(f"changed: {told}")
PY
echo "still holds: in Tesseract's PDF each Thai letter is a word of its own, in its .txt none is"
