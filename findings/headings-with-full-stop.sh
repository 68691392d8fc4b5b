#!/usr/bin/env bash
# Tool:    Miller 6.6.0 (Debian 6.6.0-2+b3); Altair 6.3.0 with vl-convert-python 1.9.0 (PyPI), which draws with Vega-Lite
# Guess:   A CSV whose column is headed พ.ศ. ("year of the Buddhist era") is made into JSON with that key; a chart of it has its bars.
# Seen:    Miller takes the full stops of a heading for nesting wherever it goes from CSV to JSON, and what would hang behind the LAST stop is thrown away: the key is "พ", its
#          value an empty object, and the YEAR IS GONE, with status 0. "อบต. ก" is kept, one floor down. With --no-auto-unflatten it is right. In Vega-Lite the same heading is a
#          path too: the chart has axes and not one bar, without a message.
# Output:  พ.ศ.,รวม / 2566,5 -> {"พ": {}, "รวม": 5}        bars of the field ปี: 2, of พ.ศ.: 0
# What follows for us: a test should hold that no heading of our CSV has a full stop (ปีงบประมาณ, not พ.ศ.; เมษายน, not เม.ย.), nor a key of our JSON; where an author's own table has
#          one, the notes for users of the data name --no-auto-unflatten.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" miller=6.6.0-2+b3
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq altair==6.3.0 vl-convert-python==1.9.0 pandas==3.1.1
printf 'พ.ศ.,อบต. ก,รวม\n2566,7,5\n' > "$tmp/years.csv"
mlr="$tmp/deb/unpacked/usr/bin/mlr"
seen="$("$mlr" --icsv --ojsonl cat "$tmp/years.csv") $("$mlr" --icsv --ojsonl --no-auto-unflatten cat "$tmp/years.csv")"
want='{"พ": {}, "อบต": {" ก": 7}, "รวม": 5} {"พ.ศ.": 2566, "อบต. ก": 7, "รวม": 5}'
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
cat > "$tmp/bars.py" <<'PY'
import altair, pandas, vl_convert
for heading in ("ปี", "พ.ศ."):
    table = pandas.DataFrame({heading: [1000, 2000], "ที่": ["a", "b"]})
    chart = altair.Chart(table).mark_bar().encode(x=altair.X(field=heading, type="quantitative"), y="ที่:N")
    drawn = vl_convert.vegalite_to_svg(chart.to_json())
    print(heading in drawn, drawn.count('aria-roledescription="bar"'), end="; ")
PY
seen=$("$tmp/py/bin/python" "$tmp/bars.py")
[ "$seen" = "True 2; True 0; " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: Miller loses the value under a heading พ.ศ., and Vega-Lite draws no bar of it"
