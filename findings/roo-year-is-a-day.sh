#!/usr/bin/env bash
# Tool:    Roo 2.10.0 (Debian ruby-roo 2.10.0-1) on Ruby 3.1 (Debian ruby3.1); workbook made with openpyxl 3.1.5 (PyPI), read by openpyxl and calamine (python-calamine 0.9.1) beside it
# Guess:   A format that shows a number in Thai digits ([$-D00041E]0) changes how it looks; the cell is the number 2566 to each reader. The language in brackets holds a D, which is no day.
# Seen:    To Roo it is one: the fiscal year 2566 in Thai digits is the DAY 1907-01-09, and 12 as 0 "days" the 11th of January 1900. With commas (#,##0) or in Arabic digits it is the number.
# Output:  2566 as [$-D00041E]0 -> Date 1907-01-09        as 0 -> 2566        as [$-D00041E]#,##0 -> 2566        12 as 0 "days" -> Date 1900-01-11        openpyxl, calamine: 2566, 12
# What follows for us: a year column that comes out of a body's Rails application as days of 1907 was a column of years in Thai digits, and can be put right (days since 1899-12-30): a date of 1907 in a
#          table is to be asked for. Our reader leaves out what stands in brackets and quotes before it looks for letters of a date: a test with [$-D00041E]0.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" ruby3.1 ruby-roo=2.10.0-1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq openpyxl==3.1.5 python-calamine==0.9.1
"$tmp/py/bin/python" - "$tmp/years.xlsx" > "$tmp/others" <<'PY'
import sys, openpyxl, python_calamine
book = openpyxl.Workbook()
for row, (value, form) in enumerate([(2566, "[$-D00041E]0"), (2566, "0"), (2566, "[$-D00041E]#,##0"), (12, '0 "days"')], 1):
    book.active.cell(row, 1, value).number_format = form
book.save(sys.argv[1])
print([row[0].value for row in openpyxl.load_workbook(sys.argv[1]).active.rows], [int(row[0]) for row in python_calamine.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()])
PY
ruby="$tmp/deb/unpacked/usr"
libraries="$ruby/lib/ruby/3.1.0:$(echo "$ruby"/lib/*-linux-gnu/ruby/3.1.0):$ruby/lib/ruby/vendor_ruby:$(echo "$ruby"/lib/*-linux-gnu/ruby/vendor_ruby/3.1.0)"
for gem in "$ruby"/share/rubygems-integration/all/gems/*/lib "$ruby"/lib/*-linux-gnu/rubygems-integration/3.1.0/gems/*/lib "$ruby"/lib/*-linux-gnu/rubygems-integration/3.1.0/extensions/*/3.1.0/*; do libraries+=":$gem"; done
seen=$(LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") RUBYLIB="$libraries" GEM_PATH="$ruby/share/rubygems-integration/all:$(echo "$ruby"/lib/*-linux-gnu/rubygems-integration/3.1.0)" GEM_HOME="$tmp/gems" LC_ALL=C.UTF-8 "$ruby/bin/ruby3.1" -r roo \
  -e 'sheet = Roo::Spreadsheet.open(ARGV[0]).sheet(0); print (1..4).map { |row| "#{sheet.cell(row, 1).class} #{sheet.cell(row, 1)}" }.join("; ")' "$tmp/years.xlsx" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
[ "$seen $(cat "$tmp/others")" = "Date 1907-01-09; Integer 2566; Integer 2566; Date 1900-01-11 [2566, 2566, 2566, 12] [2566, 2566, 2566, 12]" ] || { cat "$tmp/log" >&2; echo "changed: $seen $(cat "$tmp/others")" >&2; exit 1; }
echo "still holds: to Roo the year 2566 in Thai digits is a day of 1907"
