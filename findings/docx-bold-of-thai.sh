#!/usr/bin/env bash
# Tool:    pandoc 3.9 (PyPI pypandoc_binary 1.17), mammoth 1.13.0 (PyPI); file saved and shown by LibreOffice Writer 7.4.7 (Debian 4:7.4.7-1+deb12u14), looked at with PyMuPDF 2.0;
#          font Garuda (Debian fonts-tlwg-garuda-ttf 1:0.7.3-1)
# Guess:   Word's format has a second "bold" for complex scripts (w:bCs beside w:b, ECMA-376 part 1, 17.3.2), and Thai is one of them: whoever converts Thai documents has
#          met it, so bold comes out bold, whichever of the two a file has.
# Seen:    They have it THE WRONG WAY ROUND. What Writer saves for bold Thai is w:bCs alone: pandoc and mammoth drop it. With w:b alone Thai is not bold on the page, and both make
#          it bold. mammoth knows w:b only; pandoc reads w:bCs only where the run is also marked as right-to-left or w:cs, and Writer marks none. Of OpenDocument
#          (style:font-weight-complex) pandoc loses it as well. Nobody says a word.
# Output:  shown: **ห้าม** รับเงิน        pandoc, mammoth: ห้าม **รับเงิน** (of .docx), pandoc the same of .odt
# What follows for us: what an officer converts and pastes can have its emphasis on the wrong words, or none: the guide says to compare bold places after converting. A reader of
#          .docx or .odt attachments, once there is one, takes w:bCs and w:iCs for runs of Thai, with this file as its test.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
. "$here/lib/debian.sh"
office_unpack "$tmp/deb" libreoffice-writer-nogui=4:7.4.7-1+deb12u14 fonts-tlwg-garuda-ttf=1:0.7.3-1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pypandoc_binary==1.17 mammoth==1.13.0 pymupdf==2.0
cat > "$tmp/fonts.conf" <<XML
<?xml version="1.0"?><fontconfig><dir>$tmp/deb/unpacked/usr/share/fonts</dir><cachedir>$tmp/fonts</cachedir></fontconfig>
XML
cat > "$tmp/letter.fodt" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
<style:style style:name="complex" style:family="text"><style:text-properties style:font-weight-complex="bold"/></style:style>
<style:style style:name="western" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>
<office:body><office:text><text:p><text:span text:style-name="complex">ห้าม</text:span><text:span text:style-name="western">รับเงิน</text:span></text:p></office:text></office:body></office:document>
XML
export FONTCONFIG_FILE="$tmp/fonts.conf"
for format in docx odt; do office "$tmp/deb" --convert-to "$format" --outdir "$tmp" "$tmp/letter.fodt"; done
office "$tmp/deb" --convert-to pdf --outdir "$tmp" "$tmp/letter.docx"
cat > "$tmp/bold.py" <<'PY'
import re, sys, zipfile, mammoth, pymupdf, pypandoc
letter = sys.argv[1] + "/letter."
saved = re.findall(r"<w:rPr>(.*?)</w:rPr><w:t[^>]*>(.*?)</w:t>", zipfile.ZipFile(letter + "docx").read("word/document.xml").decode())
spans = [span for block in pymupdf.open(letter + "pdf")[0].get_text("dict")["blocks"] for line in block["lines"] for span in line["spans"]]
print(*[" ".join(re.findall(r"<w:[bi](?:Cs)?/>", marks)) + text for marks, text in saved], sep=" ")
print(*[f"**{span['text']}**" if "Bold" in span["font"] else span["text"] for span in spans], sep="")
print(*[pypandoc.convert_file(letter + format, "commonmark").strip() for format in ("docx", "odt")])
print(re.sub("</?p>", "", mammoth.convert_to_html(open(letter + "docx", "rb")).value))
PY
seen=$("$tmp/py/bin/python" "$tmp/bold.py" "$tmp" | paste -sd';')
want="<w:bCs/>ห้าม <w:b/>รับเงิน;**ห้าม**รับเงิน;ห้าม**รับเงิน** ห้าม**รับเงิน**;ห้าม<strong>รับเงิน</strong>"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: of bold Thai, pandoc and mammoth lose the bold that is shown and keep one that is not"
