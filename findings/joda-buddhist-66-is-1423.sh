#!/usr/bin/env bash
# Tool:    Joda-Time 2.10.14 (Debian libjoda-time-java 2.10.14-1) with its BuddhistChronology, on OpenJDK 17 (openjdk-17-jdk-headless 17.0.21.1+2-1~deb12u1)
# Guess:   With the Buddhist chronology the pattern dd/MM/yy reads 25/10/66 as 2566, the year that is meant and that the same formatter writes as 66: a year of two figures is taken from the century around now.
# Seen:    It is the Buddhist year 1966, 25 October 1423: the pivot is the year of the common era (1946 to 2045 now), and is counted in the chronology. What the formatter wrote, it reads back 600 years
#          earlier, without an error. With four figures it is right, leap day 2567 too.
# Output:  25/10/66 -> 1966-10-25 (Buddhist) = 1423        written again: 25/10/66        25/10/2566 -> 2023-10-25        29/02/2567 -> 2024-02-29
# What follows for us: a register of a Java application of some age may hold days of the 15th century: a year before 1600 in a table is a Thai short year, and 600 years off. Our short years are of the
#          Buddhist era and near the page's fiscal year; four figures are what we write.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" libjoda-time-java=2.10.14-1 openjdk-17-jdk-headless=17.0.21.1+2-1~deb12u1
cat > "$tmp/ShortYear.java" <<'JAVA'
import java.util.Locale;
import org.joda.time.DateTime;
import org.joda.time.chrono.BuddhistChronology;
import org.joda.time.chrono.ISOChronology;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;

public class ShortYear {
    public static void main(String[] texts) {
        for (String text : texts) {
            String pattern = text.length() == 8 ? "dd/MM/yy" : "dd/MM/yyyy";
            DateTimeFormatter form = DateTimeFormat.forPattern(pattern).withLocale(new Locale("th", "TH")).withChronology(BuddhistChronology.getInstanceUTC());
            DateTime day = form.parseDateTime(text);
            System.out.print(day.getYear() + " " + day.withChronology(ISOChronology.getInstanceUTC()).getYear() + " " + form.print(day) + "; ");
        }
    }
}
JAVA
jvm=$(echo "$tmp"/deb/unpacked/usr/lib/jvm/java-17-openjdk-*)
jar=$(echo "$tmp"/deb/unpacked/usr/share/java/joda-time*.jar | cut -d' ' -f1)
export LD_LIBRARY_PATH="$(debian_libraries "$tmp/deb")"
seen=$("$jvm/bin/java" -cp "$jar" "$tmp/ShortYear.java" 25/10/66 25/10/2566 29/02/2567 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = "1966 1423 25/10/66; 2566 2023 25/10/2566; 2567 2024 29/02/2567; " ] || { cat "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: to Joda-Time the Buddhist year 66 is 1423"
