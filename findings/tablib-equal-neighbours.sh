#!/usr/bin/env bash
# Tool:    tablib 3.10.0 (PyPI, with odfpy 1.4.1); the sheet is saved by LibreOffice Calc 7.4.7 (Debian libreoffice-calc-nogui 4:7.4.7-1+deb12u14); beside it pandas 3.1.1
# Guess:   Calc writes neighbouring cells of the same value once, with a count (table:number-columns-repeated, OpenDocument 1.2 part 1, 19.675): any reader of sheets unfolds them, or
#          does not open the file.
# Seen:    tablib takes such cells for ONE and moves the rest of the row to the left, without a word: a month without complaints stands for two, and the total stands under the
#          second month. Empty cells at the end fill the row, so the table looks whole. pandas reads the same file right.
# Output:  คลัง | 0 | 0 | 5 and ช่าง | 1 | 1 | 2 under กอง, ม.ค., ก.พ., รวม -> {กอง: คลัง, ม.ค.: 0.0, ก.พ.: 5.0, รวม: ''} and {กอง: ช่าง, ม.ค.: 1.0, ก.พ.: 2.0, รวม: ''}
# What follows for us: an identity number typed one digit a cell loses each doubled digit to such a reader, and is no identity number any more: our reader of .ods unfolds the
#          cells that hold something, and its test is a number with a doubled digit.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
office_unpack "$tmp/deb" libreoffice-calc-nogui=4:7.4.7-1+deb12u14 fontconfig-config=2.14.1-4
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq tablib==3.10.0 odfpy==1.4.1 pandas==3.1.1
printf 'กอง,ม.ค.,ก.พ.,รวม\nคลัง,0,0,5\nช่าง,1,1,2\n' > "$tmp/counts.csv"
office "$tmp/deb" --infilter="Text - txt - csv (StarCalc):44,34,76" --convert-to ods --outdir "$tmp" "$tmp/counts.csv"
cat > "$tmp/read.py" <<'PY'
import sys, pandas, tablib
path = sys.argv[1] + "/counts.ods"
print(tablib.Dataset().load(open(path, "rb").read(), format="ods").dict)
print(pandas.read_excel(path, engine="odf").to_dict("records"))
PY
seen=$("$tmp/py/bin/python" "$tmp/read.py" "$tmp" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
want="[{'กอง': 'คลัง', 'ม.ค.': 0.0, 'ก.พ.': 5.0, 'รวม': ''}, {'กอง': 'ช่าง', 'ม.ค.': 1.0, 'ก.พ.': 2.0, 'รวม': ''}]
[{'กอง': 'คลัง', 'ม.ค.': 0, 'ก.พ.': 0, 'รวม': 5}, {'กอง': 'ช่าง', 'ม.ค.': 1, 'ก.พ.': 1, 'รวม': 2}]"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: tablib takes equal neighbours of an OpenDocument sheet for one cell, and totals move to the left"
