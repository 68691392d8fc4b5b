#!/usr/bin/env bash
# Tool:    Tesseract 5.3.0 with its models for Thai and English (Debian 5.3.0-2, tesseract-ocr-tha and -eng 1:4.1.0-2); picture made with Pillow 12.0.0 (PyPI), font Garuda (Debian 1:0.7.3-1)
# Guess:   The thirteen boxes of a Thai form, one printed digit in each, are the easiest a scan can hold: clean, large, apart. They are read one at a time, with blanks between, as the
#          same digits without boxes are.
# Seen:    Without lines around them all thirteen are read. In boxes no run has them: lines become brackets, l, o and Thai letters, some digits vanish, with either model and both ways
#          to cut the page. So the text layer of a scanned form has no identity number to be found, while the picture shows one.
# Output:  3 1 0 0 9 0 0 1 2 3 4 5 5 -> 3100900123455 in a line; in boxes 0 and 8 digits in their order (Thai model, page and block), 1 and 1 (English)
# What follows for us: no finding in a scanned form says nothing: `pdf-scan` and the help of the privacy checks say that forms with boxes must be looked at by a person. The corpus counts
#          what a reader shows, so boxes of scans are no miss of ours.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" tesseract-ocr=5.3.0-2 tesseract-ocr-tha=1:4.1.0-2 tesseract-ocr-eng=1:4.1.0-2 fonts-tlwg-garuda-ttf=1:0.7.3-1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pillow==12.0.0
usr="$tmp/deb/unpacked/usr"
LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb")
export LD_LIBRARY_PATH TESSDATA_PREFIX="$usr/share/tesseract-ocr/5/tessdata"
"$tmp/py/bin/python" - "$usr/share/fonts/truetype/tlwg/Garuda.ttf" "$tmp" <<'PY'
import sys
from PIL import Image, ImageDraw, ImageFont
font = ImageFont.truetype(sys.argv[1], 48, layout_engine=ImageFont.Layout.BASIC)
for name, boxed in (("boxes", True), ("plain", False)):
    page = Image.new("L", (1500, 400), 255)
    draw = ImageDraw.Draw(page)
    draw.text((60, 40), "เลขประจำตัวประชาชน", font=font, fill=0)
    for at, digit in enumerate("3100900123455"):
        x = 100 + 90 * at
        if boxed:
            draw.rectangle((x, 180, x + 76, 270), outline=0, width=3)
        draw.text((x + 24, 182), digit, font=font, fill=0)
    page.save(f"{sys.argv[2]}/{name}.png", dpi=(300, 300))
PY
for name in plain boxes; do
  for model in tha eng; do
    for cut in 3 6; do
      "$usr/bin/tesseract" "$tmp/$name.png" - -l "$model" --psm "$cut" > "$tmp/$name-$model-$cut.txt" 2> "$tmp/log" || { cat "$tmp/log" >&2; exit 1; }
    done
  done
done
seen=$(python3 - "$tmp" <<'PY'
import re, sys
from difflib import SequenceMatcher
for name in ("plain", "boxes"):
    counts = []
    for model in ("tha", "eng"):
        for cut in (3, 6):
            digits = re.sub(r"[^0-9]", "", open(f"{sys.argv[1]}/{name}-{model}-{cut}.txt").read())
            counts.append(sum(block.size for block in SequenceMatcher(None, "3100900123455", digits, False).get_matching_blocks()))
    print(name + ":", *counts)
PY
)
want="plain: 13 13 13 13
boxes: 0 8 1 1"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: of thirteen clean digits in boxes Tesseract never reads all, without boxes it does"
