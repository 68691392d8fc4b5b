#!/usr/bin/env bash
# Tool:    MarkItDown 0.1.9 with charset-normalizer 3.5.3 (PyPI), against chardet 7.7.0 (PyPI)
# Guess:   A CSV as a Thai Excel saves it (code page 874) is found out for Thai, or at worst read as Western letters, which everybody notices at once.
# Seen:    A small table, with short headings and numbers, which is what offices make, becomes half-width JAPANESE, or a KOREAN table, without a warning; with a Thai
#          sentence in its cells, a file of the same size is Thai. chardet finds Thai in all of them.
# Output:  ชื่อ,จำนวน / กองคลัง,12 / กองช่าง,7 -> | ｪﾗ靉 | ｨﾓｹﾇｹ |      ไตรมาส,ร้อยละ / 1,25 / 2,50 -> | 莪쳅路 | 췌睾털 |
# What follows for us: a page can hold a table of half-width katakana whose numbers are right: `check` knows Thai read as Latin letters and as Thai, and needs this third
#          kind, which counts back as well (cp932 to cp874). Reading a CSV, we hold cp874 for likelier than any other code page but UTF-8.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq markitdown==0.1.9 charset-normalizer==3.5.3 chardet==7.7.0
cat > "$tmp/read.py" <<'PY'
import sys, unicodedata, chardet
from markitdown import MarkItDown
tables = ("ชื่อ,จำนวน\r\nกองคลัง,12\r\nกองช่าง,7\r\n", "ไตรมาส,ร้อยละ\r\n1,25\r\n2,50\r\n",
          "วันที่,เรื่อง\r\n31/1/2566,ประกาศนโยบาย\r\n28/2/2566,คำสั่งแต่งตั้งคณะกรรมการ\r\n")
heads, others = [], []
for table in tables:
    path = sys.argv[1] + "/list.csv"
    open(path, "wb").write(table.encode("cp874"))
    heads.append(unicodedata.normalize("NFC", MarkItDown().convert(path).text_content.splitlines()[0]))
    others.append((chardet.detect(table.encode("cp874"))["encoding"] or "none").lower())
thai = {"cp874", "windows-874", "tis-620", "iso-8859-11"}
print(" ".join(heads), "chardet:", *("thai" if other in thai else other for other in others))
PY
seen=$("$tmp/py/bin/python" "$tmp/read.py" "$tmp" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
want="| ｪﾗ靉 | ｨﾓｹﾇｹ | | 莪쳅路 | 췌睾털 | | วันที่ | เรื่อง | chardet: thai thai thai"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: MarkItDown reads a small Thai CSV as a Japanese or a Korean table"
