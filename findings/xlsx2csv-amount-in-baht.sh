#!/usr/bin/env bash
# Tool:    xlsx2csv 0.8.6 (PyPI); workbook made with openpyxl 3.1.5 (PyPI)
# Guess:   An amount whose format has its unit beside it, #,##0.00 "Baht", comes out as 12500.5 or as 12,500.50 Baht. The word in quotes can be lost; the amount is what the cell holds.
# Seen:    The AMOUNT is lost, and its format comes in its place: #,##0.00 "ba12t". The word has an h, so the cell is a date to it, the h its hour, and of the number 12500.5 nothing but the hour 12 is
#          left. "THB" in quotes, "MB" and "days" do the same, each with other letters. Written in Thai, as [$THB], or as ฿ the amount is right, so the columns of two offices differ by the word only.
# Output:  #,##0.00 "Baht" -> #,##0.00 "ba12t"        "THB" #,##0.00 -> "t12b" #,##0.00        0 "days" -> 0 "22ays"        #,##0.00 "บาท", [$THB] #,##0.00 -> 12500.5
# What follows for us: a CSV in which a budget column holds ba12t has lost its amounts for good, and only the workbook brings them back: `check` can name a cell of a CSV that holds #,##0, and import
#          of such a column says "the amounts are not in this file", never 12.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq xlsx2csv==0.8.6 openpyxl==3.1.5
"$tmp/py/bin/python" - "$tmp/budget.xlsx" <<'PY'
import sys, openpyxl
book = openpyxl.Workbook()
for row, form in enumerate(['#,##0.00 "Baht"', '"THB" #,##0.00', '0 "days"', '#,##0.00 "บาท"', '[$THB] #,##0.00', '[$฿-41E]#,##0.00'], 1):
    book.active.cell(row, 1, 12500.5).number_format = form
book.save(sys.argv[1])
PY
seen=$("$tmp/py/bin/xlsx2csv" -d tab "$tmp/budget.xlsx" 2> "$tmp/log" | tr '\n' '|' | tr -d '\r')
[ "$seen" = '"#,##0.00 ""ba12t"""|"""t12b"" #,##0.00"|"0 ""22ays"""|12500.5|12500.5|12500.5|' ] || { cat "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: xlsx2csv writes the format of an amount in Baht in place of the amount"
