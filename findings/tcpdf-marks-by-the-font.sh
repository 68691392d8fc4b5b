#!/usr/bin/env bash
# Tool:    TCPDF 6.6.2 on PHP 8.2.36 (Debian php-tcpdf 6.6.2+dfsg1-1+deb12u1, php8.2-cli 8.2.36-1~deb12u1); fonts Garuda and Sarabun (Debian fonts-tlwg-garuda-ttf 1:0.7.3-1, npm
#          @expo-google-fonts/sarabun 0.4.1); read by pypdfium2 5.15.2 (as Chrome), PyMuPDF 2.0 and pypdf 7.1.1 (PyPI)
# Guess:   A writer that shapes nothing puts each letter into the PDF as it was given, so the text is right whatever the font, and only the marks stand a little off on paper.
# Seen:    It does shape, in a way of the nineties: a mark that has to stand lower or further left becomes a letter of the PRIVATE USE area (U+F70B for ้), if the font has one there. So it depends on
#          the FONT and on the WORD: with Garuda ที่ดิน and น้ำ are right, and ผู้ใหญ่บ้าน, ไม้ and ปี hold signs that nobody can type; with Sarabun all is right.
# Output:  Garuda: ผู้ใหญ่บ้าน -> ผู\uf70bใหญ\uf70aบ\uf70bาน, ไม้ -> ไม\uf70b, ปี 2566 -> ป\uf702 2566; ที่ดิน น้ำ as given        Sarabun: as given
# What follows for us: U+F700 to U+F71A in the text of a PDF are Thai marks of one fixed table each, and can be read as such without a doubt; a search in the file itself, by a visitor, finds
#          no ผู้ or บ้าน. Papers of many PHP systems are of this writer.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" php-tcpdf=6.6.2+dfsg1-1+deb12u1 php8.2-cli=8.2.36-1~deb12u1 php8.2-mbstring=8.2.36-1~deb12u1 fonts-tlwg-garuda-ttf=1:0.7.3-1
npm install --silent --no-audit --no-fund --prefix "$tmp" @expo-google-fonts/sarabun@0.4.1 >&2
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pypdfium2==5.15.2 pymupdf==2.0 pypdf==7.1.1
mkdir "$tmp/fonts"
cp "$tmp/deb/unpacked/usr/share/php/tcpdf/fonts/helvetica.php" "$tmp/fonts"
cp "$tmp"/deb/unpacked/usr/share/fonts/*/*/Garuda.ttf "$tmp/node_modules/@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf" "$tmp"
cat > "$tmp/write.php" <<'PHP'
<?php
[, $folder, $tcpdf] = $argv;
define("K_PATH_FONTS", "$folder/fonts/");
define("K_PATH_CACHE", "$folder/");
require "$tcpdf/tcpdf.php";
foreach (["Garuda", "Sarabun_400Regular"] as $font) {
    $paper = new TCPDF();
    $paper->setPrintHeader(false);
    $paper->setPrintFooter(false);
    $paper->AddPage();
    $paper->SetFont(TCPDF_FONTS::addTTFfont("$folder/$font.ttf", "TrueTypeUnicode"), "", 20);
    $paper->Cell(0, 12, "ที่ดิน น้ำ ผู้ใหญ่บ้าน ไม้ ปี 2566");
    $paper->Output("$folder/$font.pdf", "F");
}
PHP
LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$tmp/deb/unpacked/usr/bin/php8.2" -n -d extension_dir="$(echo "$tmp"/deb/unpacked/usr/lib/php/20*)" -d extension=mbstring -d memory_limit=1G -d error_reporting=0 \
  "$tmp/write.php" "$tmp" "$tmp/deb/unpacked/usr/share/php/tcpdf" > "$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
seen=$("$tmp/py/bin/python" - "$tmp" <<'PY'
import sys, pymupdf, pypdf, pypdfium2
for font in ("Garuda", "Sarabun_400Regular"):
    path = f"{sys.argv[1]}/{font}.pdf"
    texts = {text.splitlines()[0].strip() for text in (pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range(), pymupdf.open(path)[0].get_text(), pypdf.PdfReader(path).pages[0].extract_text())}
    print(*("".join(f"\\u{ord(letter):04x}" if 0xE000 <= ord(letter) <= 0xF8FF else letter for letter in text) for text in sorted(texts)), sep=" or ", end="; ")
PY
)
[ "$seen" = 'ที่ดิน น้ำ ผู\uf70bใหญ\uf70aบ\uf70bาน ไม\uf70b ป\uf702 2566; ที่ดิน น้ำ ผู้ใหญ่บ้าน ไม้ ปี 2566; ' ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: TCPDF writes Thai marks as private-use letters, by the word and by the font"
