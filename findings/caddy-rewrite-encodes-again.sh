#!/usr/bin/env bash
# Tool:    Caddy 2.6.2 (Debian 2.6.2-5)
# Guess:   `rewrite` takes the address as it stands in links, so "/%E0%B8%82/404.html" is the page in the folder ข; what a browser sends and what the
#          administrator copies from it is this form.
# Seen:    The percent signs of the settings file are encoded once more: Caddy looks for a folder named "%E0%B8%82", and answers 404 without the page. With the bare
#          Thai letter it is found. What a client asks for is decoded as always.
# Output:  rewrite /a "/%E0%B8%82/x" -> 404        rewrite /b "/ข/x" -> 200        GET /%E0%B8%82/x -> 200
# What follows for us: caddy-headers.conf reaches the page for wrong addresses of a site in a Thai folder through `root`, with no Thai letter in a `rewrite`: that must
#          stay so, and a line that an administrator copies from the address bar is the wrong one.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
. "$here/lib/server.sh"
tmp=$(mktemp -d)
trap 'stop_all "$tmp"' EXIT
debian_unpack "$tmp/deb" caddy=2.6.2-5
mkdir -p "$tmp/site/ข" "$tmp/home"
echo "the page" > "$tmp/site/ข/x"
port=$(free_port)
cat > "$tmp/Caddyfile" <<CONF
{
	admin off
	auto_https off
	skip_install_trust
}
http://127.0.0.1:$port {
	root * $tmp/site
	rewrite /a "/%E0%B8%82/x"
	rewrite /b "/ข/x"
	file_server
}
CONF
HOME="$tmp/home" XDG_DATA_HOME="$tmp/home" XDG_CONFIG_HOME="$tmp/home" "$tmp/deb/unpacked/usr/bin/caddy" run --config "$tmp/Caddyfile" --adapter caddyfile > "$tmp/log" 2>&1 &
listening "$port"
seen=""
for path in /a /b /%E0%B8%82/x; do
  seen+="$path $(curl --noproxy '*' -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port$path"); "
done
[ "$seen" = "/a 404; /b 200; /%E0%B8%82/x 200; " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: Caddy encodes the percent signs of a rewrite once more"
