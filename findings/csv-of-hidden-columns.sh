#!/usr/bin/env bash
# Tool:    LibreOffice Calc 7.4.7 (Debian libreoffice-calc-nogui 4:7.4.7-1+deb12u14) and MarkItDown 0.1.9 with pandas 3.1.1 (PyPI) convert; openpyxl 3.1.5 makes
# Guess:   A list with its column of identity numbers hidden, and a hidden sheet with the rest, becomes PDF, HTML or CSV as it is shown: Calc's export of CSV writes "cell content as
#          shown" (Help, Text CSV), and hidden is not shown. A converter for text leaves a sheet out that Excel's own menu does not even list (xlsx: veryHidden).
# Seen:    PDF and HTML of Calc are without them; its CSV HAS the hidden column and the hidden row, in the same run. MarkItDown writes all: column, row, both hidden sheets.
# Output:  hidden: column B, row 3, sheet ซ่อน, sheet ลึก -> PDF none, HTML none, CSV column and row, MarkItDown column, row, hidden sheet, very hidden sheet
# What follows for us: open data is asked for as CSV, and that file holds the column that the officer has hidden: what `check` says of an attachment names hidden parts of workbooks, and
#          the guide for open data says to delete, not to hide.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
office_unpack "$tmp/deb" libreoffice-calc-nogui=4:7.4.7-1+deb12u14 fontconfig-config=2.14.1-4
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq openpyxl==3.1.5 pandas==3.1.1 'markitdown[xlsx]==0.1.9' pypdf==7.1.1
"$tmp/py/bin/python" - "$tmp/list.xlsx" <<'PY'
import sys, openpyxl
book = openpyxl.Workbook()
sheet = book.active
for row in (["ชื่อ", "เลขประจำตัว", "บาท"], ["นาย ก", "COLUMN", 600], ["นาย ข", "ROW", 700], ["นาย ค", "COLUMN", 800]):
    sheet.append(row)
sheet.column_dimensions["B"].hidden = True
sheet.row_dimensions[3].hidden = True
for name, state in (("ซ่อน", "hidden"), ("ลึก", "veryHidden")):
    other = book.create_sheet(name)
    other["A1"] = f"SHEET-{state}"
    other.sheet_state = state
book.save(sys.argv[1])
PY
for to in pdf html "csv:Text - txt - csv (StarCalc):44,34,76"; do office "$tmp/deb" --convert-to "$to" --outdir "$tmp" "$tmp/list.xlsx"; done
"$tmp/py/bin/markitdown" "$tmp/list.xlsx" > "$tmp/list.md" 2> "$tmp/log" || { cat "$tmp/log" >&2; exit 1; }
"$tmp/py/bin/python" -c 'import sys, pypdf; print(*(page.extract_text() for page in pypdf.PdfReader(sys.argv[1]).pages))' "$tmp/list.pdf" > "$tmp/list.txt"
seen=""
for pair in "PDF txt" "HTML html" "CSV csv" "MarkItDown md"; do
  # shellcheck disable=SC2086
  set -- $pair
  grep -q "600" "$tmp/list.$2" || { echo "no list in $1" >&2; exit 1; }
  words=$(grep -oE "COLUMN|ROW|SHEET-[a-zA-Z]+" "$tmp/list.$2" | sort -u | tr '\n' ' ' || true)
  seen="$seen$1: $words/ "
done
want="PDF: / HTML: / CSV: COLUMN ROW / MarkItDown: COLUMN ROW SHEET-hidden SHEET-veryHidden / "
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: hidden columns and rows are in Calc's CSV, not in its PDF and HTML; MarkItDown writes hidden sheets too"
