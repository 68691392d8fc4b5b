#!/usr/bin/env bash
# Tool:    dompdf 2.0.3 (Debian php-dompdf 2.0.3+dfsg-1+deb12u1) on PHP 8.2.36 (Debian); font Garuda (Debian fonts-tlwg-garuda-ttf 1:0.7.3-1); read with PDFium
#          (PyPI pypdfium2 5.15.2) and pypdf 7.1.1
# Guess:   A page whose style sheet names one file of a Thai font is Thai all over: for headings and <b> the letters are made bolder, as a browser does, or stay as they are.
# Seen:    Whatever is bold is question marks, one for each code point, on the page and in its text, without a warning: of a family without a bold file dompdf takes a bold
#          Helvetica instead. With a line more, the same file named for `font-weight: bold`, all is Thai.
# Output:  <p>ประกาศ</p><h2>ประกาศ</h2><b>ปี 2566</b> -> ประกาศ ?????? ?? 2566; with the second line as given; both readers
# What follows for us: web systems of Thai bodies print their announcements so, and the headings are what a reader looks for. `pdf-broken-text` counts words of question marks
#          as faults; a number beside such a label has none that can be read.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" php8.2-cli=8.2.36-1~deb12u1 php8.2-mbstring=8.2.36-1~deb12u1 php8.2-xml=8.2.36-1~deb12u1 \
  php-dompdf=2.0.3+dfsg-1+deb12u1 fonts-tlwg-garuda-ttf=1:0.7.3-1 2>"$tmp/log" || { cat "$tmp/log" >&2; exit 1; }
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pypdfium2==5.15.2 pypdf==7.1.1
root="$tmp/deb/unpacked"
cat > "$tmp/make.php" <<'PHP'
<?php
require 'dompdf/autoload.php';
[, $font, $folder, $pdf, $is_bold_named] = $argv;
$face = fn($weight) => "@font-face { font-family: T; font-weight: $weight; src: url('file://$font') format('truetype') }";
$style = $face('normal') . ($is_bold_named ? $face('bold') : '') . ' body { font-family: T }';
mkdir($folder);
$dompdf = new Dompdf\Dompdf(['chroot' => dirname($font, 6), 'fontDir' => $folder, 'fontCache' => $folder, 'tempDir' => $folder]);
$dompdf->loadHtml("<meta charset='utf-8'><style>$style</style><p>ประกาศ</p><h2>ประกาศ</h2><b>ปี 2566</b>", 'UTF-8');
$dompdf->render();
file_put_contents($pdf, $dompdf->output());
PHP
extensions=$(dirname "$(find "$root" -name dom.so)")
for bold in 0 1; do
  LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$root/usr/bin/php8.2" -n -d include_path="$root/usr/share/php" -d extension_dir="$extensions" -d extension=mbstring \
    -d extension=dom -d extension=ctype -d extension=iconv "$tmp/make.php" "$(find "$root" -name Garuda.ttf)" "$tmp/fonts$bold" "$tmp/$bold.pdf" "$bold" > "$tmp/log" 2>&1 \
    || { cat "$tmp/log" >&2; exit 1; }
done
seen=$("$tmp/py/bin/python" - "$tmp/0.pdf" "$tmp/1.pdf" <<'PY'
import sys, pypdf, pypdfium2
for file in sys.argv[1:]:
    texts = pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range(), pypdf.PdfReader(file).pages[0].extract_text()
    print(*(" ".join(text.split()) for text in texts), sep=" | ")
PY
)
want="ประกาศ ?????? ?? 2566 | ประกาศ ?????? ?? 2566
ประกาศ ประกาศ ปี 2566 | ประกาศ ประกาศ ปี 2566"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: dompdf writes question marks for bold Thai of a font that has no bold file"
