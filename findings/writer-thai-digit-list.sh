#!/usr/bin/env bash
# Tool:    LibreOffice Writer 7.4.7 (Debian 4:7.4.7-1+deb12u14), document made with python-docx 1.2.0
# Guess:   Word has two Thai numberings, thaiLetters (ก ข ค) and thaiNumbers (๑ ๒ ๓). Writer can number both ways, so it keeps both, or neither.
# Seen:    The letters are shown and saved as letters. The digits, the numbering of every Thai order and announcement, become 1. 2. 3., and saved again as
#          .docx the list IS decimal: opening and saving changes an official text's item numbers for good, without a word.
# Output:  thaiLetters: ก. ข. ค., saved as thaiLetters        thaiNumbers: 1. 2. 3., saved as decimal
# What follows for us: a PDF made by Writer from a Word text cites items by other digits than the original; where both are attached, whatever compares them
#          must hold ๑ and 1 for equal, and the guide should tell officers to look at the numbers of items before they publish such a PDF.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
. "$here/lib/debian.sh"
office_unpack "$tmp/deb" libreoffice-writer-nogui=4:7.4.7-1+deb12u14
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq python-docx==1.2.0
cat > "$tmp/list.py" <<'PY'
import re, sys, zipfile, docx
from docx.oxml import parse_xml
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
tmp, kinds = sys.argv[2], ("thaiLetters", "thaiNumbers")

def make(kind):
    order = docx.Document()
    numbering = order.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="99"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {W} w:numId="99"><w:abstractNumId w:val="99"/></w:num>'))
    for _ in range(3):
        item = order.add_paragraph("ข้อความ")
        item._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr>'))
    order.save(f"{tmp}/{kind}.docx")

def look(kind):
    shown = re.findall(r"(\S+)\s+ข้อความ", open(f"{tmp}/{kind}.txt", encoding="utf-8-sig").read())
    saved = zipfile.ZipFile(f"{tmp}/saved/{kind}.docx").read("word/numbering.xml").decode()
    return " ".join(shown) + (" kept" if f'"{kind}"' in saved else " lost")

if sys.argv[1] == "make":
    for kind in kinds:
        make(kind)
else:
    print("; ".join(look(kind) for kind in kinds))
PY
"$tmp/py/bin/python" "$tmp/list.py" make "$tmp"
office "$tmp/deb" --convert-to txt:Text --outdir "$tmp" "$tmp/thaiLetters.docx" "$tmp/thaiNumbers.docx"
office "$tmp/deb" --convert-to docx --outdir "$tmp/saved" "$tmp/thaiLetters.docx" "$tmp/thaiNumbers.docx"
seen=$("$tmp/py/bin/python" "$tmp/list.py" look "$tmp")
[ "$seen" = "ก. ข. ค. kept; 1. 2. 3. lost" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: Writer keeps Word's Thai letters, and turns its Thai digits into Arabic ones for good"
