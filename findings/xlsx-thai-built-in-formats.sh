#!/usr/bin/env bash
# Tool:    calamine (PyPI python-calamine 0.9.1), openpyxl 3.1.5, LibreOffice Calc 7.4.7 (Debian 4:7.4.7-1+deb12u14)
# Guess:   Beside the formats that every Excel has by number, without a code in the file, ECMA-376 (part 1, 18.8.30) lists more for five languages, Thai among
#          them: 71 day/month/year, 77 the same with the time, 81 d/m/bb with the Buddhist year. Who reads workbooks knows the whole page, or none of it.
# Seen:    calamine knows that page's numbers for Chinese, Japanese and Korean, and not the Thai ones: a Thai date is a bare number. openpyxl (and pandas with it)
#          knows neither. Calc knows them, one line off: 77 is shown as a time without its date, 81 as minutes and seconds of no day.
# Output:  44957.5 as 57, 71, 77, 81: calamine 2023-01-31, 44957.5, 44957.5, 44957.5        openpyxl 44957.5 four times
#          Calc 1/31/2023, 1/31/2023, 12:00:00, 00:00.0
# What follows for us: we read workbooks with calamine (0.38 has the same list): a date of a Thai Excel can arrive as 44957. A bare number of five digits in a column
#          of dates has to be named as a doubt, with the date that it would be; a test needs numFmtId="71" without a numFmt.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
. "$here/lib/debian.sh"
office_unpack "$tmp/deb" libreoffice-calc-nogui=4:7.4.7-1+deb12u14
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq python-calamine==0.9.1 openpyxl==3.1.5
cat > "$tmp/book.py" <<'PY'
import csv, sys, zipfile
path, ids = sys.argv[2] + "/dates.xlsx", (57, 71, 77, 81)
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."

def make():
    cells = "".join(f'<row r="{n}"><c r="A{n}" s="{n}"><v>44957.5</v></c></row>' for n in range(1, len(ids) + 1))
    formats = "".join(f'<xf numFmtId="{n}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' for n in (0, *ids))
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}worksheet+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships {RELS}><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships {RELS}><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet {MAIN}><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
            '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            f'<cellXfs count="{len(ids) + 1}">{formats}</cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet {MAIN}><sheetData>{cells}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)

def look():
    import openpyxl, python_calamine
    day = lambda value: value.date().isoformat() if hasattr(value, "date") else str(value)
    calamine = [day(row[0]) for row in python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()]
    plain = [day(row[0].value) for row in openpyxl.load_workbook(path).active.rows]
    calc = [row[0] for row in csv.reader(open(sys.argv[2] + "/dates.csv", encoding="utf-8-sig"))]
    print(" ".join(calamine), " ".join(plain), " ".join(calc), sep="; ")

make() if sys.argv[1] == "make" else look()
PY
"$tmp/py/bin/python" "$tmp/book.py" make "$tmp"
office "$tmp/deb" --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1' --outdir "$tmp" "$tmp/dates.xlsx"
seen=$("$tmp/py/bin/python" -W ignore "$tmp/book.py" look "$tmp")
want="2023-01-31 44957.5 44957.5 44957.5; 44957.5 44957.5 44957.5 44957.5; 1/31/2023 1/31/2023 12:00:00 00:00.0"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: of the built-in formats of other languages, calamine knows those of East Asia as dates and the Thai ones not"
