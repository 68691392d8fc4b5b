#!/usr/bin/env bash
# Tool:    BudouX 0.10.1 (PyPI) with its own Thai model, which marks where lines of a page may end
# Guess:   It ends lines between words: a name stays whole, and the sign of repetition ๆ, a house number or a number of an order stay with what they belong to, as in a dictionary's breaking.
# Seen:    A line may begin with ๆ (ต่าง|ๆ), which is never done in Thai print; 12/|2566, the number of an order, is two lines; and ป้อง|กัน (prevent) and เทศ|บาล (municipality) are broken within the word. As all
#          other breaks are forbidden on the page (keep-all), these are the places where it does break.
# Output:  ต่างๆ -> ต่าง|ๆ        คำสั่งที่ 12/2566 -> คำ|สั่ง|ที่| |12/|2566        การป้องกันการทุจริต -> การ|ป้อง|กัน|การ|ทุจริต
# What follows for us: browsers break Thai by their own dictionary, so a page of ours has no marks for line ends, and a text that was taken from a page made so has spaces of no width in its words: our search
#          and our import should pass over U+200B.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq budoux==0.10.1
cat > "$tmp/lines.py" <<'PY'
import budoux
parser = budoux.load_default_thai_parser()
print("; ".join("|".join(parser.parse(text)) for text in ["ประกาศต่างๆ", "คำสั่งที่ 12/2566", "เทศบาลการป้องกันการทุจริต"]))
PY
seen=$("$tmp/py/bin/python" "$tmp/lines.py" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = "ประกาศ|ต่าง|ๆ; คำ|สั่ง|ที่| |12/|2566; เทศ|บาล|การ|ป้อง|กัน|การ|ทุจริต" ] || { cat "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: by BudouX a Thai line may begin with the sign of repetition"
