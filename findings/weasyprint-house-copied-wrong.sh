#!/usr/bin/env bash
# Tool:    WeasyPrint 70.0 (PyPI) with Pango 1.50.12 (Debian 1.50.12+ds-1); read by pypdfium2 5.15.2 (as Chrome reads), PyMuPDF 2.0; fonts Garuda and Laksaman 1:0.7.3-1
# Guess:   WeasyPrint lays Thai out by Pango, as GNOME does, and looks right on paper; so what is copied out of its PDF is the text of the HTML.
# Seen:    Two marks on one letter are entered in the font's map under each other's name, by the word that came first: after ผู้ the word บ้าน ("house") is copied as
#          บูาน, and ปู ("crab") as ป้. Before กำ a Latin letter with a mark is added. Both fonts, every reader; nothing beside it tells the right text.
# Output:  ผู้ใหญ่บ้าน -> ผู้ใหญ่บูาน      ผู้ ปู -> ผู้ ป้      กำหนด -> กĚำหนด with Garuda, กĻำหนด with Laksaman
# What follows for us: a PDF of a page of ours printed by Chrome has the right text beside its letters, for the readers that go by it (chromium-thai-print-misread), one made by
#          this library has it nowhere, though they look the same: `check` can tell by the name of the producer that citizens will search such an attachment in vain.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" libpango-1.0-0=1.50.12+ds-1 libpangoft2-1.0-0=1.50.12+ds-1 libharfbuzz-subset0=6.0.0+dfsg-3 fontconfig-config=2.14.1-4 \
  fonts-tlwg-garuda-ttf=1:0.7.3-1 fonts-tlwg-laksaman-ttf=1:0.7.3-1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq weasyprint==70.0 pypdfium2==5.15.2 pymupdf==2.0
cat > "$tmp/copied.py" <<'PY'
import glob, sys, pymupdf, pypdfium2, weasyprint
found = []
for font in ("Garuda", "Laksaman"):
    file = glob.glob(sys.argv[1] + f"/deb/unpacked/usr/share/fonts/*/*/{font}.ttf")[0]
    for words in ("ผู้ใหญ่บ้าน", "ผู้ ปู", "กำหนด", "ที่ดิน"):
        paper = weasyprint.HTML(string=f'<html lang="th"><style>@font-face {{ font-family: "thai"; src: url("file://{file}") }} p {{ font-family: "thai" }}</style><p>{words}</p>').write_pdf()
        chrome = pypdfium2.PdfDocument(paper)[0].get_textpage().get_text_range().strip()
        other = pymupdf.open(stream=paper)[0].get_text().strip()
        found.append(chrome if chrome == other else f"{chrome} or {other}")
print("; ".join(found))
PY
seen=$(mkdir -p "$tmp/home" && HOME="$tmp/home" FONTCONFIG_PATH="$tmp/deb/unpacked/etc/fonts" LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$tmp/py/bin/python" "$tmp/copied.py" "$tmp" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
want="ผู้ใหญ่บูาน; ผู้ ป้; กĚำหนด; ที่ดิน; ผู้ใหญ่บูาน; ผู้ ป้; กĻำหนด; ที่ดิน"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: what is copied out of WeasyPrint's Thai has vowels and tone marks of other words"
