#!/usr/bin/env bash
# Tool:    Apache httpd 2.4.71 (Debian apache2-bin 2.4.71-1~deb12u1)
# Guess:   AllowOverrideList takes the names of directives as the manual has them: FilesMatch, or <FilesMatch> as it stands in the file.
# Seen:    Neither. Containers are directives of the name "<FilesMatch", with the first bracket and without the last; both other spellings are thrown away with a
#          warning at the start, and every page of the folder is 500. The same goes for <IfModule, which is there to be harmless.
# Output:  FilesMatch IfModule -> 500        <FilesMatch> <IfModule> -> 500        <FilesMatch <IfModule -> 200
# What follows for us: the manual's page `hosts` has to spell the list out, as it does, and the test of .htaccess with the real program keeps to this spelling: an administrator who
#          "repairs" it takes the whole site down.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
. "$here/lib/server.sh"
tmp=$(mktemp -d)
trap 'stop_all "$tmp"' EXIT
debian_unpack "$tmp/deb" apache2-bin=2.4.71-1~deb12u1
modules="$tmp/deb/unpacked/usr/lib/apache2/modules"
mkdir "$tmp/site"
echo "<!doctype html><title>t</title>" > "$tmp/site/index.html"
printf '<IfModule mod_mime.c>\n<FilesMatch "\\.yaml$">\nAddType text/plain .yaml\n</FilesMatch>\n</IfModule>\n' > "$tmp/site/.htaccess"
chmod -R a+rX "$tmp"
seen=""
for list in "FilesMatch IfModule" "<FilesMatch> <IfModule>" "<FilesMatch <IfModule"; do
  port=$(free_port)
  cat > "$tmp/apache.conf" <<CONF
ServerRoot $tmp
ServerName localhost
PidFile $tmp/pid-$port
ErrorLog $tmp/errors
DefaultRuntimeDir $tmp
Listen 127.0.0.1:$port
LoadModule mpm_event_module $modules/mod_mpm_event.so
LoadModule authz_core_module $modules/mod_authz_core.so
LoadModule mime_module $modules/mod_mime.so
LoadModule dir_module $modules/mod_dir.so
User nobody
Group nogroup
TypesConfig /dev/null
DocumentRoot $tmp/site
<Directory $tmp/site>
AllowOverride None
AllowOverrideList AddType $list
Require all granted
</Directory>
CONF
  LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$tmp/deb/unpacked/usr/sbin/apache2" -f "$tmp/apache.conf" -DFOREGROUND 2> "$tmp/said" &
  listening "$port"
  seen+="$list $(curl --noproxy '*' -s -o "$tmp/page" -w '%{http_code}' "http://127.0.0.1:$port/"); "
done
[ "$seen" = "FilesMatch IfModule 500; <FilesMatch> <IfModule> 500; <FilesMatch <IfModule 200; " ] || { echo "changed: $seen" >&2; cat "$tmp/errors" >&2; exit 1; }
echo "still holds: Apache's AllowOverrideList knows a container by its first bracket only, and answers 500 otherwise"
