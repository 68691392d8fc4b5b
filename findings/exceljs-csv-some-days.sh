#!/usr/bin/env bash
# Tool:    ExcelJS 4.4.0 (npm), its reader of CSV
# Guess:   A CSV has no types, so cells are text, or numbers where they look like one; a column of days is all text, or all days.
# Seen:    Each cell is tried as MM-DD-YYYY, then YYYY-MM-DD: of days written as offices write them, those up to the 12th become days with DAY AND MONTH CHANGED OVER, of the year 2566
#          of the common era, and those from the 13th on stay text. Telephone 0812345678 is 812345678, item 2.10 is 2.1. With strokes (01/02/2566) all stay text.
# Output:  01-02-2566 (1 February) -> 2566-01-02        13-02-2566 -> "13-02-2566"        01/02/2566 -> "01/02/2566"
# What follows for us: a workbook that a script made so from a register can hold days in one column of two kinds and two orders: `import` should report a column where some cells are days and
#          some are text like days, and any day cell of a year after 2400; our own CSV keeps to YYYY-MM-DD of the common era.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" exceljs@4.4.0 >&2
printf '01-02-2566,01/02/2566,0812345678,2.10\n13-02-2566,13/02/2566,021234567,2.20\n' > "$tmp/days.csv"
cat > "$tmp/read.cjs" <<'JS'
const { Workbook } = require("exceljs");
new Workbook().csv.readFile(process.argv[2]).then((sheet) => sheet.eachRow((row) => console.log(JSON.stringify(row.values.slice(1)))));
JS
seen=$(TZ=UTC node "$tmp/read.cjs" "$tmp/days.csv" 2> "$tmp/log")
want='["2566-01-02T00:00:00.000Z","01/02/2566",812345678,2.1]
["13-02-2566","13/02/2566",21234567,2.2]'
[ "$seen" = "$want" ] || { printf 'changed: %s\n' "$seen" >&2; cat "$tmp/log" >&2; exit 1; }
echo "still holds: ExcelJS makes 2 January of 1 February 2566, and leaves 13 February as text"
