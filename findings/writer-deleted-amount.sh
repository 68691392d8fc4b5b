#!/usr/bin/env bash
# Tool:    LibreOffice Writer 7.4.7 (Debian 4:7.4.7-1+deb12u14) as a converter (soffice --convert-to), document made with python-docx 1.2.0; against pandoc 3.9 (PyPI
#          pypandoc_binary 1.17) and mammoth 1.13.0; the PDF read by pypdfium2 5.15.2 (PyPI)
# Guess:   A Word file with changes that nobody has accepted yet, converted to plain text, gives the text as it will be, or as it was: pandoc and mammoth give the former.
# Seen:    Writer gives BOTH, one behind the other and without a mark: a sum that was corrected from 1,000 to 1,500 is 1,5001,000. In its PDF the old sum is struck
#          out to the eye, and the text of the file, which is searched, copied and read aloud, has the same 1,5001,000.
# Output:  วงเงิน [+1,500][-1,000] บาท -> txt and PDF: วงเงิน 1,5001,000 บาท        pandoc, mammoth: วงเงิน 1,500 บาท
# What follows for us: an attachment exported with its changes shown holds amounts that nobody wrote: `check` can name a number whose groups are not of three figures (1,5001,000), and the
#          guide says to accept all changes first. Reading Word we take insertions, leave deletions out, and say so with the author's line.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
office_unpack "$tmp/deb" libreoffice-writer-nogui=4:7.4.7-1+deb12u14
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq python-docx==1.2.0 pypandoc_binary==1.17 mammoth==1.13.0 pypdfium2==5.15.2
"$tmp/py/bin/python" - "$tmp/sum.docx" <<'PY'
import sys, docx
from docx.oxml import parse_xml
NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BY = 'w:author="officer" w:date="2023-01-31T09:00:00Z"'
paper = docx.Document()
line = paper.add_paragraph("วงเงิน ")
line._p.append(parse_xml(f'<w:ins {NAMES} w:id="1" {BY}><w:r><w:t>1,500</w:t></w:r></w:ins>'))
line._p.append(parse_xml(f'<w:del {NAMES} w:id="2" {BY}><w:r><w:delText>1,000</w:delText></w:r></w:del>'))
line.add_run(" บาท")
paper.save(sys.argv[1])
PY
office "$tmp/deb" --convert-to txt:Text --outdir "$tmp" "$tmp/sum.docx"
office "$tmp/deb" --convert-to pdf --outdir "$tmp" "$tmp/sum.docx"
"$tmp/py/bin/python" - "$tmp" 2> "$tmp/log" <<'PY' || { cat "$tmp/log" >&2; exit 1; }
import sys, mammoth, pypandoc, pypdfium2
name = sys.argv[1] + "/sum."
told = [
    open(name + "txt", encoding="utf-8-sig").read(),
    pypdfium2.PdfDocument(name + "pdf")[0].get_textpage().get_text_range(),
    pypandoc.convert_file(name + "docx", "plain"),
    mammoth.extract_raw_text(open(name + "docx", "rb")).value,
]
told = [text.strip() for text in told]
both, new = "วงเงิน 1,5001,000 บาท", "วงเงิน 1,500 บาท"
if told != [both, both, new, new]:
    sys.exit(f"changed: {told}")
PY
echo "still holds: LibreOffice converts a corrected sum into the new and the old one as one number"
