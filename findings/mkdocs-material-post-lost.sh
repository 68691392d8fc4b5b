#!/usr/bin/env bash
# Tool:    Material for MkDocs 9.8.2 with its blog plugin, on MkDocs 1.6.1 and pymdown-extensions 13.1.2 (PyPI)
# Guess:   Two posts of one day with the titles ข่าว (news) and ขาว (white) are two pages; should two posts have one address, the build says so, and `--strict` stops.
# Seen:    The address is made of the title without vowels above and below and tone marks, so both are …/ขาว/: ONE POST OVERWRITES THE OTHER. The front of the blog shows both, each with a link to the page of
#          the second; categories น้ำประปา and นำประปา are one page as well. No error, no warning, and `--strict` ends with 0.
# Output:  2023/01/31/ข่าว, 2023/01/31/ขาว -> one page ขาว, with the text of the second        4 posts -> 2 pages        4 categories -> 2
# What follows for us: who comes from such a site may find announcements whose page was never there: the posts are to be counted against the pages before addresses are taken over. Our pages have the
#          name of their folder and no address made of a title; two pages of one address are an error of ours.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq mkdocs==1.6.1 mkdocs-material==9.8.2 pymdown-extensions==13.1.2
mkdir -p "$tmp/site/docs/blog/posts"
printf 'site_name: office\nsite_url: https://office.example/\ntheme:\n  name: material\n  language: th\nplugins:\n  - blog\n' > "$tmp/site/mkdocs.yml"
echo '# office' | tee "$tmp/site/docs/index.md" > "$tmp/site/docs/blog/index.md"
number=0
for title in ข่าว ขาว น้ำประปา นำประปา; do
  number=$((number + 1))
  printf -- '---\ndate: 2023-01-31\ncategories: [%s]\n---\n# %s\n\npost%s\n' "$title" "$title" "$number" > "$tmp/site/docs/blog/posts/$number.md"
done
(cd "$tmp/site" && "$tmp/py/bin/mkdocs" build --strict) > "$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
cd "$tmp/site/site/blog"
seen="$(cd 2023/01/31 && echo *) $(grep -oh 'post[1-4]' 2023/01/31/*/index.html | sort -u | tr '\n' ' ')$(cd category && echo *) $(grep -oh 'post[1-4]' index.html | sort -u | wc -l)"
[ "$seen" = "ขาว นำประปา post2 post4 ขาว นำประปา 4" ] || { cat "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: of the posts ข่าว and ขาว Material for MkDocs writes one page, with --strict too"
