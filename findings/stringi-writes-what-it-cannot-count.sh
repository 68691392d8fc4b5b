#!/usr/bin/env bash
# Tool:    stringi 1.7.12 on R 4.2.2 (Debian r-cran-stringi 1.7.12-1, r-base-core 4.2.2.20221110-2) with ICU 72.1 (Debian libicu72 72.1-3+deb12u1)
# Guess:   R's package for texts and dates takes a locale with every function of its dates. For th_TH all of them are in the Buddhist era, or none: what is written is read back, and its year is
#          the year that is counted.
# Seen:    Writing and reading (stri_datetime_format, _parse) are of the Buddhist era, with an ISO pattern too; taking apart and putting together (_fields, _create) are not, with the same locale,
#          not even with one that names the calendar (@calendar=buddhist). A Gregorian date read so changes its DAY besides: 31 January 2023 is 9 February 1480.
# Output:  format -> 2566-01-31        fields -> 2023        create(2566, 1, 31) -> 2566-01-31 of the common era        parse("2023-01-31") -> 1480-02-09
# What follows for us: figures for a report counted in R may have one era in their labels and the other in their groups. Dates of 1480 in a CSV are not 543 years from right by the calendar
#          alone: the nine days between the old and the new calendar come on top, so such a date is named as unusable and not corrected.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" r-base-core=4.2.2.20221110-2 r-cran-stringi=1.7.12-1 libicu72=72.1-3+deb12u1
home="$tmp/deb/unpacked/usr/lib/R"
cat > "$tmp/year.R" <<'R'
library(stringi)
moment <- as.POSIXct("2023-01-31 08:30", tz = "UTC")
day <- function(time) format(time, "%Y-%m-%d", tz = "UTC")
cat(
  stri_datetime_format(moment, "yyyy-MM-dd", locale = "th_TH", tz = "UTC"),
  stri_datetime_fields(moment, locale = "th_TH", tz = "UTC")$Year,
  stri_datetime_fields(moment, locale = "@calendar=buddhist", tz = "UTC")$Year,
  day(stri_datetime_create(2566, 1, 31, locale = "th_TH", tz = "UTC")),
  day(stri_datetime_parse("2566-01-31", "yyyy-MM-dd", locale = "th_TH", tz = "UTC")),
  day(stri_datetime_parse("2023-01-31", "yyyy-MM-dd", locale = "th_TH", tz = "UTC"))
)
R
math="$(echo "$tmp"/deb/unpacked/usr/lib/*-linux-gnu)"
seen=$(R_HOME="$home" R_LIBS="$home/site-library" EDITOR=vi PAGER=cat TZ=UTC LC_ALL=C.UTF-8 LD_LIBRARY_PATH="$home/lib:$(debian_libraries "$tmp/deb"):$math/blas:$math/lapack" \
  "$home/bin/exec/R" --vanilla --no-echo -f "$tmp/year.R" 2> "$tmp/log" | tail -n 1) || { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = "2566-01-31 2023 2023 2566-01-31 2023-01-31 1480-02-09" ] || { cat "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: stringi writes and reads Thai dates in one era, and takes them apart in the other"
