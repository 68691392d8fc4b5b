#!/usr/bin/env bash
# Tool:    polars 2.1.0, against DuckDB 2.0.1 and pyarrow 26.0.1 (PyPI)
# Guess:   A library for tables knows no Buddhist era: 25/10/2566 is a day 543 years ahead, 25/10/66 one of 2066 or 1966, or both stay text. In nanoseconds, which end with the
#          year 2262, the former is an error.
# Seen:    read_csv(try_parse_dates=True) makes 25/10/66 a day of the YEAR 66, of the first century: the pattern it tries has %Y, and that takes as few figures as there are.
#          to_datetime(time_unit="ns") makes 25/10/2566 the night of 6 APRIL 1982, with strict=True and no word: the number of nanoseconds goes over the edge of 64 bits and
#          starts again. Casting the same day to nanoseconds is an error, here as in pyarrow and DuckDB.
# Output:  25/10/66 -> 0066-10-25 (DuckDB 2066-10-25)        25/10/2566 in ns -> 1982-04-06 00:25:26; cast: InvalidOperationError; pyarrow: ArrowInvalid
# What follows for us: whoever reads our open data, or a CSV of an office, with polars may hold years of 66 or 1982 that look like data: our own columns of dates are ISO 8601
#          of the common era, four figures, and must stay so. Where we read a table, years below 100 mean the Buddhist century, and 1982 needs no guess: it never comes from us.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq polars==2.1.0 duckdb==2.0.1 pyarrow==26.0.1
printf 'day,sum\n25/10/66,1\n01/11/66,2\n' > "$tmp/list.csv"
cat > "$tmp/days.py" <<'PY'
import datetime, sys, duckdb, polars, pyarrow

def tried(read):
    try:
        return str(read())
    except Exception as error:
        return type(error).__name__

day = datetime.date(2566, 10, 25)
print(polars.read_csv(sys.argv[1], try_parse_dates=True)["day"][0], duckdb.read_csv(sys.argv[1]).fetchall()[0][0], sep=", ")
print(tried(lambda: polars.Series(["25/10/2566"]).str.to_datetime("%d/%m/%Y", time_unit="ns")[0]),
      tried(lambda: polars.Series([day]).cast(polars.Datetime("ns"))[0]),
      tried(lambda: pyarrow.array([day]).cast(pyarrow.timestamp("ns"))),
      tried(lambda: duckdb.sql("select date '2566-10-25'::timestamp_ns").fetchall()), sep=", ")
PY
seen=$("$tmp/py/bin/python" "$tmp/days.py" "$tmp/list.csv")
want="0066-10-25, 2066-10-25
1982-04-06 00:25:26.290448, InvalidOperationError, ArrowInvalid, ConversionException"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: polars reads 25/10/66 in the year 66, and 25/10/2566 in nanoseconds in 1982"
