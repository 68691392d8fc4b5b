#!/usr/bin/env bash
# Tool:    swath 0.6.1 (Debian 0.6.1-3, dictionary swath-data 0.6.1-3), format html
# Guess:   The filter that marks where Thai lines may be broken has a format html, so it knows tags: <wbr> is put into the text that readers see, and nowhere else.
# Seen:    It is put into ALL Thai: into the address of a link, which leads nowhere then, into title and value, which show "<wbr>" as letters, into <title>, comments and the
#          strings of scripts. And within the capital's everyday name กรุงเทพฯ a line may be broken twice, and between อบ and ต. of อบต., the body that publishes.
# Output:  <a href="ประกาศนายก.pdf"> -> <a href="ประกาศ<wbr>นายก.pdf">      <title>ประกาศ<wbr>นายก</title>      กรุง<wbr>เท<wbr>พฯ      อบ<wbr>ต.
# What follows for us: pages that come from an older site by way of this filter have <wbr> in titles and in the names of their attachments: an import should take it
#          out there, and a missing attachment whose name is right without it deserves that hint. In ours no break is written into the page.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" swath=0.6.1-3 swath-data=0.6.1-3
swath() { LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$tmp/deb/unpacked/usr/bin/swath" -f html -u u,u -d "$tmp/deb/unpacked/usr/share/swath"; }
seen=$(echo '<title>ประกาศนายก</title><a href="ประกาศนายก.pdf">ประกาศนายก</a><script>show("ประกาศนายก")</script><p>กรุงเทพฯ อบต.ตัวอย่าง</p>' | swath)
want='<title>ประกาศ<wbr>นายก</title><a href="ประกาศ<wbr>นายก.pdf">ประกาศ<wbr>นายก</a><script>show("ประกาศ<wbr>นายก")</script><p>กรุง<wbr>เท<wbr>พฯ อบ<wbr>ต.ตัวอย่าง</p>'
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: swath writes <wbr> into the addresses of links"
