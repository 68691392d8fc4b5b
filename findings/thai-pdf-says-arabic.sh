#!/usr/bin/env bash
# Tool:    pandoc 3.9 (PyPI pypandoc_binary 1.17) makes .docx and .odt, LibreOffice Writer 7.4.7 (Debian libreoffice-writer-nogui 4:7.4.7-1+deb12u14) an accessible PDF; python-docx 1.2.0
#          beside pandoc; pikepdf 10.18.0 reads
# Guess:   Told that a text is Thai (lang: th-TH), pandoc says so in the file, and a tagged PDF of it says Thai where the text is Thai: a screen reader picks its voice by that.
# Seen:    The whole is Thai, and each piece of THAI TEXT in it is marked ARABIC. Word's format has a language of its own for scripts like Thai; pandoc sets the one for Latin letters and leaves the
#          other at ar-SA, as its template has it; in .odt it is "none" (zxx). python-docx has ar-SA in its template too, and the whole is English. The words are the same on the page, so nobody sees it.
# Output:  pandoc .docx: document th-TH, text ar-SA        pandoc .odt: th-TH, zxx        python-docx: en-US, ar-SA
# What follows for us: a check of attached PDFs cannot go by the language of the document alone: it looks at /Lang of the pieces too. Whoever makes Thai .docx by program sets
#          w:lang w:bidi="th-TH" in the styles, which is a sentence for the guide on accessible files.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
office_unpack "$tmp/deb" libreoffice-writer-nogui=4:7.4.7-1+deb12u14
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pypandoc_binary==1.17 python-docx==1.2.0 pikepdf==10.18.0
cat > "$tmp/make.py" <<'PY'
import sys, docx, pypandoc
text = "เทศบาลตำบลประกาศแผน"
for kind in ("docx", "odt"):
    pypandoc.convert_text(text, kind, "markdown", outputfile=f"{sys.argv[1]}/pandoc-{kind}.{kind}", extra_args=["-M", "lang=th-TH"])
paper = docx.Document()
paper.add_paragraph(text)
paper.save(sys.argv[1] + "/python.docx")
PY
"$tmp/py/bin/python" "$tmp/make.py" "$tmp"
office "$tmp/deb" --convert-to 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}' --outdir "$tmp" "$tmp"/pandoc-docx.docx "$tmp"/pandoc-odt.odt "$tmp"/python.docx
cat > "$tmp/languages.py" <<'PY'
import sys, pikepdf
for name in ("pandoc-docx", "pandoc-odt", "python"):
    paper = pikepdf.open(f"{sys.argv[1]}/{name}.pdf")
    pieces = {str(thing["/A"]["/Lang"] if "/A" in thing and "/Lang" in thing["/A"] else thing["/Lang"]) for thing in paper.objects
              if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/StructElem" and ("/Lang" in thing or "/A" in thing and "/Lang" in thing["/A"])}
    print(name, paper.Root.Lang, *sorted(pieces), end="; ")
PY
seen=$("$tmp/py/bin/python" "$tmp/languages.py" "$tmp")
[ "$seen" = "pandoc-docx th-TH ar-SA; pandoc-odt th-TH zxx; python en-US ar-SA; " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: the Thai text of a PDF made by way of pandoc is marked as Arabic"
