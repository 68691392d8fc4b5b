#!/usr/bin/env bash
# Tool:    Python-Markdown 3.11.3 (MkDocs, Pelican), mistune 3.4.0, markdown2 2.5.5, markdown-it-py 4.3.0 (Sphinx's MyST), commonmark 0.9.2 (PyPI)
# Guess:   A line that begins with ๕. is a paragraph in Markdown, since lists are numbered in ASCII digits (CommonMark says so): ๕. stays on the page as typed.
# Seen:    So it is for the two that follow CommonMark only. The others find digits with \d, which in Python is every digit there is: Python-Markdown makes item 1 of it, mistune
#          <ol start="5">, markdown2 <ol start="๕">, which is no HTML and counts from 1; so does Python-Markdown with its extension sane_lists. The NUMBER IS CHANGED OR GONE: ๕. is 1., the
#          sentence "๒๕๖๖. …" is 1. or 2566. With a bracket, ๕), mistune alone has a list.
# Output:  ๕. ห้า -> Python-Markdown <ol><li>ห้า; sane_lists <ol start="๕">; mistune <ol start="5">; markdown2 <ol start="๕">; markdown-it-py, commonmark <p>๕. ห้า</p>
# What follows for us: content that comes from MkDocs or goes there changes its numbers; what ours does with ๕. belongs into a test beside "5." (as typed, digits
#          included), and the guide for authors should say that such a number is text, which nobody counts.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq markdown==3.11.3 mistune==3.4.0 markdown2==2.5.5 markdown-it-py==4.3.0 commonmark==0.9.2
cat > "$tmp/lists.py" <<'PY'
import commonmark, markdown, markdown2, markdown_it, mistune
sane = lambda text: markdown.markdown(text, extensions=["sane_lists"])
for page in (markdown.markdown, sane, mistune.html, markdown2.markdown, markdown_it.MarkdownIt().render, commonmark.commonmark):
    print(*("".join(page(text).split()).partition("<li>")[0] for text in ("๕. ห้า", "๒๕๖๖. ปี", "๕) ห้า")), sep=" ", end="; ")
PY
seen=$("$tmp/py/bin/python" "$tmp/lists.py")
want='<ol> <ol> <p>๕)ห้า</p>; <olstart="๕"> <olstart="๒๕๖๖"> <p>๕)ห้า</p>; <olstart="5"> <olstart="2566"> <olstart="5">; <olstart="๕"> <olstart="๒๕๖๖"> <p>๕)ห้า</p>; '
want+='<p>๕.ห้า</p> <p>๒๕๖๖.ปี</p> <p>๕)ห้า</p>; <p>๕.ห้า</p> <p>๒๕๖๖.ปี</p> <p>๕)ห้า</p>; '
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: Python's Markdown readers count a line ๕. as item 1, 5 or ๕"
