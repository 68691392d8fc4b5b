#!/usr/bin/env bash
# Tool:    Pelican 4.12.0 with Unidecode 1.4.0 (PyPI)
# Guess:   Its addresses are Latin letters by default, so Thai titles are spelled in them, somehow; two that come out alike get a number or an error. Tags have names of their own and stay apart.
# Seen:    The spelling has no tone marks, so น้ำ ("water") and นำ ("to lead"), เสือ ("tiger") and เสื้อ ("shirt") are ONE TAG each: one page of the name that came
#          first lists the articles of both, and there is no warning. Of two articles named ข่าว ("news") and ข้าว ("rice") no site is built at all.
# Output:  tags น้ำ, นำ -> tag/nmaa.html for both; เสือ, เสื้อ -> tag/esuue.html        titles ข่าว and ข้าว -> khaaw.html, "Failed to overwrite", status 1
# What follows for us: a list by subject that comes from such a site may hold two subjects in one, and its old address tells neither: a redirect from /tag/nmaa.html is no proof of what stood there.
#          Ours are by year and item, never by title or tag; should subjects get pages, their addresses are given by hand, and two that meet are a diagnostic.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pelican==4.12.0 unidecode==1.4.0 markdown==3.11.3
article() { mkdir -p "$tmp/$1"; printf 'Title: %s\nDate: 2023-01-31\nTags: %s\n\nประกาศ\n' "$2" "$3" > "$tmp/$1/$4.md"; }
article tags ปลา น้ำ one; article tags ที่ดิน นำ two; article tags ถนน เสือ three; article tags สะพาน เสื้อ four
article titles ข่าว ก one; article titles ข้าว ก two
printf 'AUTHOR = "office"\nSITENAME = "office"\nDEFAULT_LANG = "th"\nTIMEZONE = "UTC"\n' > "$tmp/settings.py"
build() { status=0; (cd "$tmp" && COLUMNS=200 "$tmp/py/bin/pelican" "$1" -o "out-$1" -s settings.py) > "$tmp/log-$1" 2>&1 || status=$?; }
build tags
[ "$status" = 0 ] || { cat "$tmp/log-tags" >&2; exit 1; }
seen="$(cd "$tmp/out-tags/tag" && echo *)"
for tag in nmaa esuue; do
  seen+="; $(grep -oE 'ปลา|ที่ดิน|ถนน|สะพาน' "$tmp/out-tags/tag/$tag.html" | sort -u | tr '\n' ' ')"
done
grep -qiE 'same|conflict|duplicate|overwrite' "$tmp/log-tags" && seen+=warned
build titles
seen+="; $status $(tr -s ' \n' ' ' < "$tmp/log-titles" | grep -oc 'khaaw')"
[ "$seen" = "esuue.html nmaa.html; ที่ดิน ปลา ; ถนน สะพาน ; 1 1" ] || { echo "changed: $seen" >&2; cat "$tmp/log-titles" >&2; exit 1; }
echo "still holds: to Pelican water and lead are one tag, and of news and rice it builds no site"
