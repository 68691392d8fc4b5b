#!/usr/bin/env bash
# Tool:    TCPDF 6.6.2 on PHP 8.2.36 (Debian php-tcpdf 6.6.2+dfsg1-1+deb12u1, php8.2-cli 8.2.36-1~deb12u1); font Sarabun (npm @expo-google-fonts/sarabun 0.4.1); shown and read by
#          pypdfium2 5.15.2 (as Chrome) and PyMuPDF 2.0 (PyPI)
# Guess:   A PDF whose text can be searched and copied right, in two readers, shows that text; Sarabun, the font of Thai official papers, is a plain TrueType font, of which the writer
#          embeds the letters that are used (its default).
# Seen:    The page is EMPTY: the text is there, right to the last tone mark, and not a letter is drawn in Chrome's reader (a dot or two are) nor in MuPDF; the font that was cut down
#          is of no use to them. poppler 22.12 draws other letters in its place (tried by hand). With the whole font embedded (setFontSubsetting(false)) all is seen.
# Output:  ประกาศผลการจัดซื้อ: text right both ways; dark points of the page: fewer than 20 with the default, more than 1,000 with the whole font
# What follows for us: a text that can be read out proves nothing about the paper. A document of TCPDF (named as the producer) with a Thai font that is a subset is worth a look by a person;
#          `check` cannot see it, and the page of the item has the same words in HTML.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" php-tcpdf=6.6.2+dfsg1-1+deb12u1 php8.2-cli=8.2.36-1~deb12u1 php8.2-mbstring=8.2.36-1~deb12u1
npm install --silent --no-audit --no-fund --prefix "$tmp" @expo-google-fonts/sarabun@0.4.1 >&2
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pypdfium2==5.15.2 pymupdf==2.0 pillow==12.0.0
mkdir "$tmp/fonts"
cp "$tmp/deb/unpacked/usr/share/php/tcpdf/fonts/helvetica.php" "$tmp/fonts"
cat > "$tmp/write.php" <<'PHP'
<?php
[, $folder, $tcpdf] = $argv;
define("K_PATH_FONTS", "$folder/fonts/");
define("K_PATH_CACHE", "$folder/");
require "$tcpdf/tcpdf.php";
$font = TCPDF_FONTS::addTTFfont("$folder/node_modules/@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf", "TrueTypeUnicode");
foreach (["default", "whole"] as $way) {
    $paper = new TCPDF();
    $paper->setPrintHeader(false);
    $paper->setPrintFooter(false);
    if ($way === "whole") {
        $paper->setFontSubsetting(false);
    }
    $paper->AddPage();
    $paper->SetFont($font, "", 20);
    $paper->Cell(0, 12, "ประกาศผลการจัดซื้อ");
    $paper->Output("$folder/$way.pdf", "F");
}
PHP
LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$tmp/deb/unpacked/usr/bin/php8.2" -n -d extension_dir="$(echo "$tmp"/deb/unpacked/usr/lib/php/20*)" -d extension=mbstring -d memory_limit=1G -d error_reporting=0 \
  "$tmp/write.php" "$tmp" "$tmp/deb/unpacked/usr/share/php/tcpdf" > "$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
cat > "$tmp/look.py" <<'PY'
import sys, pymupdf, pypdfium2
from PIL import Image

def dark(picture):
    return sum(picture.convert("L").histogram()[:128])

for way in ("default", "whole"):
    path = f"{sys.argv[1]}/{way}.pdf"
    chrome, mupdf = pypdfium2.PdfDocument(path)[0], pymupdf.open(path)[0]
    texts = [chrome.get_textpage().get_text_range(), mupdf.get_text()]
    read = all("ประกาศผลการจัดซื้อ" in text for text in texts)
    shot = mupdf.get_pixmap(dpi=144)
    for points in (dark(chrome.render(scale=2).to_pil().crop((0, 0, 1190, 300))), dark(Image.frombytes("RGB", (shot.width, shot.height), shot.samples).crop((0, 0, 1190, 300)))):
        print(way, "read" if read else texts, "empty" if points < 20 else "seen" if points > 1000 else points, end="; ")
PY
seen=$("$tmp/py/bin/python" "$tmp/look.py" "$tmp" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = "default read empty; default read empty; whole read seen; whole read seen; " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: TCPDF writes Sarabun so that the text can be copied and no letter is seen"
