#!/usr/bin/env bash
# Tool:    csvkit 2.2.0 with agate 1.14.2, frictionless 5.21.0 (PyPI)
# Guess:   Programs for CSV files of open data take ๒๕๖๖ for text, as pandas does; if they knew Thai digits, the option that keeps the leading
#          nought of a telephone number would know them too.
# Seen:    Both take Thai digits for numbers. csvkit's --no-leading-zeroes looks for an ASCII 0 at the front: the number 0812345678 stays as typed, and ๐๘๑๒๓๔๕๖๗๘, the
#          same number on the next column, is 812345678. csvsort rewrites a file so, though it was asked to sort it only. frictionless describes the column as integer.
# Output:  csvjson --no-leading-zeroes: 0812345678 -> "0812345678"        ๐๘๑๒๓๔๕๖๗๘ -> 812345678.0        ๐๘.๓๐ (half past eight) -> 8.3        frictionless: ๒๕๖๖ integer
# What follows for us: who works with our CSV files by these tools sees Thai digits changed into Arabic ones, and numbers of documents and telephones without their nought: columns
#          of ours that are no amounts should not look like numbers, and a data catalogue that names types says "string" for them.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq csvkit==2.2.0 agate==1.14.2 frictionless==5.21.0
printf 'b,a,c,d\nx,0812345678,๐๘๑๒๓๔๕๖๗๘,๐๘.๓๐\ny,0812345679,๐๘๑๒๓๔๕๖๗๙,๐๙.๓๐\n' > "$tmp/phones.csv"
printf 'year,what\n๒๕๖๖,x\n๒๕๖๗,y\n' > "$tmp/years.csv"
seen=$("$tmp/py/bin/csvjson" --no-leading-zeroes "$tmp/phones.csv" 2> "$tmp/log" | "$tmp/py/bin/python" -c 'import json, sys; print(list(json.load(sys.stdin)[0].values())[1:])')
sorted=$("$tmp/py/bin/csvsort" --no-leading-zeroes -c b "$tmp/phones.csv" 2>> "$tmp/log" | sed -n 2p)
type=$(cd "$tmp" && py/bin/frictionless describe years.csv --json | "$tmp/py/bin/python" -c 'import json, sys; d = json.load(sys.stdin); print(d["schema"]["fields"][0]["type"])')
[ "$seen" = "['0812345678', 812345678.0, 8.3]" ] || { echo "changed: $seen" >&2; cat "$tmp/log" >&2; exit 1; }
[ "$sorted $type" = "x,0812345678,812345678,8.30 integer" ] || { echo "changed: $sorted $type" >&2; exit 1; }
echo "still holds: csvkit keeps the nought of 0812345678 and drops that of ๐๘๑๒๓๔๕๖๗๘"
