#!/usr/bin/env bash
# Tool:    xorrisofs (Debian xorriso 1.5.4-4) and genisoimage (Debian 9:1.1.11-3.4)
# Guess:   A disc image with -J (names for Windows, in UTF-16) and -R (names for the rest) made by a job of cron, in the locale C: genisoimage, unmaintained, loses
#          the Thai names, xorrisofs takes file names for UTF-8 as Linux does.
# Seen:    Both keep them for Linux and spoil them for WINDOWS, in different ways and without a word, ending with 0: xorrisofs writes an underline for each
#          byte, genisoimage takes each byte for a Latin letter. Two months of the same length are told apart by a number that one of them gets.
# Output:  มกราคม.html, เมษายน.html: with LC_ALL=C.UTF-8 as they are; with C two names of underlines, or à¸¡à¸_…
# What follows for us: who hands a site over on a disc makes the image in a UTF-8 locale and looks at it on Windows: `manifest-sha256.txt` of the site does not find one
#          file there, while the same disc passes `sha256sum -c` on Linux.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" xorriso=1.5.4-4 genisoimage=9:1.1.11-3.4
mkdir -p "$tmp/site" "$tmp/home"
echo "January" > "$tmp/site/มกราคม.html"
echo "April" > "$tmp/site/เมษายน.html"
cat > "$tmp/names.py" <<'PY'
import struct, sys
image = open(sys.argv[1], "rb").read()
descriptor = next(image[at : at + 2048] for at in range(16 * 2048, len(image), 2048) if image[at] == 2)
root = descriptor[156:190]
at, size = struct.unpack_from("<I", root, 2)[0] * 2048, struct.unpack_from("<I", root, 10)[0]
end, names = at + size, []
while at < end and image[at]:
    name = image[at + 33 : at + 33 + image[at + 32]]
    if len(name) > 1:
        names.append(name.decode("utf-16-be"))
    at += image[at]
thai, lines = {"มกราคม.html", "เมษายน.html"}, all(set(name) <= set("_.0123456789html") for name in names)
kind = "thai" if set(names) == thai else "underlines" if lines else "latin" if all("à¸" in name for name in names) else repr(names)
print(len(names), kind, "linux" if all(name.encode() in image for name in thai) else "no linux")
PY
seen=""
for program in xorrisofs genisoimage; do
  for locale in C.UTF-8 C; do
    HOME="$tmp/home" LC_ALL=$locale LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$tmp/deb/unpacked/usr/bin/$program" -quiet -J -R -o "$tmp/$program-$locale.iso" "$tmp/site" 2> "$tmp/said"
    seen+="$program $locale: $(python3 "$tmp/names.py" "$tmp/$program-$locale.iso"); "
  done
done
[ "$seen" = "xorrisofs C.UTF-8: 2 thai linux; xorrisofs C: 2 underlines linux; genisoimage C.UTF-8: 2 thai linux; genisoimage C: 2 latin linux; " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: made in the locale C, a disc image has its Thai names for Linux and none for Windows"
