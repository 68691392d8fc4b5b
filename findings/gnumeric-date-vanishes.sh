#!/usr/bin/env bash
# Tool:    Gnumeric 1.12.55 (ssconvert, Debian gnumeric 1.12.55-1); workbook made with openpyxl 3.1.5 (PyPI)
# Guess:   Gnumeric knows the Buddhist year of a cell's format and Thai digits, which few do: of d/m/bbbb it makes 31/1/2566, of an amount in [$-D00041E]0 ๔๔๙๕๗. So it
#          knows the format that today's Excel writes for the same ([$-th-TH,D07]), or shows a year of the common era.
# Seen:    The cell is EMPTY: in the CSV that ssconvert writes there is nothing between the commas, for a date and for a plain number, and the run ends with 0. Other
#          cells of the row are there. Of the older spelling ([$-D07041E]) it shows the day in English, with the year of the common era and Arabic digits.
# Output:  d/m/bbbb -> 31/1/2566        [$-D00041E]0 -> ๔๔๙๕๗        [$-D07041E]d mmmm yyyy -> 31 January 2023        [$-th-TH,D07]d mmm yyyy -> nothing
# What follows for us: a CSV beside a workbook may lack each date that the workbook shows: an empty column under a heading like วันที่ is a finding for `check`. Dates of a workbook
#          are read from the value of the cell, whatever its format.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" gnumeric=1.12.55-1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq openpyxl==3.1.5
"$tmp/py/bin/python" - "$tmp/day.xlsx" <<'PY'
import sys, openpyxl
book = openpyxl.Workbook()
for column, shown in enumerate(("d/m/bbbb", "[$-D00041E]0", "[$-D07041E]d mmmm yyyy", "[$-th-TH,D07]d mmm yyyy", "0"), 1):
    book.active.cell(1, column, 44957).number_format = shown
book.save(sys.argv[1])
PY
usr="$tmp/deb/unpacked/usr"
# Of the ways to write text, only the configurable one takes cells as they are shown.
HOME="$tmp" LC_ALL=C.UTF-8 LD_LIBRARY_PATH="$(debian_libraries "$tmp/deb"):$usr/lib" GNUMERIC_PLUGIN_PATH=$(echo "$usr"/lib/gnumeric/*/plugins) \
  "$usr/bin/ssconvert" -O format=preserve -T Gnumeric_stf:stf_assistant "$tmp/day.xlsx" "$tmp/day.txt" > "$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
seen=$(cat "$tmp/day.txt")
[ "$seen" = '31/1/2566,๔๔๙๕๗,"31 January 2023",,44957' ] || { echo "changed: $seen" >&2; cat "$tmp/log" >&2; exit 1; }
echo "still holds: Gnumeric writes nothing for a date in the Buddhist format of today's Excel"
