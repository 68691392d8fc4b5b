#!/usr/bin/env bash
# Tool:    tablib 3.10.0 with odfpy 1.4.1 (PyPI), against pandas 3.1.1
# Guess:   The note of a cell in an OpenDocument sheet is no part of its text and is left out. A number is read from office:value ("1250.5"), as it is shown with commas in every budget.
# Seen:    Of a cell with a note the NOTE is read, and the cell's own text is gone: a remark for a colleague stands where the unit's name was. The note of an amount stops the reading, and so does any
#          amount shown as 1,250.50 without a note: it takes the shown text for a number. As an amount of money (฿) it is text, 1,250.50, or its note. pandas reads the cells, and no notes.
# Output:  กองคลัง with a note -> the note        1250.5 shown 1,250.50 -> ValueError        ฿1,250.50 -> the text, with a note the note        pandas: กองคลัง, 1250.5, 1250.5
# What follows for us: what an officer wrote into a note for a colleague is published as data by whoever goes this way, from a sheet that looks clean when it is printed. `check` names notes in attached
#          sheets (numbers of persons stand there), and our reader of .ods keeps notes apart from cells: a test has a note before the text, where Calc writes it.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq tablib==3.10.0 odfpy==1.4.1 pandas==3.1.1
cat > "$tmp/notes.py" <<'PY'
import sys, pandas, tablib
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
def read(note, shown, **kind):
    book, sheet, row, cell = OpenDocumentSpreadsheet(), Table(name="plan"), TableRow(), TableCell(**kind)
    if note:
        remark = Annotation()
        remark.addElement(P(text=note))
        cell.addElement(remark)
    cell.addElement(P(text=shown))
    row.addElement(cell)
    sheet.addElement(row)
    book.spreadsheet.addElement(sheet)
    book.save(sys.argv[1])
    try:
        first = str(tablib.Dataset().load(open(sys.argv[1], "rb").read(), format="ods", headers=False)[0][0])
    except ValueError:
        first = "ValueError"
    return first + "/" + str(pandas.read_excel(sys.argv[1], header=None, engine="odf").iat[0, 0])
text, number, money = {"valuetype": "string"}, {"valuetype": "float", "value": "1250.5"}, {"valuetype": "currency", "value": "1250.5", "currency": "THB"}
print(read("", "กองคลัง", **text), read("รอตรวจ", "กองคลัง", **text), read("", "1250.5", **number), read("", "1,250.50", **number), read("รอตรวจ", "1250.5", **number),
      read("", "฿1,250.50", **money), read("รอตรวจ", "฿1,250.50", **money))
PY
seen=$("$tmp/py/bin/python" "$tmp/notes.py" "$tmp/plan.ods")
[ "$seen" = "กองคลัง/กองคลัง รอตรวจ/กองคลัง 1250.5/1250.5 ValueError/1250.5 ValueError/1250.5 ฿1,250.50/1250.5 รอตรวจ/1250.5" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: to tablib the note of a cell is the cell, and 1,250.50 is no number"
