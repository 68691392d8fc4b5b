#!/usr/bin/env bash
# Tool:    rclone 1.60.1 (Debian 1.60.1+dfsg-2+b5) against vsftpd 3.0.3 (Debian 3.0.3-13+b2)
# Guess:   vsftpd lists no names that begin with a dot, so `rclone sync` sends .htaccess each time anew, and otherwise ends well.
# Seen:    It looks each file up in the listing after it has sent it, takes the one that is not listed for lost, and ends with 4 after three rounds: "object not
#          found". The file is on the server all the same, whole. No file is deleted any more, so what was withdrawn from the site stays online.
# Output:  index.html and .htaccess are there, old.html too; ended 4        with force_dot_files=YES at the server: old.html is gone; ended 0
# What follows for us: the manual's page `hosts` says that it fails; that withdrawn pages stay on the host is the part that counts for an officer. `prongsai verify` cannot see them over HTTP.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
. "$here/lib/server.sh"
tmp=$(mktemp -d)
trap 'stop_all "$tmp"' EXIT
debian_unpack "$tmp/deb" rclone=1.60.1+dfsg-2+b5
rclone="$tmp/deb/unpacked/usr/bin/rclone"
debian_unpack "$tmp/ftp" vsftpd=3.0.3-13+b2
mkdir -p "$tmp/site" "$tmp/empty" "$tmp/home"
echo "<!doctype html><title>t</title>" > "$tmp/site/index.html"
echo "AddCharset utf-8 .html" > "$tmp/site/.htaccess"
chmod a+rx "$tmp"
seen=""
for dots in NO YES; do
  host="$tmp/host-$dots"
  mkdir -p "$host/ita"
  echo "withdrawn" > "$host/ita/old.html"
  port=$(free_port)
  # An anonymous user who may write: others need accounts of the machine.
  cat > "$tmp/vsftpd-$dots.conf" <<CONF
listen=YES
listen_address=127.0.0.1
listen_port=$port
background=NO
run_as_launching_user=YES
anonymous_enable=YES
local_enable=NO
no_anon_password=YES
ftp_username=$(id -un)
anon_root=$host
write_enable=YES
anon_upload_enable=YES
anon_mkdir_write_enable=YES
anon_other_write_enable=YES
anon_world_readable_only=NO
force_dot_files=$dots
secure_chroot_dir=$tmp/empty
seccomp_sandbox=NO
vsftpd_log_file=$tmp/log
CONF
  LD_LIBRARY_PATH=$(debian_libraries "$tmp/ftp") "$tmp/ftp/unpacked/usr/sbin/vsftpd" "$tmp/vsftpd-$dots.conf" > "$tmp/said" 2>&1 &
  listening "$port"
  status=0
  HOME="$tmp/home" timeout 100 "$rclone" --config "$tmp/none" sync "$tmp/site" \
    ":ftp,host=127.0.0.1,port=$port,user=anonymous,pass=$("$rclone" obscure x):ita" > "$tmp/sync-$dots" 2>&1 || status=$?
  seen+="dots $dots: $(cd "$host/ita" && find . -type f | LC_ALL=C sort | paste -sd' ') ended $status; "
done
[ "$seen" = "dots NO: ./.htaccess ./index.html ./old.html ended 4; dots YES: ./.htaccess ./index.html ended 0; " ] && grep -q "object not found" "$tmp/sync-NO" ||
  { echo "changed: $seen" >&2; cat "$tmp"/sync-* "$tmp/said" >&2; exit 1; }
echo "still holds: rclone takes .htaccess for lost on vsftpd, and deletes nothing there"
