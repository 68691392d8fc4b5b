#!/usr/bin/env bash
# Tool:    MariaDB 10.11.19 (Debian mariadb-server-core 1:10.11.19-0+deb12u1), its collations for utf8mb4; asked by PyMySQL 1.2.0 (PyPI)
# Guess:   "ci" in utf8mb4_unicode_520_ci, which WordPress asks for when it makes its tables, is about capitals and accents of Latin letters: Thai words with other tone marks are other words. Those named after Unicode
#          sort Thai as Unicode has it, with the vowel before a consonant counted behind it.
# Seen:    ข่าว ("news"), ข้าว ("rice") and ขาว ("white") are EQUAL, ๑ is 1; other vowels make other words. A list of different subjects has one of the three, and a table with a unique key refuses the second: "Duplicate
#          entry". With general_ci all are different. The order is wrong with both (เกษม behind ขจร); only utf8mb4_thai_520_w2, which no program asks for by itself, has it right, and keeps the words apart.
# Output:  unicode_520_ci: DISTINCT 1 of 3, unique key refuses ข้าว, กมล ขจร เกษม        general_ci: 3 of 3, kept, กมล ขจร เกษม        thai_520_w2: 3 of 3, kept, กมล เกษม ขจร
# What follows for us: an export from a body's old site may have lost subjects that differ by a tone mark, and its files may hold one page under the name of another: `import` compares letter by letter,
#          and never folds marks. A test holds ข่าว, ข้าว and ขาว as three subjects with three addresses.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
. "$here/lib/server.sh"
tmp=$(mktemp -d)
trap 'stop_all "$tmp"' EXIT
debian_unpack "$tmp/deb" mariadb-server-core=1:10.11.19-0+deb12u1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pymysql==1.2.0
root="$tmp/deb/unpacked/usr"
mkdir "$tmp/data"
LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$root/sbin/mariadbd" --no-defaults --user="$(id -un)" --datadir="$tmp/data" --socket="$tmp/socket" --skip-networking --skip-grant-tables \
  --lc-messages-dir="$root/share/mysql" --character-sets-dir="$root/share/mysql/charsets" --pid-file="$tmp/pid" > "$tmp/log" 2>&1 &
for _ in $(seq 300); do [ -S "$tmp/socket" ] && break; sleep 0.1; done
cat > "$tmp/words.py" <<'PY'
import sys, pymysql
words = pymysql.connect(unix_socket=sys.argv[1], charset="utf8mb4").cursor()
words.execute("CREATE DATABASE office")
for collation in ("utf8mb4_unicode_520_ci", "utf8mb4_general_ci", "utf8mb4_thai_520_w2"):
    table = f"office.{collation}"
    words.execute(f"CREATE TABLE {table} (word VARCHAR(50) COLLATE {collation}) CHARACTER SET utf8mb4")
    words.execute(f"INSERT INTO {table} VALUES ('ข่าว'), ('ข้าว'), ('ขาว')")
    words.execute(f"SELECT COUNT(DISTINCT word) FROM {table}")
    distinct = words.fetchone()[0]
    try:
        words.execute(f"ALTER TABLE {table} ADD UNIQUE (word)")
        kept = "kept"
    except pymysql.err.IntegrityError as error:
        kept = error.args[1].split(" '")[0]
    words.execute(f"SELECT _utf8mb4'๑' COLLATE {collation} = _utf8mb4'1'")
    one = words.fetchone()[0]
    words.execute(f"CREATE TABLE {table}_names (name VARCHAR(50) COLLATE {collation}) CHARACTER SET utf8mb4")
    words.execute(f"INSERT INTO {table}_names VALUES ('เกษม'), ('ขจร'), ('กมล')")
    words.execute(f"SELECT name FROM {table}_names ORDER BY name")
    print(distinct, kept, one, *(name for (name,) in words.fetchall()), end="; ")
PY
seen=$("$tmp/py/bin/python" "$tmp/words.py" "$tmp/socket") || { cat "$tmp/log" >&2; exit 1; }
want="1 Duplicate entry 1 กมล ขจร เกษม; 3 kept 0 กมล ขจร เกษม; 3 kept 0 กมล เกษม ขจร; "
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: with the collation of WordPress, news and rice are one word to MariaDB"
