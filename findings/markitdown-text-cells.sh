#!/usr/bin/env bash
# Tool:    MarkItDown 0.1.9 with pandas 3.1.1 (PyPI), workbook made with openpyxl 3.1.5
# Guess:   Cells that the workbook holds as TEXT stay as typed, that is why an office keeps telephone numbers as text; an empty cell among numbers
#          may turn years into 2566.0 and itself into NaN, as pandas does.
# Seen:    Text is read as numbers as well, by the column: the telephone number 0812345678 is 812345678.0, and item 2.10 is item 2.1.
#          One cell with a letter or a hyphen in the column, and all of it stays text.
# Output:  text cells 0812345678, empty -> 812345678.0, NaN        2.9, 2.10 -> 2.9, 2.1        2.9, 2.10, 2.ก -> as typed
# What follows for us: a table that came into a page this way has telephone numbers of nine figures, some with ".0", and item 2.1 twice: `check` can name a column in which each number ends
#          in ".0", and NaN. Our reader of workbooks takes text for text; its tests need 2.10 and 0812345678 as text, with an empty cell below.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq 'markitdown[xlsx]==0.1.9' pandas==3.1.1 openpyxl==3.1.5
"$tmp/py/bin/python" - "$tmp/items.xlsx" 2> "$tmp/log" <<'PY' || { cat "$tmp/log" >&2; exit 1; }
import sys, openpyxl
from markitdown import MarkItDown
book = openpyxl.Workbook()
for row in (["item", "other", "telephone"], ["2.9", "2.9", "0812345678"], ["2.10", "2.10", None], ["2.1", "2.ก", "0812345679"]):
    book.active.append(row)
book.save(sys.argv[1])
assert {cell.data_type for row in book.active.iter_rows(min_row=2) for cell in row if cell.value} == {"s"}
lines = MarkItDown().convert(sys.argv[1]).text_content.splitlines()
seen = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[-3:]]
if seen != [["2.9", "2.9", "812345678.0"], ["2.1", "2.10", "NaN"], ["2.1", "2.ก", "812345679.0"]]:
    sys.exit(f"changed: {seen}")
PY
echo "still holds: to MarkItDown the text 0812345678 of a workbook is 812345678.0, and item 2.10 is 2.1"
