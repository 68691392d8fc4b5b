#!/usr/bin/env bash
# Tool:    kreuzberg 4.10.4 (PyPI), which takes the text out of files of many kinds; files in the Thai code page of Windows
# Guess:   A page that says charset="tis-620", a letter that says windows-874 and a table that says nothing: the first two are read by what they say, the third is a guess that may fail.
# Seen:    The TABLE is right, which says nothing. The page is signs of replacement for each Thai letter, whatever name of the charset it gives (tis-620, windows-874, iso-8859-11), and so is an XML file with its
#          declaration. A letter is right if it says tis-620 or iso-8859-11, and lost, subject and text, if it says windows-874, which is what Outlook writes. No error, no warning: the text is there, and its words are
#          not.
# Output:  .csv: น้ำประปา        .html, .xml that name their charset: � for each letter        .eml tis-620, iso-8859-11: ข่าว; windows-874: �
# What follows for us: pages of old Thai sites are in such code pages: `import` reads the declared charset, all the names, and a test holds one file of each. Text with U+FFFD is never taken over without a
#          diagnostic that names the file. The manual must not propose this tool for old pages.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq kreuzberg==4.10.4
cat > "$tmp/kinds.py" <<'PY'
import base64, sys, kreuzberg
def read(name, text):
    file = f"{sys.argv[1]}/{name}"
    with open(file, "wb") as out:
        out.write(text.encode("cp874"))
    found = kreuzberg.extract_file_sync(file).content
    return "right" if "ข่าว" in found and "น้ำประปา" in found and "\ufffd" not in found else "lost" if "\ufffd" in found and "ข่าว" not in found else "other"
names = ("tis-620", "windows-874", "iso-8859-11")
print("csv", read("a.csv", "ข่าว,จำนวน\r\nน้ำประปา,\"1,250.50\"\r\n"), end="; ")
print("html", *(read(f"{name}.html", f'<!doctype html><html lang="th"><meta charset="{name}"><h1>ข่าว</h1><p>น้ำประปา</p>') for name in names), end="; ")
print("xml", read("a.xml", '<?xml version="1.0" encoding="tis-620"?><a>ข่าว น้ำประปา</a>'), end="; ")
for name in names:
    subject = base64.b64encode("ข่าว".encode("cp874")).decode()
    print(name, read(f"{name}.eml", f"From: a@office.example\r\nTo: a@office.example\r\nSubject: =?{name}?B?{subject}?=\r\nMIME-Version: 1.0\r\n"
                     f"Content-Type: text/plain; charset={name}\r\nContent-Transfer-Encoding: 8bit\r\n\r\nน้ำประปา\r\n"), end="; ")
PY
seen=$("$tmp/py/bin/python" "$tmp/kinds.py" "$tmp" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = "csv right; html lost lost lost; xml lost; tis-620 right; windows-874 lost; iso-8859-11 right; " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: kreuzberg reads Thai of a table that names no charset, and loses it from a page that does"
