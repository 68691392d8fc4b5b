#!/usr/bin/env bash
# Tool:    pandas 3.1.1, Polars 2.1.0, pydantic 2.14.4 (PyPI), Python 3.11.7
# Guess:   A Thai heading is a name like any other where a column may be written as one: df.ยอด and df.query("ยอด > 10") work, so do df.จำนวน and df.query("จำนวน > 10").
# Seen:    A name with the vowel ำ, as "amount" (จำนวน) has it, finds NO column: Python brings names of programs into the form NFKC, which takes ำ apart (ํ and า), and the heading of
#          the file stays whole. pandas finds nothing even between backticks, which are there for odd headings. Where a column is made, a second one appears that looks the same.
#          Text between quotes is left alone, so df["จำนวน"] is right. A model of pydantic says of the JSON {"จำนวน": 5} that จํานวน is missing.
# Output:  df.query("ยอด > 10") -> 1 row        "จำนวน > 10" and "`จำนวน` > 10" -> UndefinedVariableError        df.assign(จำนวน=1) -> จำนวน, ยอด, จํานวน
# What follows for us: headings of our CSV are Thai words, and จำนวน, กำหนด and สำนัก are everyday ones: the notes for users of the data should write df["จำนวน"], never df.จำนวน; headings
#          keep ำ in one piece, and the keys of our JSON stay ASCII.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pandas==3.1.1 polars==2.1.0 pydantic==2.14.4
cat > "$tmp/names.py" <<'PY'
import pandas, polars, pydantic

class Row(pydantic.BaseModel):
    จำนวน: int

df = pandas.DataFrame({"จำนวน": [5, 2000], "ยอด": [5, 2000]})
lazy = polars.DataFrame({"จำนวน": [5, 2000], "ยอด": [5, 2000]})
for ask in (
    lambda: len(df.query("ยอด > 10")), lambda: len(df.query("จำนวน > 10")), lambda: len(df.query("`จำนวน` > 10")), lambda: int(df.จำนวน.sum()),
    lambda: list(df.assign(จำนวน=1)), lambda: lazy.select(polars.col.ยอด).height, lambda: lazy.select(polars.col.จำนวน).height,
    lambda: Row.model_validate_json('{"จำนวน": 5}'), lambda: int(df["จำนวน"].sum()),
):
    try:
        print(ask(), end="; ")
    except Exception as error:
        print(type(error).__name__, end="; ")
PY
seen=$("$tmp/py/bin/python" "$tmp/names.py")
want="1; UndefinedVariableError; UndefinedVariableError; AttributeError; ['จำนวน', 'ยอด', 'จํานวน']; 2; ColumnNotFoundError; ValidationError; 2005; "
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: a column with ำ in its heading is not found by its name in pandas and Polars"
