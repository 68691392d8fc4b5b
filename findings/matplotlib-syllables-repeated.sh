#!/usr/bin/env bash
# Tool:    matplotlib 3.11.2 (PyPI) saves a figure as PDF; font Sarabun (npm @expo-google-fonts/sarabun 0.4.1); read with PDFium (PyPI pypdfium2 5.15.2) and pypdf 7.1.1
# Guess:   A label of a chart is in the text layer once, as it was given; if shaped text is wrong there, vowels or tone marks are missing.
# Seen:    Nothing is missing, but each syllable with marks comes once for EVERY one of its glyphs: บัญชี is บับัญชีชี, ผู้บริหาร is ผู้ผู้ผู้บริริหาร, น้ำ is น้ำน้ำน้ำ, with both types
#          of font that can be asked for (3 and 42). On the picture the label is right. Words without marks (งบประมาณ) are found, so a look at a page or two tells nobody.
# Output:  บัญชี -> บับัญชีชี; น้ำ -> น้ำน้ำน้ำ; งบประมาณ as given; both readers
# What follows for us: charts in annual reports come out of such programs. `pdf-broken-text` knows doubled syllables by their form; a number in the label is whole, so the
#          privacy check reads it. For officers: the figures of a chart belong into a table beside it.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
echo '{"private": true}' >package.json
npm install --no-save --no-package-lock --no-audit --no-fund --silent @expo-google-fonts/sarabun@0.4.1
python3 -m venv venv
venv/bin/pip -q install matplotlib==3.11.2 pypdfium2==5.15.2 pypdf==7.1.1
cat >chart.py <<'PY'
import matplotlib

matplotlib.use("pdf")
import matplotlib.pyplot as plt
import pypdf
import pypdfium2
from matplotlib.font_manager import FontProperties

font = FontProperties(fname="node_modules/@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf")
for kind in (3, 42):
    plt.rcParams["pdf.fonttype"] = kind
    figure = plt.figure()
    figure.text(0.1, 0.5, "บัญชี น้ำ งบประมาณ", fontproperties=font)
    figure.savefig("chart.pdf")
    readers = [pypdfium2.PdfDocument("chart.pdf")[0].get_textpage().get_text_range(), pypdf.PdfReader("chart.pdf").pages[0].extract_text()]
    print(kind, *("".join(text.split()) for text in readers))
PY
seen=$(MPLCONFIGDIR="$tmp" venv/bin/python chart.py 2>log) || { cat log >&2; exit 1; }
label=บับัญชีชีน้ำน้ำน้ำงบประมาณ
expected="3 $label $label"$'\n'"42 $label $label"
[ "$seen" = "$expected" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: in a PDF of matplotlib each Thai syllable with marks is repeated once for each of its glyphs"
