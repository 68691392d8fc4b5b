#!/usr/bin/env bash
# Tool:    DuckDB 2.0.1 (PyPI) with its extension icu, which the package holds
# Guess:   SET Calendar = 'buddhist' makes years of the Buddhist era of all years, in and out, or is for output only.
# Seen:    It is for taking apart and putting together, and for points in time only. year() of a moment is 2566, of the same day as DATE 2023, isoyear() of the moment 2023; written out,
#          by cast or strftime, it is 2023. make_timestamptz takes 2566 for 2023, the literal '2566-01-31' and strptime take it as it stands, 543 years ahead; so 29 February 2567, which
#          the calendar has, is an error as a literal. A column of days and one of moments do not meet when they are joined by year().
# Output:  year(moment) 2566, year(day) 2023, isoyear(moment) 2023, strftime 31/01/2023        make_timestamptz(2566, 1, 31, …) -> 2023-01-31; strptime('31/01/2566') -> 2566-01-31
# What follows for us: our data for machines hold ISO days of the common era, and the fiscal year as a number of its own, so nobody needs the setting; notes for users of the data
#          should say: add 543, do not switch calendars.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq duckdb==2.0.1
cat > "$tmp/years.py" <<'PY'
import duckdb
base = duckdb.connect()
for setting in ("LOAD icu", "SET Calendar = 'buddhist'", "SET TimeZone = 'Asia/Bangkok'"):
    base.execute(setting)
moment = "TIMESTAMPTZ '2023-01-31 08:30:00+07'"
for value in (
    f"year({moment})", "year(DATE '2023-01-31')", f"isoyear({moment})", f"strftime({moment}, '%d/%m/%Y')", f"{moment}::VARCHAR",
    "make_timestamptz(2566, 1, 31, 8, 30, 0.0)::VARCHAR", "strptime('31/01/2566 +07', '%d/%m/%Y %z')::VARCHAR", "TIMESTAMPTZ '2567-02-29 00:00:00+07'::VARCHAR",
):
    try:
        print(base.execute("SELECT " + value).fetchone()[0], end="; ")
    except duckdb.Error as error:
        print(type(error).__name__, end="; ")
PY
seen=$("$tmp/py/bin/python" "$tmp/years.py")
want="2566; 2023; 2023; 31/01/2023; 2023-01-31 08:30:00+07; 2023-01-31 08:30:00+07; 2566-01-31 00:00:00+07; ConversionException; "
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: in DuckDB's Buddhist calendar the year of a moment is 2566, of the same day 2023"
