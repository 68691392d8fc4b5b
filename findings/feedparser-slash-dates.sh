#!/usr/bin/env bash
# Tool:    feedparser 6.0.14 (PyPI)
# Guess:   A date of a feed that is not in a form of the standards is either read as written or not at all: 2566/01/31 is 31 January 2566, or nothing.
# Seen:    With strokes or dots between year, month and day, which is how Thai offices type it year first, EVERY day of the year is 1 November: two
#          orders of May and December are of one day, and an order of January is of ten months later. No `bozo`, no exception.
# Output:  2566/01/31 -> 2566-11-01   2566/05/12 -> 2566-11-01   2566.12.25 -> 2566-11-01   2566-01-31 -> 2566-01-31   31/01/2566 -> none
# What follows for us: dates of a feed go out in the one form of its standard, years of the common era; whoever takes news over from another body's feed
#          must not trust dates that this library (many readers and importers) found in it.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq feedparser==6.0.14
seen=$("$tmp/py/bin/python" - <<'PY'
import feedparser
found = []
for date in ("2566/01/31", "2566/05/12", "2566.12.25", "2566-01-31", "31/01/2566"):
    feed = feedparser.parse(f'<rss version="2.0"><channel><title>t</title><item><title>x</title><pubDate>{date}</pubDate></item></channel></rss>')
    read = feed.entries[0].get("published_parsed")
    found.append("none" if read is None else "%d-%02d-%02d" % tuple(read)[:3])
print(*found, "bozo" if feed.bozo else "fine")
PY
)
[ "$seen" = "2566-11-01 2566-11-01 2566-11-01 2566-01-31 none fine" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: feedparser reads every date of the form 2566/05/12 as 1 November"
