#!/usr/bin/env bash
# Tool:    pandas 3.1.1 with odfpy 1.4.1, against calamine (python-calamine 0.9.1, PyPI); sheet saved by LibreOffice Calc 7.4.7 (Debian 4:7.4.7-1+deb12u14)
# Guess:   A cell of an OpenDocument sheet says its value beside what is shown (office:boolean-value="true"); pandas reads the value, as it does for dates and
#          amounts.
# Seen:    For true and false alone it compares the SHOWN text with the English word TRUE. In a sheet whose language is Thai Calc shows จริง, so that each "true" of the column is
#          False, and nothing says so. With the same file and engine="calamine" it is right.
# Output:  =TRUE() in Thai, =TRUE() in English -> pandas False, True        with engine="calamine" True, True
# What follows for us: a list of what is published or done, kept in Calc and turned into a page by a script, says "no" everywhere. Our reader takes the value of the cell (calamine does),
#          and its tests need a sheet in Thai with จริง; our own tables for other programs say มี and ไม่มี as text.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
office_unpack "$tmp/deb" libreoffice-calc-nogui=4:7.4.7-1+deb12u14
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pandas==3.1.1 odfpy==1.4.1 python-calamine==0.9.1
cat > "$tmp/done.fods" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:boolean-style style:name="N1" number:language="th" number:country="TH"><number:boolean/></number:boolean-style>
<number:boolean-style style:name="N2" number:language="en" number:country="US"><number:boolean/></number:boolean-style>
<style:style style:name="thai" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="english" style:family="table-cell" style:data-style-name="N2"/>
</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="done"><table:table-row>
<table:table-cell table:style-name="thai" table:formula="of:=TRUE()"/><table:table-cell table:style-name="english" table:formula="of:=TRUE()"/>
</table:table-row></table:table></office:spreadsheet></office:body></office:document>
XML
office "$tmp/deb" --convert-to ods --outdir "$tmp" "$tmp/done.fods"
"$tmp/py/bin/python" - "$tmp/done.ods" <<'PY'
import sys, zipfile, pandas
path = sys.argv[1]
assert "จริง" in zipfile.ZipFile(path).read("content.xml").decode(), "Calc shows no จริง"
seen = [[bool(value) for value in pandas.read_excel(path, engine=engine, header=None).iloc[0]] for engine in ("odf", "calamine")]
if seen != [[False, True], [True, True]]:
    sys.exit(f"changed: {seen}")
PY
echo "still holds: pandas reads TRUE of a Thai OpenDocument sheet as False"
