#!/usr/bin/env bash
# Tool:    LibreOffice Calc 7.4.7 (Debian libreoffice-calc-nogui 4:7.4.7-1+deb12u14); the workbook is made by openpyxl 3.1.5 (PyPI)
# Guess:   Flat XML (.fods) is the same OpenDocument in one file, made for tools that compare and search: what .ods keeps, .fods keeps, from whichever format it comes.
# Seen:    The note of a cell comes from .xlsx into .ods, .xlsx and .fods; of the .ods that Calc itself has just written it comes into .ods and .xlsx, but NOT into .fods. The cell is there,
#          its note is gone, status 0.
# Output:  notes in: xlsx -> fods 1, xlsx -> ods 1; that ods -> ods 1, -> xlsx 1, -> fods 0
# What follows for us: nobody may take Calc's flat file for what a person sees in an .ods, as our own corpus did at first; it reads the notes of .ods from the file itself. Notes of cells
#          are where officers keep numbers of persons, so the readers of .ods and .xlsx have tests with one.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
office_unpack "$tmp/deb" libreoffice-calc-nogui=4:7.4.7-1+deb12u14 fontconfig-config=2.14.1-4
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq openpyxl==3.1.5
"$tmp/py/bin/python" - "$tmp/list.xlsx" <<'PY'
import sys, openpyxl
from openpyxl.comments import Comment
book = openpyxl.Workbook()
book.active["A1"] = "รายการ"
book.active["A1"].comment = Comment("หมายเหตุ", "ก")
book.save(sys.argv[1])
PY
convert() { office "$tmp/deb" --convert-to "$2" --outdir "$tmp/$3" "$1"; }
convert "$tmp/list.xlsx" fods from-xlsx
convert "$tmp/list.xlsx" ods from-xlsx
for to in ods xlsx fods; do convert "$tmp/from-xlsx/list.ods" "$to" from-ods; done
notes() { "$tmp/py/bin/python" - "$1" <<'PY'
import sys, zipfile
from pathlib import Path
path = Path(sys.argv[1])
if path.suffix == ".fods":
    text = path.read_text(encoding="utf-8")
else:
    with zipfile.ZipFile(path) as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist() if name == "content.xml" or name.startswith("xl/comments") or name.endswith("sharedStrings.xml"))
if "รายการ" not in text:
    sys.exit(f"{path.name}: the cell is gone")
print(text.count("หมายเหตุ"))
PY
}
seen="xlsx-fods $(notes "$tmp/from-xlsx/list.fods"), xlsx-ods $(notes "$tmp/from-xlsx/list.ods"), ods-ods $(notes "$tmp/from-ods/list.ods"), ods-xlsx $(notes "$tmp/from-ods/list.xlsx"), ods-fods $(notes "$tmp/from-ods/list.fods")"
want="xlsx-fods 1, xlsx-ods 1, ods-ods 1, ods-xlsx 1, ods-fods 0"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: Calc loses the note of a cell on the way from .ods to flat XML, and on no other"
