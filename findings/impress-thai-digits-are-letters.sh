#!/usr/bin/env bash
# Tool:    LibreOffice Impress 7.4.7 (Debian 4:7.4.7-1+deb12u14), slides made with python-pptx 1.0.2 (PyPI); read by pdftotext (poppler 22.12.0, Debian)
# Guess:   PowerPoint numbers points in Thai letters (thaiAlphaPeriod) and in Thai digits (thaiNumPeriod); Impress can number in both, so each is shown as it is, and saved as it was.
# Seen:    Both are shown in LETTERS: ๑. ๒. ๓. of the slides are ก. ข. ค. in the PDF, and ๑) and (๑) likewise. Saved again as .pptx, points of either kind are not numbered any more: each has the bullet •,
#          and the kind is gone from the file. Arabic digits are kept.
# Output:  thaiNumPeriod -> ก. ข. ค.; thaiNumParenR -> ก) ข) ค); saved: buChar •; arabicPeriod -> 1. 2. 3., saved as arabicPeriod
# What follows for us: a PDF of slides that names "ข้อ ๓" in a sentence shows point ค. beside it: the guide tells officers to look at the numbers of points before they publish such a PDF, and to attach the PDF
#          that PowerPoint made. What is converted from slides never takes the numbers from a PDF of Impress.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
. "$here/lib/debian.sh"
office_unpack "$tmp/deb" libreoffice-impress-nogui=4:7.4.7-1+deb12u14 poppler-utils=22.12.0-2+deb12u3
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq python-pptx==1.0.2
cat > "$tmp/slides.py" <<'PY'
import re, sys, zipfile, pptx
from pptx.oxml import parse_xml
kinds = ("thaiNumPeriod", "thaiNumParenR", "thaiAlphaPeriod", "arabicPeriod")
if sys.argv[1] == "make":
    show = pptx.Presentation()
    for kind in kinds:
        slide = show.slides.add_slide(show.slide_layouts[1])
        slide.shapes.title.text = kind
        frame = slide.placeholders[1].text_frame
        for point in range(3):
            line = frame.paragraphs[0] if point == 0 else frame.add_paragraph()
            line.text = "สาระ"
            line._p.get_or_add_pPr().append(parse_xml(f'<a:buAutoNum xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" type="{kind}"/>'))
    show.save(sys.argv[2])
else:
    saved = zipfile.ZipFile(sys.argv[2])
    for number in range(1, len(kinds) + 1):
        print(*sorted(set(re.findall(r'<a:bu(Char|AutoNum) \w+="([^"]*)"', saved.read(f"ppt/slides/slide{number}.xml").decode()))), end=" ")
PY
"$tmp/py/bin/python" "$tmp/slides.py" make "$tmp/show.pptx"
office "$tmp/deb" --convert-to pdf --outdir "$tmp" "$tmp/show.pptx"
office "$tmp/deb" --convert-to pptx --outdir "$tmp/saved" "$tmp/show.pptx"
LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$tmp/deb/unpacked/usr/bin/pdftotext" -layout "$tmp/show.pdf" "$tmp/show.txt"
seen="$(grep -oE '\S+ *สาระ' "$tmp/show.txt" | sed 's/ *สาระ//' | tr '\n' ' '); $("$tmp/py/bin/python" "$tmp/slides.py" look "$tmp/saved/show.pptx")"
want="ก. ข. ค. ก) ข) ค) ก. ข. ค. 1. 2. 3. ; ('Char', '•') ('Char', '•') ('Char', '•') ('AutoNum', 'arabicPeriod') "
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: points of a slide in Thai digits are lettered by Impress, and bullets once it saved them"
