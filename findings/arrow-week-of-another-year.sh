#!/usr/bin/env bash
# Tool:    arrow 1.4.0 (PyPI)
# Guess:   With locale="th" a moment is written in Thai: names of months and days, perhaps the Buddhist year where a whole date is spelled. Figures only, as in YYYY-MM-DD, know no
#          language, and two tokens of one call have one year.
# Seen:    YYYY is 2566 with any pattern, that of ISO 8601 and a bare YYYY too, while W, the ISO week with its year, says 2023 beside it. Reading with the same locale does not take 543 off: what
#          was written comes back 543 years later, YY as 2066. And 29 February, which 2567 of the common era does not have, is an error then: one day in four years that fails.
# Output:  format("YYYY-MM-DD W", locale="th") -> 2566-01-31 2023-W05-2        get of that -> 2566-01-31; "YY" -> 2066        get("2567-02-29", …, locale="th") -> ValueError
# What follows for us: names of files and addresses made by such a script are of the Buddhist era, with weeks of the common one: a list of weekly reports by week does not match one by day.
#          Both readings stay possible for a year with hyphens, so it is to be asked for and never silently changed.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq arrow==1.4.0
seen=$("$tmp/py/bin/python" - <<'PY'
import arrow
day, leap = arrow.get(2023, 1, 31), arrow.get(2024, 2, 29)

def back(moment, pattern):
    try:
        return arrow.get(moment.format(pattern, locale="th"), pattern, locale="th").format("YYYY-MM-DD")
    except ValueError:
        return "ValueError"

print(day.format("YYYY-MM-DD W", locale="th"), back(day, "YYYY-MM-DD"), back(day, "YY")[:4], back(leap, "YYYY-MM-DD"), sep=" | ")
PY
)
[ "$seen" = "2566-01-31 2023-W05-2 | 2566-01-31 | 2066 | ValueError" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: arrow's ISO date is of 2566 in Thai, and its ISO week of 2023"
