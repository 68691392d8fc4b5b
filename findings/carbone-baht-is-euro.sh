#!/usr/bin/env bash
# Tool:    Carbone 3.8.2 (npm), which fills Office documents by data
# Guess:   With the language th-TH an amount by formatC is in baht, as it is in dollars for en-US; should the country not be known to it, dates are not Thai either.
# Seen:    Dates are Thai, and amounts are EUROS: 1,250.50 €. Only the bare language "th" has baht; th-th and th-TH, which is how its languages with a country are written, have dates of "th" and the money of a
#          default. With the currencies named as well (currencySource and currencyTarget THB) it is baht.
# Output:  th-TH: 1,250.50 € 31 มกราคม 2023        th: 1,250.50 ฿ 31 มกราคม 2023        en-US: $1,250.50
# What follows for us: a letter or a report with € beside the amount of a Thai office was filled so, and the amount itself is right; nothing is to be converted. Where our documentation tells how to fill a
#          document with our JSON, amounts are given as text with บาท.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" carbone@3.8.2 >&2
cat > "$tmp/fill.cjs" <<'JS'
const carbone = require("carbone");
const fill = (options) => new Promise((done, fail) => carbone.renderXML("{d.amount:formatC(2)} {d.day:formatD(LL)}", { amount: 1250.5, day: "2023-01-31" }, { timezone: "Asia/Bangkok", ...options }, (error, text) => (error ? fail(error) : done(text))));
(async () => {
  const texts = [];
  for (const options of [{ lang: "th-TH" }, { lang: "th-th", currencySource: "THB", currencyTarget: "THB" }, { lang: "th" }, { lang: "en-us" }]) texts.push(await fill(options));
  console.log(texts.join("; "));
})();
JS
seen=$(TMPDIR="$tmp" node "$tmp/fill.cjs" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = "1,250.50 € 31 มกราคม 2023; 1,250.50 ฿ 31 มกราคม 2023; 1,250.50 ฿ 31 มกราคม 2023; \$1,250.50 January 31, 2023" ] || { cat "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: for th-TH Carbone writes an amount in euros beside a Thai date"
