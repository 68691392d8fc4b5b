#!/usr/bin/env bash
# Tool:    Python 3.11.2 (Debian libpython3.11-stdlib and python3.11-minimal 3.11.2-6+deb12u9), with the locale th_TH of Debian's package locales 2.36-9+deb12u14; beside it the
#          C library's own strptime, called by PHP 8.2.36 (Debian php8.2-cli 8.2.36-1~deb12u1)
# Guess:   On a Thai computer strftime("%x") has the Buddhist year, and strptime("%x"), which asks the same locale, reads it back; or it reads a year 543 ahead, or says ValueError.
# Seen:    It reads NO date at all, and what it raises is no ValueError but an error of regular expressions, about a group named "w": to learn the locale's form Python writes a known
#          day of 1999, looks for the parts of it, and in the foreign year 2542 finds a 2, the number of that day in its week. The C library reads the same text as 31 January 2023.
# Output:  strftime("%x") -> 31/01/2566; strptime of that -> re.error: redefinition of group name 'w' as group 4        C library: 2023-01-31        %d/%m/%Y -> 2566-01-31
# What follows for us: an import script in Python that stops a row at `except ValueError` stops as a whole on a Thai computer, and runs on its writer's. Scripts beside our site read and
#          write years as numbers, with 543 taken off by the script; none asks the locale.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" python3.11-minimal=3.11.2-6+deb12u9 libpython3.11-stdlib=3.11.2-6+deb12u9 php8.2-cli=8.2.36-1~deb12u1 locales=2.36-9+deb12u14
I18NPATH="$tmp/deb/unpacked/usr/share/i18n" localedef -i th_TH -f UTF-8 "$tmp/th_TH.UTF-8"
cat > "$tmp/read.py" <<'PY'
import datetime, locale, re
locale.setlocale(locale.LC_ALL, "")
text = datetime.date(2023, 1, 31).strftime("%x")
try:
    read = datetime.datetime.strptime(text, "%x")
except re.error as error:
    read = f"re.error, ValueError {isinstance(error, ValueError)}, {error.msg}"
print(text, read, datetime.datetime.strptime(text, "%d/%m/%Y").date(), sep=" | ")
PY
cat > "$tmp/read.php" <<'PHP'
<?php
error_reporting(E_ALL & ~E_DEPRECATED);
setlocale(LC_ALL, "");
$day = strptime("31/01/2566", "%x");
printf("%d-%02d-%02d", $day["tm_year"] + 1900, $day["tm_mon"] + 1, $day["tm_mday"]);
PHP
unpacked="$tmp/deb/unpacked/usr"
thai() { env LOCPATH="$tmp" LC_ALL=th_TH.UTF-8 PYTHONHOME="$unpacked" LD_LIBRARY_PATH="$(debian_libraries "$tmp/deb")" "$@"; }
seen=$(thai "$unpacked/bin/python3.11" -S "$tmp/read.py")
seen+="; $(thai "$unpacked/bin/php8.2" -n "$tmp/read.php")"
[ "$seen" = "31/01/2566 | re.error, ValueError False, redefinition of group name 'w' as group 4; was group 3 | 2566-01-31; 2023-01-31" ] ||
  { echo "changed: $seen" >&2; exit 1; }
echo "still holds: on a Thai computer Python cannot read the date that it has written, and the C library can"
