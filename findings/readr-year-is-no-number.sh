#!/usr/bin/env bash
# Tool:    readr 2.1.4 on R 4.2.2 (Debian r-cran-readr 2.1.4-1, r-base-core 4.2.2.20221110-2)
# Guess:   parse_number "drops any non-numeric characters before or after the first number", as its page has it, and is made for "$1,000" and "25%": the year of "พ.ศ. 2566" is 2566.
# Seen:    It is NA, and so is every text whose words before the number hold a FULL STOP, which Thai abbreviations do: พ.ศ., ม.ค., อบต., โทร. "ร้อยละ 25.5" and "มาตรา 9" are read. Behind the
#          number full stops do no harm. The stop of พ.ศ. is taken for the point of a decimal number without figures.
# Output:  พ.ศ. 2566 -> NA        ปี 2566 -> 2566        อบต. 12 -> NA        ร้อยละ 25.5 -> 25.5        1,250.50 บ. -> 1250.5
# What follows for us: a year column of a CSV is best held as bare numbers (2566, the heading says the era); a sheet that has พ.ศ. in each cell is empty to whoever counts with R,
#          and `check` may say so of a year column.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" r-base-core=4.2.2.20221110-2 r-cran-readr=2.1.4-1
home="$tmp/deb/unpacked/usr/lib/R"
cat > "$tmp/number.R" <<'R'
library(readr)
texts <- c("พ.ศ. 2566", "ปี 2566", "อบต. 12", "ร้อยละ 25.5", "มาตรา 9", "1,250.50 บ.")
cat(suppressWarnings(as.vector(parse_number(texts))), "\n")
R
math="$(echo "$tmp"/deb/unpacked/usr/lib/*-linux-gnu)"
seen=$(R_HOME="$home" R_LIBS="$home/site-library" EDITOR=vi PAGER=cat TZ=UTC LC_ALL=C.UTF-8 LD_LIBRARY_PATH="$home/lib:$(debian_libraries "$tmp/deb"):$math/blas:$math/lapack" \
  "$home/bin/exec/R" --vanilla --no-echo -f "$tmp/number.R" 2> "$tmp/log" | tail -n 1) || { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = "NA 2566 NA 25.5 9 1250.5 " ] || { cat "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: to readr the year of พ.ศ. 2566 is no number"
