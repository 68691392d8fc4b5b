#!/usr/bin/env bash
# Tool:    fontmin 2.0.3 with fonteditor-core 2.6.3 (npm), font Sarabun (npm @expo-google-fonts/sarabun 0.4.1); letters placed by HarfBuzz (PyPI uharfbuzz 0.57.0), outlines by fontTools 4.68.0
# Guess:   A font cut down to the letters of a text shows that text as the whole font does; only other letters are missing.
# Seen:    The tables that say where marks stand (GSUB, GPOS, GDEF) are not written, whatever letters are kept: in ที่ and ชื้น the tone mark keeps the height that it has over a bare letter, and is drawn INTO THE VOWEL.
#          Headings, which browsers show big, become hard to read. Each mark is there, and the text copied is right, so no check of the page sees it.
# Output:  tables GDEF GPOS GSUB -> none        the boxes of vowel and tone mark in ที่, ชื้: apart -> overlap
# What follows for us: a theme's font is cut with a tool that keeps the layout tables, as ours were; a font of a body is looked at with ที่ ชื้น before it is used, or has the three tables asked for.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq fonttools==4.68.0 uharfbuzz==0.57.0
npm install --silent --no-audit --no-fund --prefix "$tmp" fontmin@2.0.3 fonteditor-core@2.6.3 @expo-google-fonts/sarabun@0.4.1 >&2
cat > "$tmp/cut.mjs" <<'JS'
import Fontmin from "fontmin";
const [from, to] = process.argv.slice(2);
new Fontmin().src(from).use(Fontmin.glyph({ text: "ที่ชื้นบ้าน", hinting: false })).dest(to).run((error) => { if (error) throw error; });
JS
font="$tmp/node_modules/@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf"
cat > "$tmp/look.py" <<'PY'
import sys, uharfbuzz
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
for file in sys.argv[1:]:
    tables, shaped = TTFont(file), uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(file)))
    glyphs = tables.getGlyphSet()
    def boxes(word):
        text = uharfbuzz.Buffer()
        text.add_str(word)
        text.guess_segment_properties()
        uharfbuzz.shape(shaped, text)
        at = 0
        for info, place in zip(text.glyph_infos, text.glyph_positions):
            pen = BoundsPen(glyphs)
            glyphs[tables.getGlyphName(info.codepoint)].draw(pen)
            left, bottom, right, top = pen.bounds
            yield at + place.x_offset + left, place.y_offset + bottom, at + place.x_offset + right, place.y_offset + top
            at += place.x_advance
    def meet(a, b):
        return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    road, damp = list(boxes("ที่")), list(boxes("ชื้"))
    print(*[tag for tag in ("GDEF", "GPOS", "GSUB") if tag in tables], *["meet" if meet(word[1], word[2]) else "apart" for word in (road, damp)], end="; ")
PY
(cd "$tmp" && node cut.mjs "$font" "$tmp/cut") > "$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
seen=$("$tmp/py/bin/python" "$tmp/look.py" "$font" "$tmp/cut/Sarabun_400Regular.ttf" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = "GDEF GPOS GSUB apart apart; meet meet; " ] || { cat "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: in a font cut by fontmin the tone mark of ที่ is drawn into its vowel"
