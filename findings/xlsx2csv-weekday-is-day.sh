#!/usr/bin/env bash
# Tool:    xlsx2csv 0.8.6 (PyPI); workbook made with openpyxl 3.1.5 (PyPI)
# Guess:   A converter that writes dates in the format of their cells either knows the day of the week and the words that the format has in quotes, or writes the date in a form of its own.
# Seen:    The day of the week becomes THE DAY OF THE MONTH: "Tuesday, the 31st" is 31, then 31 again, and with ddd 3131. The quotes around a word stay. And by the first letters of its code
#          one Thai format of Excel is a date ([$-107041E]d mmm yy) and its neighbour a number ([$-D07041E]d mmmm yyyy): 44957.
# Output:  dddd"ที่ "d mmmm yyyy -> 31"ที่ "31 January 2023        ddd d -> 3131 31        [$-107041E]d mmm yy -> 31 Jan 23        [$-D07041E]d mmmm yyyy -> 44957
# What follows for us: the official long date (วันอังคารที่ 31 มกราคม 2566) comes through such a CSV with two days before the month. A text with two numbers before a month's name ought to be no
#          date to a reader, whichever of the two is meant.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq xlsx2csv==0.8.6 openpyxl==3.1.5
"$tmp/py/bin/python" - "$tmp/days.xlsx" <<'PY'
import datetime, sys, openpyxl
book = openpyxl.Workbook()
for row, form in enumerate(['dddd"ที่ "d mmmm yyyy', "ddd d", "[$-107041E]d mmm yy", "[$-D07041E]d mmmm yyyy", "d mmmm yyyy"], 1):
    book.active.cell(row, 1, datetime.date(2023, 1, 31)).number_format = form
book.save(sys.argv[1])
PY
seen=$("$tmp/py/bin/xlsx2csv" --delimiter ";" "$tmp/days.xlsx" | tr '\n' '|')
want='"31""ที่ ""31 January 2023"|3131 31|31 Jan 23|44957|31 January 2023|'
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: xlsx2csv writes the day of the month for the day of the week"
