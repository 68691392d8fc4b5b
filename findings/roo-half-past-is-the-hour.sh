#!/usr/bin/env bash
# Tool:    Roo 2.10.0 (Debian ruby-roo 2.10.0-1) on Ruby 3.1 (Debian ruby3.1), its reader of OpenDocument sheets; odfdo 3.27.3 (PyPI) beside it
# Guess:   Office hours in a time cell of an .ods are read as the seconds of the day, as from an .xlsx; an amount in baht is a number; text in lines keeps a space or a line end between them.
# Seen:    Of 08:30 shown as "08.30 น.", as offices write it, Roo makes 28800 seconds, which is EIGHT o'clock, and of 16:30 sixteen: it reads the shown words and not the value, up to the full stop. ฿1,250.50 is the text "1250.5", and writing the sheet as CSV ends with an error at it. A line end or a tab within a
#          cell is dropped, so "กองคลัง, กองช่าง" in two lines is one word. Dates and plain numbers are right.
# Output:  08:30 shown as 08.30 น. -> 28800 (08:00)        16:30 -> 57600 (16:00)        ฿1,250.50 -> "1250.5"        กองคลัง (line end) กองช่าง -> กองคลังกองช่าง
# What follows for us: opening hours of a service manual that came through a Rails application are to be compared with its sheet. Our reader of .ods takes value and minutes from the cell, and <text:line-break>
#          as a line end: both belong to its tests.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" ruby3.1 ruby-roo=2.10.0-1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq odfdo==3.27.3
cat > "$tmp/sheet.py" <<'PY'
import sys, zipfile
import odfdo
namespaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))
cells = [
    'office:value-type="time" office:time-value="PT08H30M00S"><text:p>08.30 น.</text:p>',
    'office:value-type="time" office:time-value="PT16H30M00S"><text:p>16.30 น.</text:p>',
    'office:value-type="currency" office:currency="THB" office:value="1250.5"><text:p>฿1,250.50</text:p>',
    'office:value-type="string"><text:p>กองคลัง<text:line-break/>กองช่าง</text:p>',
    'office:value-type="float" office:value="2566"><text:p>2566</text:p>',
]
rows = "".join(f"<table:table-row><table:table-cell {cell}</table:table-cell></table:table-row>" for cell in cells)
content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {namespaces} office:version="1.2"><office:body><office:spreadsheet><table:table table:name="hours">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
kind = "application/vnd.oasis.opendocument.spreadsheet"
entries = "".join(f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>' for path, media in (("/", kind), ("content.xml", "text/xml")))
with zipfile.ZipFile(sys.argv[1], "w") as book:
    book.writestr("mimetype", kind)
    book.writestr("META-INF/manifest.xml", f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">{entries}</manifest:manifest>')
    book.writestr("content.xml", content)
values = [row.get_values()[0] for row in odfdo.Document(sys.argv[1]).body.get_table(0).iter_rows()]
print(int(values[0].total_seconds()), int(values[1].total_seconds()), float(values[2]), "\n" in values[3], values[4])
PY
"$tmp/py/bin/python" "$tmp/sheet.py" "$tmp/hours.ods" > "$tmp/other" 2> "$tmp/log" || { cat "$tmp/log" >&2; exit 1; }
ruby="$tmp/deb/unpacked/usr"
libraries="$ruby/lib/ruby/3.1.0:$(echo "$ruby"/lib/*-linux-gnu/ruby/3.1.0):$ruby/lib/ruby/vendor_ruby:$(echo "$ruby"/lib/*-linux-gnu/ruby/vendor_ruby/3.1.0)"
for gem in "$ruby"/share/rubygems-integration/all/gems/*/lib "$ruby"/lib/*-linux-gnu/rubygems-integration/3.1.0/gems/*/lib "$ruby"/lib/*-linux-gnu/rubygems-integration/3.1.0/extensions/*/3.1.0/*; do libraries+=":$gem"; done
seen="$(LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") RUBYLIB="$libraries" GEM_PATH="$ruby/share/rubygems-integration/all:$(echo "$ruby"/lib/*-linux-gnu/rubygems-integration/3.1.0)" GEM_HOME="$tmp/gems" LC_ALL=C.UTF-8 "$ruby/bin/ruby3.1" -r roo \
  -e 'sheet = Roo::Spreadsheet.open(ARGV[0]).sheet(0); print (1..5).map { |row| sheet.cell(row, 1).inspect }.join(" "), begin; sheet.to_csv; " csv"; rescue; " no csv"; end' "$tmp/hours.ods" 2> "$tmp/log"); $(cat "$tmp/other")" || { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = '28800 57600 "1250.5" "กองคลังกองช่าง" 2566 no csv; 30600 59400 1250.5 True 2566' ] || { cat "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: to Roo half past eight in an OpenDocument sheet is eight o'clock"
