#!/usr/bin/env bash
# Tool:    pandas 3.1.1 with odfpy 1.4.1 (PyPI), its own reader of OpenDocument sheets; calamine (python-calamine 0.9.1), its other one, beside it
# Guess:   A cell with a time of day holds it as office:time-value="PT08H30M00S", whatever it is shown as; pandas reads that, as it does with dates and amounts.
# Seen:    It goes by what is SHOWN. Thai offices write times with a full stop: 08.30 is MIDNIGHT without a word, 16.30 or "08.30 น." stops the reading, so that NO cell of the workbook is read, and
#          the message names neither sheet nor cell. 08:30 and ๐๘:๓๐ are right, ๐๘.๓๐ is midnight again. With engine="calamine" each is right.
# Output:  shown 08:30 -> 08:30        shown 08.30 -> 00:00        shown 16.30 -> ValueError        shown 08:30 น. -> DateParseError
# What follows for us: a timetable that a body's own script takes out of an .ods opens at midnight, or is not taken out at all; in what we give out (`form`, `sheet`, .csv) a time of day is text with a
#          colon. Reading .ods, ours takes office:time-value: a test needs a cell shown as 08.30 and one as 08.30 น.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pandas==3.1.1 odfpy==1.4.1 python-calamine==0.9.1
cat > "$tmp/hours.py" <<'PY'
import sys, pandas
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
def read(path, engine):
    try:
        return str(pandas.read_excel(path, header=None, engine=engine).iat[0, 0])[:5]
    except ValueError as error:
        return type(error).__name__
seen = []
for shown, value in [("08:30", "PT08H30M00S"), ("08.30", "PT08H30M00S"), ("๐๘.๓๐", "PT08H30M00S"), ("16.30", "PT16H30M00S"), ("08:30 น.", "PT08H30M00S")]:
    book, sheet, row, cell = OpenDocumentSpreadsheet(), Table(name="hours"), TableRow(), TableCell(valuetype="time", timevalue=value)
    cell.addElement(P(text=shown))
    row.addElement(cell)
    sheet.addElement(row)
    book.spreadsheet.addElement(sheet)
    book.save(sys.argv[1])
    seen.append(read(sys.argv[1], "odf") + " " + read(sys.argv[1], "calamine"))
print("; ".join(seen))
PY
seen=$("$tmp/py/bin/python" -W ignore "$tmp/hours.py" "$tmp/hours.ods")
[ "$seen" = "08:30 08:30; 00:00 08:30; 00:00 08:30; ValueError 16:30; DateParseError 08:30" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: an office that opens at 08.30 opens at midnight to pandas, and one that closes at 16.30 has no sheet"
