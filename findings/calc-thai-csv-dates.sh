#!/usr/bin/env bash
# Tool:    LibreOffice Calc 7.4.7 (Debian 4:7.4.7-1+deb12u14), a CSV imported with the language Thai (1054) and "detect special numbers"
# Guess:   Told that a CSV is Thai, Calc reads 31/1/2566 as Excel does on a Thai computer, as a day of 2023; a program that knows no Buddhist era leaves such cells
#          text, all of them.
# Seen:    31/1/2566 is a day 543 years ahead, 31/1/66 one of 1966, 29/2/2567 (a leap day, a real date of the era) text: three kinds of cell in one column. Thai digits do
#          count: ๓๑/๑/๒๕๖๖ is a date, ๐๘.๓๐ (half past eight) the number 8.3, item ๒.๑๐ the number 2.1, the telephone number ๐๘๑๒๓๔๕๖๗๘ has lost its nought.
#          In English (US) every one of these is text.
# Output:  2566-01-31, 1966-01-31, text, 2566-01-31, 8.3, 2.1, 812345678        English: 31/1/2566 and all others as typed
# What follows for us: a CSV that went through Calc can hold 2.1 for item 2.10 and years of 1966 for 2566: a date of more than 500 years
#          ahead, and one 57 years before the paper's, are to be named as what they are; our own CSV files are for reading, with a note to import all columns as text.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
. "$here/lib/debian.sh"
office_unpack "$tmp/deb" libreoffice-calc-nogui=4:7.4.7-1+deb12u14
printf '%s\n' 31/1/2566 31/1/66 29/2/2567 ๓๑/๑/๒๕๖๖ ๐๘.๓๐ ๒.๑๐ ๐๘๑๒๓๔๕๖๗๘ > "$tmp/list.csv"
cat > "$tmp/cells.py" <<'PY'
import sys, zipfile
from xml.etree import ElementTree
office, table = ("{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}" % name for name in ("office", "table"))
cells = []
for cell in ElementTree.fromstring(zipfile.ZipFile(sys.argv[1]).read("content.xml")).iter(table + "table-cell"):
    text = "".join(cell.itertext())
    if text:
        kind = cell.get(office + "value-type")
        cells.append("text" if kind == "string" else cell.get(office + ("date-value" if kind == "date" else "value")))
print(*cells)
PY
seen=""
for language in 1054 1033; do
  office "$tmp/deb" "--infilter=CSV:44,34,76,1,,$language,false,true" --convert-to ods --outdir "$tmp/$language" "$tmp/list.csv"
  seen+="$language: $(python3 "$tmp/cells.py" "$tmp/$language/list.ods"); "
done
want="1054: 2566-01-31 1966-01-31 text 2566-01-31 8.3 2.1 812345678; 1033: text text text text text text text; "
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: told that a CSV is Thai, Calc makes three kinds of cell of its dates, and numbers of its item numbers"
