#!/usr/bin/env bash
# Tool:    WeasyPrint 70.0 (PyPI), the page read by PyMuPDF 2.0 (PyPI)
# Guess:   <ol start="9"> and <li value="5"> say which item it is, and are no matter of looks: in the PDF items are 9, 10 and 5, 6, as in every browser, also in Thai digits. reversed counts down.
# Seen:    Without the option "presentational hints", which is off, every list begins at ONE: 9 and 10 are 1 and 2, value and reversed are passed over, and there is no warning. With it start and value are right, and a list that is
#          reversed still counts up. So the numbers by which items are cited are hints to it, as bgcolor is. counter-reset in CSS is obeyed either way.
# Output:  start=9 in Thai digits -> ๑. ๒.; value=5 -> 1. 2.; reversed -> 1. 2.; counter-reset: list-item 8 -> 9. 10.        with hints: ๙. ๑๐.; 5. 6.; 1. 2.; 9. 10.
# What follows for us: a Markdown list that begins with 9 is <ol start="9"> in our pages: printed by this tool item 9 of an order is item 1. The manual's part on printing names browsers, and for WeasyPrint the option; our own style for
#          print could set counter-reset from start, which both obey: a test with a list that begins at 9.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq weasyprint==70.0 pymupdf==2.0
debian_unpack "$tmp/deb" libpango-1.0-0=1.50.12+ds-1 libpangoft2-1.0-0=1.50.12+ds-1 libharfbuzz-subset0=6.0.0+dfsg-3 fontconfig-config=2.14.1-4 fonts-tlwg-garuda-ttf=1:0.7.3-1
cat > "$tmp/print.py" <<'PY'
import re, sys, pymupdf, weasyprint
page = (f'<!doctype html><html lang="th"><style>@font-face {{ font-family: Garuda; src: url(file://{sys.argv[1]}) }} body {{ font-family: Garuda }}</style>'
        '<ol start="9" style="list-style-type: thai"><li>ก<li>ข</ol><ol><li value="5">ก<li>ข</ol>'
        '<ol reversed><li>ก<li>ข</ol><ol style="counter-reset: list-item 8"><li>ก<li>ข</ol>')
for hints in (False, True):
    text = pymupdf.open(stream=weasyprint.HTML(string=page).write_pdf(presentational_hints=hints))[0].get_text()
    print(*re.findall(r"[\d๐-๙]+\.", text), end="; ")
PY
mkdir "$tmp/home"
export HOME="$tmp/home" FONTCONFIG_PATH="$tmp/deb/unpacked/etc/fonts" LD_LIBRARY_PATH
LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb")
seen=$("$tmp/py/bin/python" "$tmp/print.py" "$tmp/deb/unpacked/usr/share/fonts/truetype/tlwg/Garuda.ttf" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = "๑. ๒. 1. 2. 1. 2. 9. 10.; ๙. ๑๐. 5. 6. 1. 2. 9. 10.; " ] || { echo "changed: $seen" >&2; cat "$tmp/log" >&2; exit 1; }
echo "still holds: printed by WeasyPrint, a list that begins with item 9 begins with item 1"
