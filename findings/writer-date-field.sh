#!/usr/bin/env bash
# Tool:    LibreOffice Writer 7.4.7 (Debian 4:7.4.7-1+deb12u14) as a converter, document made with python-docx 1.2.0 (PyPI); against pandoc 3.9 (PyPI pypandoc_binary 1.17)
# Guess:   A date field of Word holds the text that was last shown ("31 มกราคม 2566") beside its pattern ("d MMMM bbbb", the Buddhist year). A converter keeps the text, or works
#          the field out anew, with the year of the common era if it knows no other.
# Seen:    DATE and SAVEDATE are worked out anew, and the year is the letters "bbbb": the paper's own date is gone, and day and month are those of the CONVERSION.
#          In the same paper the text of CREATEDATE is kept. The PDF has the same (tried by hand).
# Output:  on 29 November: DATE \@ "d MMMM bbbb" showing 31 มกราคม 2566 -> 29 November bbbb        CREATEDATE -> 31 มกราคม 2566        pandoc: 31 มกราคม 2566 in both
# What follows for us: "bbbb" in an attachment or a page is a Buddhist year that was lost, and the day beside it is no day of the paper: `check` can name the four letters
#          after a month. Reading Word we take the text of a field, and never work one out.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
office_unpack "$tmp/deb" libreoffice-writer-nogui=4:7.4.7-1+deb12u14
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq python-docx==1.2.0 pypandoc_binary==1.17
"$tmp/py/bin/python" - "$tmp/letter.docx" <<'PY'
import sys, docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

def mark(line, kind):
    sign = OxmlElement("w:fldChar")
    sign.set(qn("w:fldCharType"), kind)
    line.add_run()._r.append(sign)

letter = docx.Document()
for name in ("DATE", "CREATEDATE"):
    line = letter.add_paragraph()
    mark(line, "begin")
    pattern = OxmlElement("w:instrText")
    pattern.text = f' {name} \\@ "d MMMM bbbb" '
    line.add_run()._r.append(pattern)
    mark(line, "separate")
    line.add_run("31 มกราคม 2566")
    mark(line, "end")
letter.save(sys.argv[1])
PY
today=$(LC_ALL=C date "+%-d %B")
office "$tmp/deb" --convert-to txt:Text --outdir "$tmp" "$tmp/letter.docx"
seen=$(sed 's/^\xef\xbb\xbf//' "$tmp/letter.txt" | sed '/^[[:space:]]*$/d' | paste -sd'|')
pandoc=$("$tmp/py/bin/python" -c 'import sys, pypandoc; print("|".join(pypandoc.convert_file(sys.argv[1], "plain").split("\n\n")).strip())' "$tmp/letter.docx" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
# A run at midnight may see either day.
[ "$seen" = "$today bbbb|31 มกราคม 2566" ] || [ "$seen" = "$(LC_ALL=C date "+%-d %B") bbbb|31 มกราคม 2566" ] || { echo "changed: $seen" >&2; exit 1; }
[ "$pandoc" = "31 มกราคม 2566|31 มกราคม 2566" ] || { echo "changed: pandoc $pandoc" >&2; exit 1; }
echo "still holds: Writer puts the day of the conversion and the letters bbbb in the place of a paper's date"
