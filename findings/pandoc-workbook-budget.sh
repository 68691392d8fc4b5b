#!/usr/bin/env bash
# Tool:    pandoc 3.9 (PyPI pypandoc_binary 1.17), its reader for xlsx; workbooks made with XlsxWriter 3.3.1 and openpyxl 3.1.5 (PyPI)
# Guess:   A converter that reads workbooks leaves out formats of cells perhaps: a date may be its serial number, 0.255 stand for 25.5 %; a whole number is that number.
# Seen:    Each number is written as Haskell writes one: a count of 12 is 12.0, TRUE is 1.0, and from ten million on it has an EXPONENT: a budget of 12,500,000 baht is 1.25e7, a
#          telephone number 8.12345678e8. Dates are 44957.0. And a workbook by openpyxl, which pandas and most scripts write with, is not opened at all: it names
#          its sheet by an address from the root (/xl/worksheets/…), as its format allows, and pandoc looks for xl//xl/….
# Output:  12 -> 12.0        TRUE -> 1.0        12,500,000.00 -> 1.25e7        31 Jan 2023 -> 44957.0        by openpyxl: Entry not found: xl//xl/worksheets/sheet1.xml
# What follows for us: a table pasted from such a conversion has budgets like 1.25e7 and days like 44957.0: `check` can name both, with the amount and the day that they are. Our own
#          reader of workbooks writes whole numbers without a point, millions in full, and has a part named by "/xl/…" in its tests.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pypandoc_binary==1.17 xlsxwriter==3.3.1 openpyxl==3.1.5
"$tmp/py/bin/python" - "$tmp" <<'PY'
import datetime, sys, openpyxl, pypandoc, xlsxwriter
one, other = sys.argv[1] + "/one.xlsx", sys.argv[1] + "/other.xlsx"
book = xlsxwriter.Workbook(one)
sheet = book.add_worksheet()
sheet.write_row(0, 0, ["count", "yes", "budget", "day"])
sheet.write(1, 0, 12)
sheet.write(1, 1, True)
sheet.write(1, 2, 12500000, book.add_format({"num_format": "#,##0.00"}))
sheet.write_datetime(1, 3, datetime.datetime(2023, 1, 31), book.add_format({"num_format": "d mmm yyyy"}))
book.close()
rows = pypandoc.convert_file(one, "gfm", format="xlsx").splitlines()
cells = [cell.strip() for cell in rows[-1].strip("|").split("|")]

book = openpyxl.Workbook()
book.active["A1"] = "ข้อ"
book.save(other)
try:
    told = pypandoc.convert_file(other, "gfm", format="xlsx")
except RuntimeError as error:
    told = str(error)
if cells != ["12.0", "1.0", "1.25e7", "44957.0"] or "Entry not found: xl//xl/worksheets/sheet1.xml" not in told:
    sys.exit(f"changed: {cells}, {told}")
PY
echo "still holds: pandoc reads a budget of 12,500,000 in a workbook as 1.25e7, and opens none of openpyxl's"
