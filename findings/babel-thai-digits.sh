#!/usr/bin/env bash
# Tool:    Babel 2.19.0 (PyPI), which Sphinx and the extensions of Flask write figures and dates with
# Guess:   format_decimal(1234.5, locale="th", numbering_system="thai") is ๑,๒๓๔.๕: the digits are what a numbering system is; who passes a name that Babel does not know is refused.
# Seen:    The setting changes the SEPARATORS only, and Thai has the same ones as English, so it changes nothing and says nothing: 1,234.5. A wrong name is an error, so "thai" looks
#          supported. For Arabic the mixture shows: Arabic separators between European digits. Read the other way, parse_decimal takes ๑,๒๓๔.๕๐, and mixed digits as well.
# Output:  thai -> 1,234.5; ฿1,234.50        arab (locale ar_EG) -> 1٬234٫5        xxxx -> UnsupportedNumberingSystemError        parse_decimal("๑,๒๓4.๕๐") -> 1234.50
# What follows for us: Thai digits stay one function of ours (src/thai/digits.rs) and no setting of a library, with ๑,๒๓๔.๕ asserted letter by letter; what a body's own Python program
#          adds to a page shows Arabic ones beside our Thai ones.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq babel==2.19.0
cat > "$tmp/digits.py" <<'PY'
from babel.numbers import format_currency, format_decimal, parse_decimal
print(format_decimal(1234.5, locale="th", numbering_system="thai"), format_currency(1234.5, "THB", locale="th_TH", numbering_system="thai"), sep="; ", end="; ")
print(format_decimal(1234.5, locale="ar_EG", numbering_system="arab"), parse_decimal("๑,๒๓4.๕๐", locale="th"), sep="; ", end="; ")
try:
    print(format_decimal(1234.5, locale="th", numbering_system="xxxx"))
except Exception as error:
    print(type(error).__name__)
PY
seen=$("$tmp/py/bin/python" "$tmp/digits.py")
[ "$seen" = "1,234.5; ฿1,234.50; 1٬234٫5; 1234.50; UnsupportedNumberingSystemError" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: Babel takes the numbering system \"thai\" and writes Arabic digits"
