#!/usr/bin/env bash
# Tool:    lighttpd 1.4.69 (Debian 1.4.69-1)
# Guess:   server.error-handler-404 = "/404.html" is the setting for a page of one's own at status 404, as its name says; server.error-handler the newer
#          one for every error. What lies "below" a file (/2566/o25/index.html/old) is 404.
# Seen:    With the first, every wrong address is the page with status 200: no checker finds a dead link any more, and search engines keep all of them. With the
#          second it is 404. With both, whatever is written behind the name of a file opens that file with 200.
# Output:  error-handler-404: /nope/ -> 200        error-handler: /nope/ -> 404        both: /2566/o25/index.html/old -> 200, the page itself
# What follows for us: lighttpd-headers.conf has to keep to server.error-handler; `prongsai verify` of an address may ask for one page that cannot be there, and say
#          so if the answer is 200. With static-file.disable-pathinfo = "enable" what stands behind a file is 403.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
. "$here/lib/server.sh"
tmp=$(mktemp -d)
trap 'stop_all "$tmp"' EXIT
debian_unpack "$tmp/deb" lighttpd=1.4.69-1
mkdir -p "$tmp/site/2566/o25"
echo "<!doctype html><title>o25</title>" > "$tmp/site/2566/o25/index.html"
echo "<!doctype html><title>not found</title>" > "$tmp/site/404.html"
chmod -R a+rX "$tmp"
seen=""
for setting in server.error-handler-404 server.error-handler; do
  port=$(free_port)
  cat > "$tmp/$setting.conf" <<CONF
server.document-root = "$tmp/site"
server.bind = "127.0.0.1"
server.port = $port
index-file.names = ("index.html")
mimetype.assign = (".html" => "text/html; charset=utf-8")
$setting = "/404.html"
CONF
  LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$tmp/deb/unpacked/usr/sbin/lighttpd" -D -m "$tmp/deb/unpacked/usr/lib/lighttpd" -f "$tmp/$setting.conf" 2> "$tmp/log" &
  listening "$port"
  seen+="$setting:"
  for path in /2566/o25/ /nope/ /2566/o25/index.html/old; do
    seen+=" $(curl --noproxy '*' -s -o "$tmp/page" -w '%{http_code}' "http://127.0.0.1:$port$path") $(grep -o '<title>[^<]*' "$tmp/page" | cut -c8-)"
  done
  seen+="; "
done
[ "$seen" = "server.error-handler-404: 200 o25 200 not found 200 o25; server.error-handler: 200 o25 404 not found 200 o25; " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: lighttpd's error-handler-404 answers 200, and so does anything written behind the name of a file"
