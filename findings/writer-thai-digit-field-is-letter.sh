#!/usr/bin/env bash
# Tool:    LibreOffice Writer 7.4.7 (Debian 4:7.4.7-1+deb12u14), document made with python-docx 1.2.0; read by pdftotext (poppler 22.12.0, Debian)
# Guess:   Word numbers tables and pages in Thai digits by the switch \* ThaiArabic of a field (SEQ, PAGE), and keeps the last result beside it. Writer shows ๑ or, as it does with lists in Thai digits, 1.
# Seen:    It shows the LETTER: "ตารางที่ ๑", "ตารางที่ ๒" of the document are "ตารางที่ ก" and "ตารางที่ ข" in the PDF, page ๑ is page ก. \* ThaiLetter is ก too, so the two switches are one to Writer. A
#          PAGEREF to the same page is 1, a formula with the switch is ๒ as stored. Saved again as .docx, each of the fields says \* ARABIC, with the letters as its result.
# Output:  SEQ \* ThaiArabic (stored ๑, ๒) -> ก, ข; PAGE \* ThaiArabic (๑) -> ก; PAGEREF -> 1; saved: SEQ … \* ARABIC
# What follows for us: a PDF made by Writer from Word cites "ตารางที่ ๒" in its text and names the table "ตารางที่ ข": whoever compares the two must not take ข for an error of the officer. Our reader of Word takes
#          the stored result of a field, never works it out: a test with SEQ \* ThaiArabic, whose result ๒ has to come out. The guide names it beside the numbers of items.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
. "$here/lib/debian.sh"
office_unpack "$tmp/deb" libreoffice-writer-nogui=4:7.4.7-1+deb12u14 poppler-utils=22.12.0-2+deb12u3
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq python-docx==1.2.0
cat > "$tmp/fields.py" <<'PY'
import re, sys, zipfile, docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
if sys.argv[1] == "make":
    report = docx.Document()
    text = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    fields = [("A", "SEQ ตารางที่ \\* ThaiArabic", "๑"), ("B", "SEQ ตารางที่ \\* ThaiArabic", "๒"), ("C", "SEQ ภาค \\* ThaiLetter", "ก"),
              ("D", "PAGE \\* ThaiArabic", "๑"), ("E", "PAGEREF page \\* ThaiArabic", "๑"), ("F", "= 1+1 \\* ThaiArabic", "๒")]
    for name, code, result in fields:
        field = mark.format("begin") + f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>' + mark.format("separate") + text.format(result) + mark.format("end")
        place = '<w:bookmarkStart w:id="1" w:name="page"/>' + text.format(name) + '<w:bookmarkEnd w:id="1"/>' if name == "A" else text.format(name)
        report.element.body.insert_element_before(parse_xml(f"<w:p {nsdecls('w')}>{place}{text.format('=')}{field}</w:p>"), "w:sectPr")
    report.save(sys.argv[2])
else:
    print(*re.findall(r"(SEQ|PAGE) [^<]*?\\\* (\w+)", zipfile.ZipFile(sys.argv[2]).read("word/document.xml").decode()), sep=" ")
PY
"$tmp/py/bin/python" "$tmp/fields.py" make "$tmp/report.docx"
office "$tmp/deb" --convert-to pdf --outdir "$tmp" "$tmp/report.docx"
office "$tmp/deb" --convert-to docx --outdir "$tmp/saved" "$tmp/report.docx"
LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$tmp/deb/unpacked/usr/bin/pdftotext" "$tmp/report.pdf" "$tmp/report.txt"
seen="$(grep -oE '[A-F]=.+' "$tmp/report.txt" | tr -d '\r' | tr '\n' ' '); $("$tmp/py/bin/python" "$tmp/fields.py" look "$tmp/saved/report.docx")"
want="A=ก B=ข C=ก D=ก E=1 F=๒ ; ('SEQ', 'ARABIC') ('SEQ', 'ARABIC') ('SEQ', 'ARABIC') ('PAGE', 'ARABIC')"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: to Writer table ๒ of a Word document is table ข"
