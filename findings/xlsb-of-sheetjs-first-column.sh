#!/usr/bin/env bash
# Tool:    calamine (python-calamine 0.9.1) and pyxlsb 1.0.10 (PyPI), readers of Excel's binary workbooks (.xlsb); SheetJS 0.18.5 (npm xlsx), which writes them
# Guess:   A workbook of one writer is read by another reader: each cell says in which column it stands, and a record that a reader does not know would be an error.
# Seen:    Only the first cell of each row is there, without an error: SheetJS writes the cells behind it in the short form of their records (MS-XLSB 2.4: they stand right
#          of the one before), which both readers skip. Of a budget of three columns the amounts are gone; pyxlsb also has nothing for the texts of the first column.
#          The same rows as .xlsx are read whole.
# Output:  calamine .xlsb [['สำนักปลัด'], ['กองคลัง']]; pyxlsb .xlsb [[None, None, None], [None, None, None]]; calamine .xlsx [['สำนักปลัด', 'ค่าวัสดุ', 1500.0], ['กองคลัง', 'ค่าจ้าง', 2500.5]]
# What follows for us: our reader of .xlsb knows the short records (MS-XLSB: BrtShortBlank to BrtShortIsst), so that `check` searches what stands in every column; `import`
#          refuses .xlsb with the repair "save as .xlsx".
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
echo '{"private": true}' >package.json
npm install --no-save --no-package-lock --no-audit --no-fund --silent xlsx@0.18.5
python3 -m venv venv
venv/bin/pip -q install pyxlsb==1.0.10 python-calamine==0.9.1
cat >write.js <<'JS'
const xlsx = require('xlsx');
const book = xlsx.utils.book_new();
xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['สำนักปลัด', 'ค่าวัสดุ', 1500], ['กองคลัง', 'ค่าจ้าง', 2500.5]]), 'budget');
for (const name of ['budget.xlsb', 'budget.xlsx']) xlsx.writeFile(book, name);
JS
node write.js
cat >read.py <<'PY'
import pyxlsb
from python_calamine import CalamineWorkbook

def calamine(name):
    return CalamineWorkbook.from_path(name).get_sheet_by_index(0).to_python()

with pyxlsb.open_workbook("budget.xlsb") as book, book.get_sheet(1) as sheet:
    binary = [[cell.v for cell in row] for row in sheet.rows()]
print(f"calamine .xlsb {calamine('budget.xlsb')}; pyxlsb .xlsb {binary}; calamine .xlsx {calamine('budget.xlsx')}")
PY
seen=$(venv/bin/python read.py)
expected="calamine .xlsb [['สำนักปลัด'], ['กองคลัง']]; pyxlsb .xlsb [[None, None, None], [None, None, None]]; calamine .xlsx [['สำนักปลัด', 'ค่าวัสดุ', 1500.0], ['กองคลัง', 'ค่าจ้าง', 2500.5]]"
[ "$seen" = "$expected" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: of workbooks that SheetJS writes as .xlsb, calamine and pyxlsb read the first column only"
