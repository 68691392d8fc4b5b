#!/usr/bin/env bash
# Tool:    PHP 8.2.36 with its extension intl (Debian php8.2-cli and php8.2-intl 8.2.36-1~deb12u1, ICU 72.1 of Debian libicu72 72.1-3+deb12u1)
# Guess:   One extension has one calendar for a language. PHP's manual gives the Gregorian one as the default of IntlDateFormatter, so th_TH and the pattern yyyy-MM-dd make 2023-01-31
#          by whichever class; or Thai has the Buddhist era, by whichever class.
# Seen:    IntlDateFormatter writes 2023 and MessageFormatter, for the same moment, language and pattern, 2566. formatObject() has both, by the CLASS of what it is given: 2023 for a
#          DateTime, 2566 for an IntlCalendar of the same moment. The two cannot read each other: MessageFormatter takes 2023-01-31 for a day of the year 1480, without an error.
# Output:  IntlDateFormatter 2023-01-31        MessageFormatter 2566-01-31        formatObject 2023-01-31 (DateTime), 2566-01-31 (IntlCalendar)        read back: 1480-02-09
# What follows for us: a CSV of a web system written in PHP may have years of both eras in one row, the one set by its translated texts, the other by its code: an era belongs to a column
#          at most, never to a file, and a date before 1900 is a Gregorian year from which 543 was taken once too often.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" php8.2-cli=8.2.36-1~deb12u1 php8.2-intl=8.2.36-1~deb12u1 libicu72=72.1-3+deb12u1
cat > "$tmp/day.php" <<'PHP'
<?php
date_default_timezone_set("UTC");
$moment = gmmktime(0, 0, 0, 1, 31, 2023);
$calendar = IntlCalendar::createInstance("UTC", "th_TH");
$calendar->setTime($moment * 1000.0);
$message = new MessageFormatter("th_TH", "{0,date,yyyy-MM-dd}");
echo implode(" ", [
    (new IntlDateFormatter("th_TH", IntlDateFormatter::NONE, IntlDateFormatter::NONE, "UTC", null, "yyyy-MM-dd"))->format($moment),
    $message->format([$moment]),
    IntlDateFormatter::formatObject(new DateTime("@$moment"), "yyyy-MM-dd", "th_TH"),
    IntlDateFormatter::formatObject($calendar, "yyyy-MM-dd", "th_TH"),
    (new DateTime("@" . (int) $message->parse("2023-01-31")[0]))->format("Y-m-d"),
]);
PHP
seen=$(LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$tmp/deb/unpacked/usr/bin/php8.2" -n -d extension_dir="$(echo "$tmp"/deb/unpacked/usr/lib/php/20*)" -d extension=intl "$tmp/day.php")
[ "$seen" = "2023-01-31 2566-01-31 2023-01-31 2566-01-31 1480-02-09" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: PHP's intl has two calendars for one language, by the class"
