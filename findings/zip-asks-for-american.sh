#!/usr/bin/env bash
# Tool:    Info-ZIP zip 3.0 (Debian 3.0-13+deb12u1), with the locales of Debian's package locales 2.36-9+deb12u14; bsdtar 3.6.2 (Debian libarchive-tools) beside it
# Guess:   zip marks a Thai name as UTF-8 (bit 11 of its entry) where the locale of the run is a UTF-8 one, and in the locale C it does not.
# Seen:    What LC_ALL says plays no part. It asks whether the locale en_US.UTF-8 is INSTALLED: if so, it marks the names even with LC_ALL=C; if not, it never does,
#          not with C.UTF-8, nor on a Thai computer with LC_ALL=th_TH.UTF-8. Unmarked, a name is of code page 437, as the format has it: α╣Ç… to Python. bsdtar goes by LC_ALL.
# Output:  th_TH.UTF-8 installed: not marked with C, C.UTF-8, th_TH.UTF-8        en_US.UTF-8 installed too: marked with all three
# What follows for us: an archive with เริ่มใช้งาน.bat in it made by `zip` is right on one's own computer, and wrong out of a bare container with the same line: make
#          archives for officers by a library that sets bit 11, and let a test of the finished archive ask for it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" zip=3.0-13+deb12u1 locales=2.36-9+deb12u14 libarchive-tools=3.6.2-1+deb12u5
mkdir -p "$tmp/site" "$tmp/thai" "$tmp/both"
echo "start" > "$tmp/site/เริ่มใช้งาน.bat"
for locale in th_TH en_US; do
  I18NPATH="$tmp/deb/unpacked/usr/share/i18n" localedef -i "$locale" -f UTF-8 "$tmp/both/$locale.UTF-8"
done
cp -r "$tmp/both/th_TH.UTF-8" "$tmp/thai"
cat > "$tmp/marked.py" <<'PY'
import sys, zipfile
entry, = zipfile.ZipFile(sys.argv[1]).infolist()
print("yes" if entry.flag_bits & 0x800 and entry.filename == "เริ่มใช้งาน.bat" else "no" if entry.filename.startswith("α╣Ç") else entry.filename)
PY
marked() {
  local program=$1 installed=$2 locale answers=""
  for locale in C C.UTF-8 th_TH.UTF-8; do
    rm -f "$tmp/site.zip"
    case $program in
      zip) (cd "$tmp/site" && LOCPATH="$tmp/$installed" LC_ALL=$locale "$tmp/deb/unpacked/usr/bin/zip" -q "$tmp/site.zip" ./*) ;;
      bsdtar) (cd "$tmp/site" && LOCPATH="$tmp/$installed" LC_ALL=$locale LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$tmp/deb/unpacked/usr/bin/bsdtar" --format zip -cf "$tmp/site.zip" -- *) ;;
    esac
    answers+=" $(python3 "$tmp/marked.py" "$tmp/site.zip")"
  done
  echo "$program $installed$answers"
}
seen="$(marked zip thai); $(marked zip both); $(marked bsdtar thai)"
[ "$seen" = "zip thai no no no; zip both yes yes yes; bsdtar thai no yes yes" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: zip marks Thai names as UTF-8 where the American locale is installed, whatever LC_ALL says"
