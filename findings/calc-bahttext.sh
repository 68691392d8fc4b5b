#!/usr/bin/env bash
# Tool:    LibreOffice Calc 7.4.7 (Debian 4:7.4.7-1+deb12u14), workbook made with openpyxl 3.1.5
# Guess:   BAHTTEXT, the function every Thai voucher uses to put an amount into words, stands in the standard of the xlsx format as BAHTTEXT.
#          Calc has the function, so it computes the plain name in an xlsx, and words an amount as other tools do.
# Seen:    In an xlsx, Calc knows the function only under the prefix for functions outside the standard; the plain name is an error.
#          And 1,000,001 ends in "one" (หนึ่ง) where the language says เอ็ด after a million too; num2words 0.5.14 says เอ็ด.
# Output:  BAHTTEXT(21.25) -> #NAME?   _xlfn.BAHTTEXT(21.25) -> ยี่สิบเอ็ดบาทยี่สิบห้าสตางค์   _xlfn.BAHTTEXT(1000001) -> หนึ่งล้านหนึ่งบาทถ้วน
# What follows for us: an attached workbook can hold an error where its author sees an amount in words: `check` could name the cells of an attachment
#          whose value is an error, and 1,000,001 belongs into the cases of any check of amounts in words.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
. "$here/lib/debian.sh"
office_unpack "$tmp/deb" libreoffice-calc-nogui=4:7.4.7-1+deb12u14
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq openpyxl==3.1.5 num2words==0.5.14
"$tmp/py/bin/python" - "$tmp" <<'PY'
import sys, openpyxl
book = openpyxl.Workbook()
for formula in ("=BAHTTEXT(21.25)", "=_xlfn.BAHTTEXT(21.25)", "=_xlfn.BAHTTEXT(1000001)"):
    book.active.append([formula])
book.save(sys.argv[1] + "/amounts.xlsx")
PY
office "$tmp/deb" --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1' --outdir "$tmp" "$tmp/amounts.xlsx"
"$tmp/py/bin/python" - "$tmp" <<'PY'
import csv, sys
from num2words import num2words
seen = [row[0] for row in csv.reader(open(sys.argv[1] + "/amounts.csv", encoding="utf-8-sig"))]
other = num2words(1000001, lang="th")
if seen != ["#NAME?", "ยี่สิบเอ็ดบาทยี่สิบห้าสตางค์", "หนึ่งล้านหนึ่งบาทถ้วน"] or other != "หนึ่งล้านเอ็ด":
    sys.exit(f"changed: Calc says {seen}, num2words says {other}")
PY
echo "still holds: Calc answers #NAME? to BAHTTEXT in an xlsx, and words 1,000,001 as หนึ่งล้านหนึ่ง"
