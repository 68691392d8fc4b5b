#!/usr/bin/env bash
# Tool:    sha256deep 4.4 (Debian hashdeep 4.4-7.1+b1)
# Guess:   A list of sums that holds one line twice is the list with that line once: each file of the folder is known, and no known file is missing.
# Seen:    With -n ("what of the list did not occur") it names the file whose line is repeated, once for each further line, and ends with 1, while that file
#          lies there and matches. sha256sum, shasum, rhash and cfv check each line and find all right.
# Output:  list without repetition: nothing, ends with 0        manifest.json three times: manifest.json, manifest.json, ends with 1
# What follows for us: `manifest-sha256.txt` repeats the line of `manifest.json` on purpose, to have another size after each publication: for this family of programs
#          (forensic examiners use it) it has to go through `uniq` first, as the recipe for a bag does.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" hashdeep=4.4-7.1+b1
mkdir -p "$tmp/site/ข้อมูล"
cd "$tmp/site"
echo '{}' > manifest.json
echo 'ก,ข' > ข้อมูล/ตาราง.csv
sha256sum manifest.json ข้อมูล/ตาราง.csv > "$tmp/once"
{ cat "$tmp/once"; head -n 1 "$tmp/once"; head -n 1 "$tmp/once"; } > "$tmp/thrice"
missing() {
  local status=0 said
  said=$(LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$tmp/deb/unpacked/usr/bin/sha256deep" -r -l -n -m "$1" . 2>&1) || status=$?
  echo "${said//$'\n'/ } ended $status"
}
seen="$(missing "$tmp/once"); $(missing "$tmp/thrice"); $(sha256sum -c --quiet "$tmp/thrice" && echo right)"
[ "$seen" = " ended 0; manifest.json manifest.json ended 1; right" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: sha256deep calls a file that is there missing if the list has its line twice"
