#!/usr/bin/env bash
# Tool:    pyexcel 0.7.6 with pyexcel-ods3 0.6.1 and pyexcel-io 0.6.8 (PyPI), against calamine (python-calamine 0.9.1); the sheet is written with odfpy 1.4.1
# Guess:   An amount of an OpenDocument sheet is the number 1250.5, whether its cell is formatted as a number, as per cent or as money (฿): office:value has it in each case.
# Seen:    As money it is the TEXT "1250.5 THB". A budget whose office pressed the ฿ button for some of its cells has numbers and texts in one column, so a sum is an error, and what goes by type leaves
#          these rows out. Per cent is a number. calamine has the number in each.
# Output:  float 1250.5 -> 1250.5        percentage 0.255 -> 0.255        currency 1250.5 -> "1250.5 THB"
# What follows for us: a CSV or JSON that a body made this way has "THB" behind some amounts: our reader of amounts takes "1250.5 THB" and "THB 1250.5" for 1250.5, in columns of amounts only. Our reader of
#          .ods takes office:value of a currency cell: a test needs one.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pyexcel==0.7.6 pyexcel-ods3==0.6.1 pyexcel-io==0.6.8 odfpy==1.4.1 python-calamine==0.9.1
cat > "$tmp/money.py" <<'PY'
import sys, pyexcel
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from python_calamine import CalamineWorkbook
book, sheet, row = OpenDocumentSpreadsheet(), Table(name="budget"), TableRow()
for shown, kind in [("1,250.50", {"valuetype": "float", "value": "1250.5"}), ("25.50%", {"valuetype": "percentage", "value": "0.255"}),
                    ("฿1,250.50", {"valuetype": "currency", "value": "1250.5", "currency": "THB"})]:
    cell = TableCell(**kind)
    cell.addElement(P(text=shown))
    row.addElement(cell)
sheet.addElement(row)
book.spreadsheet.addElement(sheet)
book.save(sys.argv[1])
print(pyexcel.get_array(file_name=sys.argv[1])[0], CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()[0])
PY
seen=$("$tmp/py/bin/python" -W ignore "$tmp/money.py" "$tmp/budget.ods")
[ "$seen" = "[1250.5, 0.255, '1250.5 THB'] [1250.5, 0.255, 1250.5]" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: an amount in baht of an .ods is text to pyexcel"
