#!/usr/bin/env bash
# Tool:    Apache httpd 2.4.71 (Debian apache2-bin 2.4.71-1~deb12u1), mod_alias and mod_rewrite
# Guess:   A redirect to a Thai folder is written with percent signs, as addresses are; whether Redirect, RedirectMatch or RewriteRule has it, the client is sent to the same place.
# Seen:    To three places. Redirect sends what is written, as it is written. RedirectMatch encodes it once more (%25E0). In RewriteRule %8 is a reference to a condition (RewriteCond), of
#          which there is none, so HALF A LETTER OF THE ADDRESS IS GONE, with the flag NE ("no escape"), which is there for percent signs, as well. Written in bare Thai letters it is
#          the other way round: RedirectMatch and RewriteRule encode it rightly, Redirect sends bare UTF-8 in a header. The old address, on the left, must be in Thai letters for Redirect: with
#          percent signs it never matches.
# Output:  to /%E0%B8%82/: Redirect /%E0%B8%82/, RedirectMatch /%25E0%25B8%2582/, RewriteRule [NE] /%E0%B82/        to /ข/: Redirect /ข/ in bytes, the others /%e0%b8%82/
# What follows for us: our addresses are ASCII, so a redirect TO them is safe in each. Where the manual ever tells how a body's old Thai addresses lead to ours, it needs one spelling
#          (Redirect, with Thai letters on the left) and a test with the real program.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
. "$here/lib/server.sh"
tmp=$(mktemp -d)
trap 'stop_all "$tmp"' EXIT
debian_unpack "$tmp/deb" apache2-bin=2.4.71-1~deb12u1
modules="$tmp/deb/unpacked/usr/lib/apache2/modules"
mkdir "$tmp/site"
chmod -R a+rX "$tmp"
port=$(free_port)
cat > "$tmp/apache.conf" <<CONF
ServerRoot $tmp
ServerName localhost
PidFile $tmp/pid
ErrorLog $tmp/errors
DefaultRuntimeDir $tmp
Listen 127.0.0.1:$port
LoadModule mpm_event_module $modules/mod_mpm_event.so
LoadModule authz_core_module $modules/mod_authz_core.so
LoadModule alias_module $modules/mod_alias.so
LoadModule rewrite_module $modules/mod_rewrite.so
User nobody
Group nogroup
DocumentRoot $tmp/site
Redirect /a1 /%E0%B8%82/
RedirectMatch ^/a2$ /%E0%B8%82/
RewriteEngine on
RewriteRule ^/a3$ /%E0%B8%82/ [R,NE,L]
Redirect /b1 /ข/
RedirectMatch ^/b2$ /ข/
RewriteRule ^/b3$ /ข/ [R,L]
Redirect /ก /x/
Redirect /%E0%B8%84 /x/
CONF
LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$tmp/deb/unpacked/usr/sbin/apache2" -f "$tmp/apache.conf" -DFOREGROUND 2> "$tmp/said" &
listening "$port"
seen=""
for path in a1 a2 a3 b1 b2 b3 %E0%B8%81 %E0%B8%84; do
  seen+="$(curl --noproxy '*' -s -o "$tmp/page" -D - "http://127.0.0.1:$port/$path" | tr -d '\r' | sed -n "s#^Location: http://127.0.0.1:$port##p"); "
done
[ "$seen" = "/%E0%B8%82/; /%25E0%25B8%2582/; /%E0%B82/; /ข/; /%e0%b8%82/; /%e0%b8%82/; /x/; ; " ] || { echo "changed: $seen" >&2; cat "$tmp/errors" "$tmp/said" >&2; exit 1; }
echo "still holds: a Thai address with percent signs leads to three places by Redirect, RedirectMatch and RewriteRule"
