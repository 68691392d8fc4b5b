#!/usr/bin/env bash
# Tool:    Miller 6.6.0 (mlr, Debian miller 6.6.0-2+b3)
# Guess:   strptime gives seconds, which have room for any year: 31/01/2566 is a day 543 years ahead, and who takes 543 years off afterwards has the right one. At worst it is an error.
# Seen:    It is a day of 1981, with a FRACTION of a second, and no error: the seconds go through a clock of nanoseconds that ends in 2262. The function the other way (sec2gmtdate) knows 2566, and
#          the third one, gmt2sec, says (error) of the very same day. Days of one month stay in their order, so a sorted table looks right.
# Output:  strptime("31/01/2566", "%d/%m/%Y") -> 363831926.29044837, which sec2gmtdate calls 1981-07-13        sec2gmtdate(18810576000) -> 2566-01-31        gmt2sec("2566-01-31") -> (error)
# What follows for us: the order is take 543 off the text, then read it; a sheet that went through such a step has days of 1969 to 1989 for those of 2554 to 2574, with the right distances
#          between them. A message about a year may offer a reading of a text, and none of such a number.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" miller=6.6.0-2+b3
seen=$("$tmp/deb/unpacked/usr/bin/mlr" -n put 'end {
  print strptime("31/01/2566", "%d/%m/%Y");
  print sec2gmtdate(strptime("31/01/2566", "%d/%m/%Y"));
  print sec2gmtdate(18810576000);
  print gmt2sec("2566-01-31");
  print sec2gmtdate(strptime("31/01/2023", "%d/%m/%Y"));
}' | tr '\n' ' ')
[ "$seen" = "363831926.29044837 1981-07-13 2566-01-31 (error) 2023-01-31 " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: Miller reads a day of 2566 as one of 1981, with a fraction of a second"
