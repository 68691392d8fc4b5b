#!/usr/bin/env bash
# Tool:    csvkit 2.2.0 with agate 1.14.2 and parsedatetime 2.6 (PyPI)
# Guess:   A column like 1-2 and 3-4 ("items 1 to 2", or the houses 1/2 and 3/4) is text: there is no year in it, and it is no number.
# Seen:    It is a column of DAYS OF 2001: 1-2 is 2 January 2001, the house 3/4 is 4 March 2001, and csvsort, asked to put rows in order, writes that into the file. It needs
#          each cell of the column to be possible as month and day: with 13-14 in it the whole column stays text, so the same register is right one year and wrong the next. --no-inference leaves all as typed.
# Output:  items 1-2 / 3-4 -> 2001-01-02 / 2001-03-04        1-2 / 13-14 -> as typed
# What follows for us: a column of ours that names items, measures or houses should have "1–2" with a dash or "ข้อ 1-2", not two bare numbers with a hyphen or a stroke between them;
#          tests/outputs could read our CSV by csvkit too, with such a column.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq csvkit==2.2.0 agate==1.14.2 parsedatetime==2.6
printf 'items,house,more,said,dash\n3-4,3/4,13-14,ข้อ 3-4,3–4\n1-2,1/2,1-2,ข้อ 1-2,1–2\n' > "$tmp/items.csv"
seen="$("$tmp/py/bin/csvsort" -c items "$tmp/items.csv" 2> "$tmp/log" | tail -n +2 | tr '\n' ' ')"
seen+="$("$tmp/py/bin/csvsort" --no-inference -c items "$tmp/items.csv" 2>> "$tmp/log" | sed -n 2p)"
[ "$seen" = "2001-01-02,2001-01-02,1-2,ข้อ 1-2,1–2 2001-03-04,2001-03-04,13-14,ข้อ 3-4,3–4 1-2,1/2,1-2,ข้อ 1-2,1–2" ] || { echo "changed: $seen" >&2; cat "$tmp/log" >&2; exit 1; }
echo "still holds: csvkit makes days of 2001 of the items 1-2 and 3-4"
