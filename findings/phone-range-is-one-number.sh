#!/usr/bin/env bash
# Tool:    libphonenumber in Python (PyPI phonenumbers 9.0.43), region TH
# Guess:   Of "0 4412 3456-7", which is how offices write two neighbouring lines, Google's library takes the first number, or says that this is none; it knows extensions
#          in many languages, so "ต่อ 12" is one.
# Seen:    The figure behind the hyphen is ADDED to the number: a telephone link leads to +66 44 123 4567, one figure too long, which passes "is it possible". In running text
#          nothing is found at all, not even the first number. "ต่อ" is unknown while the Russian "доб." is known: alone such a number is an error, in text the extension
#          is dropped without a word. The hyphen is punctuation within a number to it, whatever stands on either side; the words for extensions are a fixed list.
# Output:  parse("0 4412 3456-7") -> tel:+66-44-123-4567, possible, not valid; in text: none        "0 2123 4567 ต่อ 12": NumberParseException; in text tel:+66-2-123-4567
#          "0 2123 4567 доб. 12": tel:+66-2-123-4567;ext=12
# What follows for us: where a page of ours ever makes a number into a link, cut at the first hyphen with one or two figures behind it and at ต่อ first, and keep what was cut as
#          text; a test needs "0 4412 3456-7", "0 4412 3456-60" and "ต่อ 12-15". Ask "is it valid", not "is it possible".
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq phonenumbers==9.0.43
cat > "$tmp/numbers.py" <<'PY'
import phonenumbers as library
link = lambda number: library.format_number(number, library.PhoneNumberFormat.RFC3966)
for text in ("0 4412 3456", "0 4412 3456-7", "0 2123 4567 ต่อ 12", "0 2123 4567 доб. 12"):
    try:
        number = library.parse(text, "TH")
        alone = f"{link(number)} {library.is_possible_number(number)} {library.is_valid_number(number)}"
    except library.NumberParseException as error:
        alone = type(error).__name__
    print(alone, [link(match.number) for match in library.PhoneNumberMatcher(f"โทรศัพท์ {text} ในเวลาราชการ", "TH")], end="; ")
PY
seen=$("$tmp/py/bin/python" "$tmp/numbers.py")
want="tel:+66-44-123-456 True True ['tel:+66-44-123-456']; tel:+66-44-123-4567 True False []; NumberParseException ['tel:+66-2-123-4567']; tel:+66-2-123-4567;ext=12 True True ['tel:+66-2-123-4567;ext=12']; "
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: the second of two neighbouring Thai telephone lines becomes a figure of the first"
