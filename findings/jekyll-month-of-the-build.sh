#!/usr/bin/env bash
# Tool:    Jekyll 4.3.1 (Debian jekyll 4.3.1+dfsg-3+deb12u1) on Ruby 3.1 (Debian ruby3.1)
# Guess:   "date: 10 มกราคม 2566" at the head of a post, as Thais write it, is refused by Jekyll ("invalid date"), as it refuses other dates that it cannot read.
# Seen:    It is the tenth OF THE MONTH IN WHICH THE SITE IS BUILT: two figures are taken for the day, month and year are passed over without a word. The address of the post holds this date, so it is a new
#          one each month, and the old one is gone. A day of one figure IS refused, so a site fails for 9 January and not for the 10th. The filter `date` does the same. A day that lies ahead in the month
#          keeps the post off the site until then (`future: true` publishes it).
# Output:  date: 10 มกราคม 2566 -> /YEAR/MONTH/10/plan.html of the build        {{ "10 มกราคม 2566" | date: "%Y-%m-%d" }} -> YEAR-MONTH-10 of the build        "9 มกราคม 2566" -> Invalid date
# What follows for us: dates of pages that come from a Jekyll site are to be taken from its sources, never from its addresses: several addresses of one page, a month apart, are this. Our own front
#          matter takes 10 มกราคม 2566, or refuses it with the line; it must never read the figures alone: a test has days of one and of two figures.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" ruby3.1 jekyll=4.3.1+dfsg-3+deb12u1
ruby="$tmp/deb/unpacked/usr"
sed -i "s#\"/usr/lib/#\"$ruby/lib/#" "$ruby"/share/rubygems-integration/all/gems/sassc-*/lib/sassc/native.rb  # names its library by absolute address
libraries="$ruby/lib/ruby/3.1.0:$(echo "$ruby"/lib/*-linux-gnu/ruby/3.1.0):$ruby/lib/ruby/vendor_ruby:$(echo "$ruby"/lib/*-linux-gnu/ruby/vendor_ruby/3.1.0)"
for gem in "$ruby"/share/rubygems-integration/*/gems/*/lib "$ruby"/lib/ruby/gems/3.1.0/gems/*/lib "$ruby"/lib/*-linux-gnu/rubygems-integration/3.1.0/gems/*/lib; do libraries+=":$gem"; done
gems="$(echo "$ruby"/share/rubygems-integration/*/ "$ruby"/lib/*-linux-gnu/rubygems-integration/3.1.0 "$ruby/lib/ruby/gems/3.1.0" | tr ' ' ':')"
mkdir -p "$tmp/site/_posts"
echo 'future: true' > "$tmp/site/_config.yml"
build() {
  printf -- '---\ntitle: plan\ndate: %s\n---\n' "$1" > "$tmp/site/_posts/2023-01-01-plan.md"
  (cd "$tmp/site" && TZ=UTC LC_ALL=C.UTF-8 LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") RUBYLIB="$libraries" GEM_PATH="$gems" GEM_HOME="$tmp/gems" "$ruby/bin/ruby3.1" "$ruby/bin/jekyll" build) > "$tmp/log" 2>&1
}
printf -- '---\n---\n{{ "10 มกราคม 2566" | date: "%%Y-%%m-%%d" }} {{ "9 มกราคม 2566" | date: "%%Y-%%m-%%d" }}' > "$tmp/site/filter.txt"
before=$(TZ=UTC date +%Y/%m)
build "10 มกราคม 2566" || { cat "$tmp/log" >&2; exit 1; }
seen="$(cd "$tmp/site/_site" && echo 2*/*/*/*) $(cat "$tmp/site/_site/filter.txt")"
build "9 มกราคม 2566" || seen+=" $(grep -o 'Invalid date' "$tmp/log" | head -n 1)"
[ "$seen" = "$before/10/plan.html ${before/\//-}-10 9 มกราคม 2566 Invalid date" ] || { cat "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: to Jekyll the tenth of January in Thai is the tenth of the month in which it builds"
