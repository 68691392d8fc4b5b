#!/usr/bin/env bash
# Tool:    Spreadsheet::ParseExcel 0.6500 and Spreadsheet::ParseXLSX 0.27 (Debian libspreadsheet-parseexcel-perl 0.6500-4~deb12u1, libspreadsheet-parsexlsx-perl 0.27-3+deb12u2), readers for Perl;
#          workbook made with openpyxl 3.1.5 (PyPI)
# Guess:   A code of language in a cell's format ([$-41E] for Thai) is passed over by a reader that cannot use it, or is left standing before the value; it is so for all languages.
# Seen:    American (409), Japanese (411) and German (407) codes are passed over. That of Thailand has a LETTER, 41E, and its figures are taken for places of the number: an amount in Thai digits
#          is poured INTO the code, so that 1,234.50 is "[$1,241E]34.50" and the year 2566 "[$25641E]6"; of a date only its serial number is left, in pieces. Nothing says so.
# Output:  [$-409]#,##0.00 -> 1,234.50        [$-D00041E]#,##0.00 -> [$1,241E]34.50        [$-D00041E]0 -> [$25641E]6 (2566)        [$-41E]d mmmm yyyy -> [$41E] 4 4957
# What follows for us: a CSV or a page made by such a script has amounts with "41E" in them, of which a search for figures takes a wrong one (12,500,000.00 is "[$12,500,041E]00.00"): a cell
#          that holds "41E]" is no number, and its value cannot be restored without the workbook.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" libspreadsheet-parsexlsx-perl=0.27-3+deb12u2 libspreadsheet-parseexcel-perl=0.6500-4~deb12u1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq openpyxl==3.1.5
"$tmp/py/bin/python" - "$tmp/budget.xlsx" <<'PY'
import datetime, sys, openpyxl
book = openpyxl.Workbook()
day = datetime.date(2023, 1, 31)
cells = [(day, "[$-409]d mmmm yyyy"), (day, "[$-41E]d mmmm yyyy"), (1234.5, "[$-409]#,##0.00"), (1234.5, "[$-D00041E]#,##0.00"), (12500000, "[$-D00041E]#,##0.00"), (2566, "[$-D00041E]0")]
for row, (value, form) in enumerate(cells, 1):
    book.active.cell(row, 1, value).number_format = form
book.save(sys.argv[1])
PY
perl="$tmp/deb/unpacked/usr"
seen=$(PERL5LIB="$perl/share/perl5:$(echo "$perl"/lib/*/perl5/5.36)" perl -MSpreadsheet::ParseXLSX -e '
  my $sheet = Spreadsheet::ParseXLSX->new->parse($ARGV[0])->worksheet(0);
  print join " | ", map { $sheet->get_cell($_, 0)->value } 0 .. 5;
' "$tmp/budget.xlsx")
[ "$seen" = '31 January 2023 | [$41E] 4 4957 | 1,234.50 | [$1,241E]34.50 | [$12,500,041E]00.00 | [$25641E]6' ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: Perl's readers of workbooks pour amounts in Thai digits into the code of the language"
