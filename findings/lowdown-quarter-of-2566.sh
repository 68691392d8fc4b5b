#!/usr/bin/env bash
# Tool:    lowdown 1.0.0 (Debian 1.0.0-2), Discount 2.2.7 (Debian discount 2.2.7-2), two programs that make HTML of Markdown
# Guess:   Both are known to write typographic quotes; at most a lone 1/2 between two words becomes ½. A date (1/4/2566), the number of a house (1/2) and of an order (1/2566) are what was typed.
# Seen:    Without any option 1/4/2566 is ¼/2566 in both: THE FIRST OF APRIL IS A QUARTER, 1/2/2566 a half, and 2/4/2566, 3/4/2566 (three quarters) and 1/3/2566 differ among neighbours of one column. House
#          1/2 is ½, of 1/2566 nothing is changed, as a figure follows. Discount makes ¼ within 0808.2/1/4, the number of a letter, too.
# Output:  1/4/2566 -> ¼/2566        3/4/2566 -> ¾/2566        2/4/2566 -> 2/4/2566        บ้านเลขที่ 1/2 -> บ้านเลขที่ ½        1/2566 -> 1/2566        มท 0808.2/1/4 -> lowdown the same, Discount มท 0808.2/¼
# What follows for us: pages taken over from such a site hold ½, ¼ and ¾ where dates and numbers stood: reading dates, ¼/2566 is worth a word of its own ("1/4/2566?"), and search folds ½ to 1/2.
#          Our own Markdown never makes fractions; a test holds 1/4/2566, 1/2 and 3/4 as typed.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" lowdown=1.0.0-2 discount=2.2.7-2
echo 'วันที่ 1/4/2566 3/4/2566 2/4/2566 บ้านเลขที่ 1/2 คำสั่งที่ 1/2566 ที่ มท 0808.2/1/4' > "$tmp/page.md"
seen=""
for program in lowdown markdown; do
  seen+=$(LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") LC_ALL=C.UTF-8 "$tmp/deb/unpacked/usr/bin/$program" "$tmp/page.md" | python3 -c 'import html, sys; print(html.unescape(sys.stdin.read()).strip())')
done
same="2/4/2566 บ้านเลขที่ ½ คำสั่งที่ 1/2566 ที่ มท 0808.2"
[ "$seen" = "<p>วันที่ ¼/2566 ¾/2566 $same/1/4</p><p>วันที่ ¼/2566 ¾/2566 $same/¼</p>" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: to lowdown and Discount the first of April 2566 is a quarter"
