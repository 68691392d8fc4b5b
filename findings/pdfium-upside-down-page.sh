#!/usr/bin/env bash
# Tool:    PDFium (the reader of Chrome and Edge, PyPI pypdfium2 5.15.2), pdfplumber 0.11.10; beside them PyMuPDF 2.0; the page is made by typst 0.15.2, turned by pikepdf 10.18.0 (all
#          PyPI), font Garuda (Debian fonts-tlwg-garuda-ttf 1:0.7.3-1)
# Guess:   A page that is turned for reading (/Rotate 180, as "rotate and save" of a viewer writes it when a sheet came upside down) has the same text: the letters stand in the
#          file as before.
# Seen:    PDFium, which reads the unturned page right, puts the pieces of each Thai line of a page turned by 180 degrees back to front, so that its search finds 4 of 11 words; a
#          quarter turn is fine. pdfplumber gives each line from its last letter to its first, numbers too, at 180 and at 270: a telephone number is another one. MuPDF is right in all.
# Output:  งานจัดซื้อจัดจ้าง … โทร 021234567, turned by 180 -> PDFium: … าง ประ จ้ ดจั อซื้ ดจั งาน; pdfplumber: 765432120 in the place of 021234567
# What follows for us: our reader turns the letters before it makes lines of them, and its test has all four ways. What `check` says of a page must not depend on how it is
#          turned; the help of `pdf-broken-text` can name the turn as a reason why Chrome finds nothing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" fonts-tlwg-garuda-ttf=1:0.7.3-1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq typst==0.15.2 pikepdf==10.18.0 pypdfium2==5.15.2 pdfplumber==0.11.10 pymupdf==2.0
cat > "$tmp/turned.py" <<'PY'
import sys, pdfplumber, pikepdf, pymupdf, pypdfium2, typst
folder = sys.argv[1]
text = "งานจัดซื้อจัดจ้าง ประจำปีงบประมาณ\n\nรายงาน โทร 021234567 ต่อ 12\n\nผู้ใหญ่บ้าน กำนัน ที่ดิน น้ำ คำสั่ง ประกาศ เทศบาล"
words = "จัดซื้อ ประจำปี งบประมาณ รายงาน ผู้ใหญ่บ้าน กำนัน ที่ดิน น้ำ คำสั่ง ประกาศ เทศบาล".split()
open(folder + "/page.typ", "w", encoding="utf-8").write('#set text(font: "Garuda", lang: "th")\n' + text)
typst.compile(folder + "/page.typ", output=folder + "/page.pdf", font_paths=[folder + "/deb/unpacked/usr/share/fonts"], ignore_system_fonts=True)
for turn in (0, 90, 180, 270):
    path = f"{folder}/turned-{turn}.pdf"
    with pikepdf.open(folder + "/page.pdf") as paper:
        paper.pages[0].rotate(turn, relative=False)
        paper.save(path)
    chrome = pypdfium2.PdfDocument(path)[0].get_textpage()
    found = sum(bool(chrome.search(word).get_next()) for word in words)
    with pdfplumber.open(path) as paper:
        numbers = [number for number in ("021234567", "765432120") if number in paper.pages[0].extract_text()]
    mupdf = pymupdf.open(path)[0].get_text()
    print(f"{turn}: PDFium {found}, pdfplumber {' '.join(numbers)}, MuPDF {sum(word in mupdf for word in words)}")
PY
seen=$("$tmp/py/bin/python" "$tmp/turned.py" "$tmp" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
want="0: PDFium 11, pdfplumber 021234567, MuPDF 11
90: PDFium 11, pdfplumber 021234567, MuPDF 11
180: PDFium 4, pdfplumber 765432120, MuPDF 11
270: PDFium 11, pdfplumber 765432120, MuPDF 11"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: on a page turned by 180 degrees Chrome's reader loses most Thai words, and pdfplumber reads numbers backwards"
