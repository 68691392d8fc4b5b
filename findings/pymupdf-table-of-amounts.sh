#!/usr/bin/env bash
# Tool:    PyMuPDF 2.0 (PyPI), find_tables(); page made with ReportLab 5.1.0, fonts Helvetica and Times of the format itself
# Guess:   The cells of a table hold what get_text() reads at their place: it is the same library, and the plainest of PDFs.
# Seen:    Commas, full stops and underlines fall out of their line: 12,500 is "12 500" with a comma on the next line, 1,250.50 is "1 250 50" or "125050" and ", ." beneath it, by the font, so
#          a program that strips blanks reads 1,250.50 as 125,050. to_markdown() of the very same table is right, and so is get_text(): extract() and to_pandas() are what people use.
#          Thai cells lose their marks to other lines in the same way.
# Output:  extract(), Helvetica: "12 500\n,", "1 250 50\n, ."; Times: "12500\n,", "125050\n, ."        to_markdown(): |12,500| |1,250.50|
# What follows for us: a table that an officer took out of a PDF by this library can have amounts a hundred times too high: `import` should report a cell with a line that is punctuation
#          only, and the guide name to_markdown() or pdfplumber for taking tables out of PDF.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pymupdf==2.0 reportlab==5.1.0
cat > "$tmp/tables.py" <<'PY'
import sys, pymupdf
from reportlab.lib import colors
from reportlab.platypus import SimpleDocTemplate, Table
path = sys.argv[1] + "/budget.pdf"
for font in ("Helvetica", "Times-Roman"):
    style = [("GRID", (0, 0), (-1, -1), 1, colors.black), ("FONT", (0, 0), (-1, -1), font, 12)]
    SimpleDocTemplate(path).build([Table([["No", "Item", "Amount"], ["1", "fees", "12,500"], ["2", "rent", "1,250.50"]], style=style)])
    page = pymupdf.open(path)[0]
    (table,) = page.find_tables().tables
    assert "12,500\n" in page.get_text() and "|1,250.50|" in table.to_markdown(), (page.get_text(), table.to_markdown())
    print(font, [row[2] for row in table.extract()], end="; ")
PY
seen=$("$tmp/py/bin/python" "$tmp/tables.py" "$tmp" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
want="Helvetica ['Amount', '12 500\\n,', '1 250 50\\n, .']; Times-Roman ['Amount', '12500\\n,', '125050\\n, .']; "
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: in the cells of PyMuPDF's tables 1,250.50 is 125050, with its comma and point on another line"
