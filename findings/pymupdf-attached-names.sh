#!/usr/bin/env bash
# Tool:    PyMuPDF 2.0 (PyPI); qpdf 11.3.0 in pikepdf 10.18.0, pypdf 7.1.1 (PyPI) beside it; page of ReportLab 5.1.0
# Guess:   A file with a Thai name that PyMuPDF has put into a PDF is listed by that name, and taken out by it.
# Seen:    It finds no file of that name, in its own PDFs no more than in others': embfile_names() says à¹\x81à¸\x9cà¸\x99.csv, the bytes of UTF-8 read as Western letters, and embfile_get("แผน.csv")
#          is an error. The name in the file is right: pikepdf and pypdf give แผน.csv, and so does PyMuPDF for the description of the same file.
# Output:  embfile_add("แผน.csv"), then embfile_names() -> ['à¹\x81à¸\x9cà¸\x99.csv'], embfile_get("แผน.csv") -> ValueError; description "แผน.csv"; pikepdf, pypdf: แผน.csv
# What follows for us: an annex in a signed PDF (a budget as .xlsx within the plan) is not missing because such a program says so: where our reader of PDF names what one holds, it reads
#          UF as UTF-16, with แผน.csv as its test.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pymupdf==2.0 pikepdf==10.18.0 pypdf==7.1.1 reportlab==5.1.0
cat > "$tmp/own.py" <<'PY'
import sys, pymupdf
from reportlab.pdfgen.canvas import Canvas
path = sys.argv[1] + "/plan"
sheet = Canvas(path + ".pdf")
sheet.drawString(100, 700, "plan")
sheet.save()
paper = pymupdf.open(path + ".pdf")
paper.embfile_add("แผน.csv", b"1,2", filename="แผน.csv", desc="แผน.csv")
paper.save(path + "-2.pdf")
paper = pymupdf.open(path + "-2.pdf")
print(ascii(paper.embfile_names()), paper.embfile_names()[0].encode("latin-1").decode(), paper.embfile_info(0)["description"], sep="; ", end="; ")
try:
    print(paper.embfile_get("แผน.csv"), end="; ")
except ValueError as error:
    print(type(error).__name__, end="; ")
PY
cat > "$tmp/others.py" <<'PY'
import sys, pikepdf, pypdf
path = sys.argv[1] + "/plan-2.pdf"
print(*pikepdf.open(path).attachments, *pypdf.PdfReader(path).attachments, sep="; ")
PY
seen=$("$tmp/py/bin/python" "$tmp/own.py" "$tmp")$("$tmp/py/bin/python" "$tmp/others.py" "$tmp")
want="['\\xe0\\xb9\\x81\\xe0\\xb8\\x9c\\xe0\\xb8\\x99.csv']; แผน.csv; แผน.csv; ValueError; แผน.csv; แผน.csv"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: PyMuPDF finds no attachment by the Thai name that it was given"
