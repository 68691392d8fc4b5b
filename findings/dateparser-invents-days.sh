#!/usr/bin/env bash
# Tool:    dateparser 1.5.0 (PyPI), languages=["th"]
# Guess:   It does not know the Buddhist era, so it takes 2565 for a Gregorian year; day and month it reads, in a sentence as well as alone.
# Seen:    Alone, "1 ต.ค. 2565" is read as guessed. In a sentence the very same words lose day and month: only the year is found, and TODAY's day and month
#          are put beside it. With พ.ศ. before the year one date becomes two, of which the first has this year; alone it is not read at all.
# Output:  on 15 June 2020: parse("1 ต.ค. 2565") -> 2565-10-01; in "ตั้งแต่ 1 ต.ค. 2565 ถึง 30 ก.ย. 2566" -> 2565-06-15, 2566-06-15;
#          parse("31 มกราคม พ.ศ. 2566") -> None; in "ประกาศ ณ วันที่ 31 มกราคม พ.ศ. 2566" -> 2020-01-31, 2566-06-15
# What follows for us: data about Thai documents gathered with such tools holds dates that nobody wrote, and they change with the day of the run; where we
#          look for dates in running text, tests must hold whole sentences and พ.ศ., and a year alone must never become a day.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq dateparser==1.5.0
seen=$("$tmp/py/bin/python" - <<'PY'
from datetime import datetime
import dateparser
from dateparser.search import search_dates

known = {"languages": ["th"], "settings": {"RELATIVE_BASE": datetime(2020, 6, 15)}}
day = lambda date: date and date.date().isoformat()
found = lambda text: ",".join(day(date) for _, date in search_dates(text, **known) or [])
print(day(dateparser.parse("1 ต.ค. 2565", **known)), found("ตั้งแต่ 1 ต.ค. 2565 ถึง 30 ก.ย. 2566"),
      day(dateparser.parse("31 มกราคม พ.ศ. 2566", **known)), found("ประกาศ ณ วันที่ 31 มกราคม พ.ศ. 2566"))
PY
)
[ "$seen" = "2565-10-01 2565-06-15,2566-06-15 None 2020-01-31,2566-06-15" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: in a Thai sentence dateparser finds the year and puts today's day beside it"
