#!/usr/bin/env bash
# Tool:    htmldate 1.11.0 (PyPI), which finds the day of a page for trafilatura and other makers of archives of the web
# Guess:   A Thai page that says "ประกาศ ณ วันที่ 31 มกราคม 2566" gets this day, or none, as no language is named that it knows.
# Seen:    The Thai date is passed over, and the four figures of a TELEPHONE NUMBER are its year: with 0 4412 2015 in its foot the page is of 1 January 2015, with a circular "ว 2019" of 2019. So the
#          pages of one office, all with one foot, are all of one day. With <time datetime="2023-01-31"> or JSON-LD the day is right, whatever else stands there; datetime="2566-01-31" is passed over, too.
# Output:  date alone -> None        date and โทร. 0 4412 2015 -> 2015-01-01        date and "ที่ มท 0808.2/ว 2019" -> 2019-01-01        with <time> or JSON-LD and the telephone -> 2023-01-31
# What follows for us: archives of a site sort by such a day. The "dateModified" in the JSON-LD of our filed items is read (2023-01-31 below); pages without it, the contact page and those of a year, are of
#          the telephone number's year, so each page with a date should have it, or a <time datetime> of the common era. `check --external` must not take a day from the text of a page.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq htmldate==1.11.0 dateparser==1.5.0 lxml==6.1.3
cat > "$tmp/day.py" <<'PY'
from htmldate import find_date
page = """<html lang="th"><head><title>ประกาศ</title></head><body><article><h1>ประกาศเทศบาลตำบล เรื่อง แผนปฏิบัติการ</h1><p>{}</p>
<p>เทศบาลตำบลได้จัดทำแผนเพื่อให้ประชาชนได้รับทราบข้อมูลข่าวสารของทางราชการ</p></article><footer><p>{}</p></footer></body></html>"""
day, phone = "ประกาศ ณ วันที่ 31 มกราคม 2566", "โทร. 0 4412 2015"
linked = '<script type="application/ld+json">{"@type": "Dataset", "dateModified": "2023-01-31"}</script>'
mark = '<time datetime="{}">31 มกราคม 2566</time>'
print(*(find_date(page.format(*parts)) for parts in [(day, ""), (day, phone), (day + " ตามหนังสือที่ มท 0808.2/ว 2019", ""), (mark.format("2023-01-31"), phone), (mark.format("2566-01-31"), phone), (day, linked + phone)]))
PY
seen=$("$tmp/py/bin/python" "$tmp/day.py" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = "None 2015-01-01 2019-01-01 2023-01-31 2015-01-01 2023-01-31" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: to htmldate a Thai page is of the year in its telephone number"
