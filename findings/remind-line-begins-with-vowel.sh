#!/usr/bin/env bash
# Tool:    Remind 04.02.03 (Debian 04.02.03-4), its calendar of a month as text
# Guess:   A reminder that is wider than its day is broken at a space; a Thai one without spaces stands in one line, or is broken between two letters.
# Seen:    It is broken where the column is full, counted in columns: a vowel below has none, so the letter before it still fits and the VOWEL BEGINS THE NEXT LINE: ข้อม|ูล. There it has no letter to stand under, and is drawn on the
#          frame or on the stroke before it. A line also ends with เ, which belongs to the letter that follows.
# Output:  ส่งลิงก์แบบตรวจการเปิดเผยข้อมูล -> …|ปิดเผยข้อม|ูลสาธารณะ|…        lines that end with เ: 1
# What follows for us: names of deadlines for a printed calendar need spaces between their words, which our `due` may offer in a short form; what ends with a letter and begins with a mark on paper
#          is one word. Our own lists are HTML, broken by the browser.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" remind=04.02.03-4
echo 'REM 30 Apr 2026 MSG ส่งลิงก์แบบตรวจการเปิดเผยข้อมูลสาธารณะรอบแรกทุกข้อภายในกำหนด' > "$tmp/due"
LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") LC_ALL=C.UTF-8 "$tmp/deb/unpacked/usr/bin/remind" -c -w60 "$tmp/due" 30 Apr 2026 > "$tmp/month" 2> "$tmp/log" || { cat "$tmp/log" >&2; exit 1; }
cat > "$tmp/lines.py" <<'PY'
import re, sys, unicodedata
lines = [line for line in ("".join(re.findall("[\u0e01-\u0e5b]", line)) for line in open(sys.argv[1], encoding="utf-8")) if line]
print("".join(lines) == "ส่งลิงก์แบบตรวจการเปิดเผยข้อมูลสาธารณะรอบแรกทุกข้อภายในกำหนด", [line for line in lines if unicodedata.category(line[0]) == "Mn"], [line for line in lines if line[-1] in "เแโใไ"])
PY
seen=$(python3 "$tmp/lines.py" "$tmp/month")
[ "$seen" = "True ['ูลสาธารณะ'] ['ตรวจการเ']" ] || { cat "$tmp/month" "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: in the calendar of Remind a line begins with the vowel of the line before"
