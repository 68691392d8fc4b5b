#!/usr/bin/env bash
# Tool:    sqlite-utils 4.2.1 (PyPI), which fills the databases that Datasette shows; SQLite of Python 3.11
# Guess:   `sqlite-utils insert … --csv` makes text columns, or if it looks for types, takes ๒๕๖๖ for text; a column that it declares INTEGER holds integers.
# Seen:    Types are looked for without being asked, with Python's int(), which reads Thai digits; SQLite does not. So the column is declared INTEGER and holds TEXT, and the sum of
#          ๕๐๐ and ๗๐๐ is 0. Telephone 0812345678 is the number 812345678, item 2.10 is 2.1. With --no-detect-types the rest is as typed.
# Output:  amount INTEGER, typeof text, sum 0.0        phone 812345678, item 2.1        --no-detect-types: amount TEXT, phone 0812345678, item 2.10
# What follows for us: amounts in our CSV need Arabic digits whatever the page shows; a CSV that an author attaches can have Thai ones, and `check` could say so of a column. Telephones and
#          item numbers should have a form that is no number (08-1234-5678, O2.10), or the notes for users of the data name --no-detect-types.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq sqlite-utils==4.2.1
printf 'amount,phone,item\n๕๐๐,0812345678,2.10\n๗๐๐,0812345679,2.20\n' > "$tmp/rows.csv"
"$tmp/py/bin/sqlite-utils" insert "$tmp/base.db" found "$tmp/rows.csv" --csv > "$tmp/log"
"$tmp/py/bin/sqlite-utils" insert "$tmp/base.db" typed "$tmp/rows.csv" --csv --no-detect-types > "$tmp/log"
cat > "$tmp/ask.py" <<'PY'
import sqlite3, sys
base = sqlite3.connect(sys.argv[1])
for table in ("found", "typed"):
    kind = base.execute(f"SELECT type FROM pragma_table_info('{table}') WHERE name = 'amount'").fetchone()[0]
    print(kind, *base.execute(f"SELECT min(typeof(amount)), sum(amount), min(phone), min(item) FROM {table}").fetchone(), end="; ")
PY
seen=$("$tmp/py/bin/python" "$tmp/ask.py" "$tmp/base.db")
[ "$seen" = "INTEGER text 0.0 812345678 2.1; TEXT text 0.0 0812345678 2.10; " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: a column of Thai digits is declared INTEGER by sqlite-utils, and its sum is 0"
