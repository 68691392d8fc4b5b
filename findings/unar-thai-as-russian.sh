#!/usr/bin/env bash
# Tool:    unar and lsar 1.10.1 (Debian unar 1.10.7+ds1+really1.10.1-2+b2), uchardet 0.0.7 (Debian 0.0.7-1)
# Guess:   The Unarchiver is the program one takes for archives whose names are in an old code page, since it finds out which. It does so with Mozilla's
#          detector, which knows Thai: a ZIP as Windows of a Thai office makes it (names in code page 874) is unpacked with Thai names.
# Seen:    Six long Thai names are taken for RUSSIAN, one short one too, in another code page, and unpacked so, without a question. uchardet, of the same
#          descent, says TIS-620 of the very same bytes. With -e windows-874 all names are right.
# Output:  คำสั่งที่ 12-2566.pdf -> д╙╩╤шз╖╒ш 12-2566.pdf (IBM866)      ประกาศ.txt -> ╩цп║рх.txt (KOI8-R)
# What follows for us: attachments that an officer unpacked on a Mac or on Linux can have such names; `mis_decoded` of `check` looks for Thai read as Latin, and should
#          know Thai read as Cyrillic with lines of boxes between. The guide names `unar -e windows-874`.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" unar=1.10.7+ds1+really1.10.1-2+b2 uchardet=0.0.7-1
mkdir "$tmp/home"
# As Windows writes it: bytes of the code page, no mark of UTF-8, made by MS-DOS.
cat > "$tmp/make.py" <<'PY'
import sys, zipfile
class Entry(zipfile.ZipInfo):
    def _encodeFilenameFlags(self):
        return self.filename.encode("cp874"), self.flag_bits
def make(path, names):
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            entry = Entry(name)
            entry.create_system = 0
            archive.writestr(entry, "text")
long = ["คำสั่งที่ 12-2566.pdf", "บัญชีรายชื่อ.xlsx", "แผนปฏิบัติการป้องกันการทุจริต.docx", "รายงานผลการดำเนินงานตามแผน.pdf", "ประกาศเทศบาล.pdf", "งบประมาณ.xlsx"]
make(sys.argv[1] + "/long.zip", long)
make(sys.argv[1] + "/short.zip", ["ประกาศ.txt"])
open(sys.argv[1] + "/names", "wb").write("\n".join(long).encode("cp874"))
PY
python3 "$tmp/make.py" "$tmp"
libraries="$(debian_libraries "$tmp/deb"):$tmp/deb/unpacked/usr/lib"
run() { HOME="$tmp/home" LC_ALL=C.UTF-8 LD_LIBRARY_PATH=$libraries "$tmp/deb/unpacked/usr/bin/$1" "${@:2}"; }
seen=""
for archive in long short; do
  run unar -quiet -no-directory -output-directory "$tmp/$archive" "$tmp/$archive.zip" > /dev/null
  encoding=$(run lsar -json "$tmp/$archive.zip" | sed -n 's/.*"lsarEncoding": "\(.*\)".*/\1/p' | sort -u)
  right=$(run lsar -encoding windows-874 "$tmp/$archive.zip" | grep -c 'คำสั่ง\|บัญชี\|แผน\|ประกาศ\|งบ')
  seen+="$(find "$tmp/$archive" -type f -printf '%f\n' | LC_ALL=C sort | head -n 1) $encoding, asked for windows-874 $right right; "
done
seen+=$(run uchardet "$tmp/names")
[ "$seen" = "д╙╩╤шз╖╒ш 12-2566.pdf IBM866, asked for windows-874 6 right; ╩цп║рх.txt KOI8-R, asked for windows-874 1 right; TIS-620" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: unar takes the Thai names of a ZIP for Russian ones"
