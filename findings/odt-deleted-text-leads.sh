#!/usr/bin/env bash
# Tool:    odt2txt 0.5 (Debian 0.5-7), odfpy 1.4.1 (PyPI, its teletype.extractText); pandoc 3.9 (PyPI pypandoc_binary 1.17) and odfdo 3.27.3 (PyPI) beside them; text written with odfpy
# Guess:   Of a Word file with changes that nobody has accepted, readers of text leave out what was deleted. With an OpenDocument text it is the same, and a comment stands aside or is left out.
# Seen:    What was deleted is THE BEGINNING of the text, with the name of the officer and the second of the change before it: OpenDocument keeps it as common paragraphs in a list at the front of the body, and
#          both write all paragraphs. So a paper opens with "officer2023-01-31T08:30:001,000". A comment is written into the sentence, in the middle of a word if it stands there, with its author. pandoc
#          and odfdo leave the deleted text out.
# Output:  วงเงิน 1,500[deleted: 1,000] บาท -> odt2txt, odfpy: officer2023-01-31T08:30:001,000, then วงเงิน 1,500 บาท        pandoc, odfdo: วงเงิน 1,500 บาท
# What follows for us: our reader of attachments keeps text:tracked-changes and office:annotation apart from the text: a test has both in one .odt, with the comment in the middle of a word. `check` can
#          name an attached .odt that has either, as it does for Word, since it gives away who changed what, and when.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" odt2txt=0.5-7
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq odfpy==1.4.1 odfdo==3.27.3 pypandoc_binary==1.17
cat > "$tmp/changed.py" <<'PY'
import subprocess, sys
import odfdo, pypandoc
from odf import dc, office, teletype, text
from odf.namespaces import TEXTNS
from odf.opendocument import OpenDocumentText, load
path, program = sys.argv[1:]
def holding(element, *parts):
    for part in parts:
        element.addText(part) if isinstance(part, str) else element.addElement(part)
    return element
def who():
    return [holding(dc.Creator(), "officer"), holding(dc.Date(), "2023-01-31T08:30:00")]
paper = OpenDocumentText()
region = text.ChangedRegion(check_grammar=False)
region.setAttrNS(TEXTNS, "id", "change1")
holding(region, holding(text.Deletion(), holding(office.ChangeInfo(), *who()), text.P(text="1,000")))
paper.text.addElement(holding(text.TrackedChanges(), region))
paper.text.addElement(holding(text.P(), "วงเงิน 1,500", text.Change(changeid="change1"), " บาท"))
paper.text.addElement(holding(text.P(), "ประ", holding(office.Annotation(), *who(), text.P(text="รอตรวจ")), "กาศ"))
paper.save(path)
texts = {"odt2txt": subprocess.run([program, "--encoding=utf-8", path], capture_output=True, text=True, check=True).stdout,
         "odfpy": teletype.extractText(load(path).text),
         "pandoc": pypandoc.convert_file(path, "plain"), "odfdo": odfdo.Document(path).get_formatted_text()}
for name, words in texts.items():
    words = words.strip()
    print(name, *(("deleted first" if words.split("วงเงิน")[0].strip().endswith("1,000") else ""), ("with author" if words.startswith("officer") else ""), ("comment within" if "ประofficer" in words else "")), sep=",", end="; ")
PY
seen=$(LC_ALL=C.UTF-8 "$tmp/py/bin/python" "$tmp/changed.py" "$tmp/paper.odt" "$tmp/deb/unpacked/usr/bin/odt2txt.odt2txt" 2> "$tmp/log") ||
  { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = "odt2txt,deleted first,with author,comment within; odfpy,deleted first,with author,comment within; pandoc,,,; odfdo,,,; " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: what was deleted from an OpenDocument text is its beginning, with the officer's name, to readers of text"
