#!/usr/bin/env bash
# Tool:    excelize 0.1.0 (PyPI; the Go library excelize, bound to Python); workbook made with openpyxl 3.1.5
# Guess:   A day in a format with the Buddhist year (dd/mm/bbbb) is shown with 2566, with 2023, or bare: 44957. The library knows Thai months, so it knows Thai formats.
# Seen:    The letters of the Buddhist year are dropped: it is "31/01/", A DAY WITHOUT A YEAR, which a reader fills with the current one; "31 Jan " from d mmm bb. Today's Thai formats of Excel
#          ([$-th-TH,107]…) are bare serial numbers, and the older ones ([$-107041E]…) Thai months with the year 2023 and not 2566. A number in Thai digits by t0 gets the letter: t2566.
# Output:  31 January 2023 as dd/mm/bbbb -> 31/01/        as [$-th-TH,107]d mmmm yyyy -> 44957        as [$-107041E]d mmmm yyyy -> 31 มกราคม 2023        2566 as t0 -> t2566
# What follows for us: rows that a Go program took out of a workbook may have days of every year as "31/01/": a day without a year in a table is to be asked for, and never filled by the year of the page.
#          Our reader goes by the number of the cell and writes the year itself.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq excelize==0.1.0 openpyxl==3.1.5
cat > "$tmp/days.py" <<'PY'
import datetime, sys, excelize, openpyxl
day = datetime.datetime(2023, 1, 31)
cells = [(day, "dd/mm/bbbb"), (day, "d mmm bb"), (day, "[$-th-TH,107]d mmmm yyyy"), (day, "[$-107041E]d mmmm yyyy"), (2566, "t0"), (day, "dd/mm/yyyy")]
book = openpyxl.Workbook()
for row, (value, form) in enumerate(cells, 1):
    book.active.cell(row, 1, value).number_format = form
book.save(sys.argv[1])
read = excelize.open_file(sys.argv[1])
print(";".join(read.get_cell_value("Sheet", f"A{row}") for row in range(1, len(cells) + 1)))
PY
seen=$("$tmp/py/bin/python" "$tmp/days.py" "$tmp/days.xlsx" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = "31/01/;31 Jan ;44957;31 มกราคม 2023;t2566;31/01/2023" ] || { cat "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: excelize shows a day in the Buddhist format without its year"
