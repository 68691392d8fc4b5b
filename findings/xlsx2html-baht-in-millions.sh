#!/usr/bin/env bash
# Tool:    xlsx2html 0.6.4 (PyPI); workbook made with openpyxl 3.1.5
# Guess:   A cell is shown in HTML by its format as a spreadsheet shows it, or else by its bare value.
# Seen:    The commas that scale a number are lost and its word is kept: 1,500,000 as "1.5 ล้าน" (1.5 million) is 1,500,000.0 ล้าน, a MILLION TIMES as much. The code of the language is taken for
#          a format: in [$฿-41E]#,##0.00 the E is an exponent, so 1,250.50 baht is ฿1.2505E003; a number in Thai digits, [$-D00041E]0, has its D and E around it. No error, no warning.
# Output:  1500000 as #,##0.0,,"ล้าน" -> 1,500,000.0"ล้าน"        1250.5 as [$฿-41E]#,##0.00 -> ฿1.2505E003        2566 as [$-D00041E]0 -> D256.600E1        as #,##0.00 -> 1,250.50
# What follows for us: a table of a budget on a page that was made so is compared with the workbook before its sums are used; amounts in our tables are in baht, written out, and the unit is in the
#          heading. A test of our reader has a format with scaling commas and one with [$฿-41E].
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq xlsx2html==0.6.4 openpyxl==3.1.5
cat > "$tmp/page.py" <<'PY'
import re, sys, openpyxl
from xlsx2html import xlsx2html
book = openpyxl.Workbook()
for row, (value, form) in enumerate([(1500000, '#,##0.0,,"ล้าน"'), (1250.5, "[$฿-41E]#,##0.00"), (2566, "[$-D00041E]0"), (1250.5, "#,##0.00")], 1):
    book.active.cell(row, 1, value).number_format = form
book.save(sys.argv[1])
page = xlsx2html(sys.argv[1])
page.seek(0)
print("; ".join(re.findall("<td[^>]*>([^<]*)</td>", page.read())))
PY
seen=$("$tmp/py/bin/python" "$tmp/page.py" "$tmp/budget.xlsx" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = '1,500,000.0"ล้าน"; ฿1.2505E003; D256.600E1; 1,250.50' ] || { cat "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: xlsx2html shows 1.5 million baht as 1,500,000.0 million"
