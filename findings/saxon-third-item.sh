#!/usr/bin/env bash
# Tool:    SaxonC-HE 13.1 (PyPI saxonche 13.1.1), format-integer of XPath
# Guess:   The picture 'ก' numbers items with Thai letters, as Word does: ก ข ค ง จ, or is not known and gives Arabic digits. '๑' gives Thai digits.
# Seen:    Digits are right. Letters are counted by their places in Unicode: the third item is ฃ, the fifth ฅ, two letters that nobody has written for a hundred years, so every item from the third on has
#          another letter than the one that orders, contracts and Word's own lists give it: ค is the fourth. ฤ and ฦ are counted too, and the 44th is ฬ. No item of a law is cited so.
# Output:  1 to 7 -> ก ข ฃ ค ฅ ฆ ง        2566 as '๑' -> ๒๕๖๖
# What follows for us: where our pages number items with Thai letters, the row is ก ข ค ง จ ฉ ช …, without ฃ ฅ: a test holds the first ten, letter by letter. An item ฃ in a text that comes from XML (an
#          edition made with XSLT) is the mark of such a numbering, and `check` can name it: ฃ and ฅ as the letter of an item are never meant.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq saxonche==13.1.1
cat > "$tmp/items.py" <<'PY'
from saxonche import PySaxonProcessor
with PySaxonProcessor(license=False) as saxon:
    ask = saxon.new_xpath_processor()
    print(ask.evaluate_single("string-join(for $item in (1 to 7, 44) return format-integer($item, 'ก'), ' ')"), ask.evaluate_single("format-integer(2566, '๑')"))
PY
seen=$("$tmp/py/bin/python" "$tmp/items.py")
[ "$seen" = "ก ข ฃ ค ฅ ฆ ง ฬ ๒๕๖๖" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: numbered by Saxon with Thai letters, the third item is ฃ"
