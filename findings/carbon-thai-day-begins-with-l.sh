#!/usr/bin/env bash
# Tool:    Carbon 2.65.0 (Debian php-nesbot-carbon 2.65.0-1+deb12u1), the dates of Laravel, on PHP 8.2.36 (Debian php8.2-cli 8.2.36-1~deb12u1)
# Guess:   locale("th")->isoFormat("LLLL"), the longest date, is วันอังคารที่ 31 มกราคม 2023 เวลา 8:30, with the year of the common era at worst: Carbon has Thai, and the Moment.js that its formats come
#          from writes this.
# Seen:    Its first letter is a Latin L: Lันอังคารที่, and the mark of the lost ว sits on the L. The format of Thai begins with a word, where those of most languages begin with a figure or a name of a day;
#          the letters of the code are taken for that place. LLL and LL, which begin with the day, are right. No warning.
# Output:  LLLL -> Lันอังคารที่ 31 มกราคม 2023 เวลา 8:30        LLL -> 31 มกราคม 2023 เวลา 8:30        in English LLLL -> Tuesday, January 31, 2023 8:30 AM
# What follows for us: dates copied from a body's old site come with this L: a Thai vowel or tone mark that follows a Latin letter or a figure is never right, so `check` can name it wherever it stands
#          in a page or a table, with the letter as the likely place of a lost one.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" php8.2-cli=8.2.36-1~deb12u1 php8.2-mbstring=8.2.36-1~deb12u1 php-nesbot-carbon=2.65.0-1+deb12u1
cat > "$tmp/day.php" <<'PHP'
<?php
error_reporting(E_ALL & ~E_DEPRECATED);
require "Carbon/autoload.php";
$day = Carbon\Carbon::create(2023, 1, 31, 8, 30, 0, "UTC");
$thai = $day->copy()->locale("th");
echo $thai->isoFormat("LLLL"), " | ", $thai->isoFormat("LLL"), " | ", $thai->isoFormat("LL"), " | ", $day->copy()->locale("en")->isoFormat("LLLL");
PHP
php="$tmp/deb/unpacked/usr"
seen=$(LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$php/bin/php8.2" -n -d extension_dir="$(echo "$php"/lib/php/20*)" -d extension=mbstring -d include_path="$php/share/php" -d date.timezone=UTC "$tmp/day.php")
[ "$seen" = "Lันอังคารที่ 31 มกราคม 2023 เวลา 8:30 | 31 มกราคม 2023 เวลา 8:30 | 31 มกราคม 2023 | Tuesday, January 31, 2023 8:30 AM" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: Carbon's long Thai date begins with the letter L"
