#!/usr/bin/env bash
# Tool:    mini_httpd 1.30 (Debian 1.30-3)
# Guess:   With the charset that it is given (-T utf-8) the server names it for pages, and for what it writes itself: "not found", "moved".
# Seen:    Pages carry it. Every answer of its own, 404 and the redirect to a folder's last stroke, says `charset=%s`: a place for the name, never filled in.
# Output:  / -> text/html; charset=utf-8        /nope/ -> 404 text/html; charset=%s        /2566 -> 302 text/html; charset=%s
# What follows for us: a client that looks a charset up by that name stops with an error where it should say "404": whatever reads a site over the network must take
#          an unknown charset for none, and look at the status first.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
. "$here/lib/server.sh"
tmp=$(mktemp -d)
trap 'stop_all "$tmp"' EXIT
debian_unpack "$tmp/deb" mini-httpd=1.30-3
mkdir -p "$tmp/site/2566"
echo "<!doctype html><title>t</title>" | tee "$tmp/site/index.html" > "$tmp/site/2566/index.html"
chmod -R a+rX "$tmp"
port=$(free_port)
LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$tmp/deb/unpacked/usr/sbin/mini_httpd" -D -h 127.0.0.1 -p "$port" -d "$tmp/site" -T utf-8 2> "$tmp/log" &
listening "$port"
seen=$(python3 - "$port" <<'PY'
import http.client, sys
for path in ("/", "/nope/", "/2566"):
    host = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=10)
    host.request("GET", path)
    answer = host.getresponse()
    print(path, answer.status, answer.getheader("content-type"), end="; ")
PY
)
[ "$seen" = "/ 200 text/html; charset=utf-8; /nope/ 404 text/html; charset=%s; /2566 302 text/html; charset=%s; " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: what mini_httpd says itself is of the charset %s"
