#!/usr/bin/env bash
# Tool:    qrencode 4.1.1 and zint 2.11.1 make, zbarimg 0.23.92 (Debian 4.1.1-1, 2.11.1-1, 0.23.92-7+deb12u1) and OpenCV 5.0.0.93 (PyPI opencv-python-headless) read
# Guess:   A QR code of an address in Thai letters is UTF-8 whoever makes it, and whoever reads one today takes it for that: the letters come back, or none do.
# Seen:    zbar decides by the bytes, and so by the WORD: from qrencode, …/คำสั่ง ("orders") is right, and …/ประกาศ ("announcements") becomes Japanese, with no doubt
#          said. zint writes another code page (ISO 8859-11, announced in the code): zbar reads both words then, and OpenCV, which got qrencode's right, gives an error.
# Output:  /ประกาศ by qrencode: zbar /犧巵ｸ｣犧ｰ犧≒ｸｲ犧ｨ, OpenCV /ประกาศ      by zint: zbar /ประกาศ, OpenCV UnicodeDecodeError
#          /%E0%B8%9B… by either: right in both
# What follows for us: an address that goes onto paper as a QR code is written in ASCII: ours are, file names of attachments need not be. Where we print or copy an
#          address it is the percent-encoded one, and the guide tells officers to try the code with the address of the very document.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" qrencode=4.1.1-1 zint=2.11.1-1 zbar-tools=0.23.92-7+deb12u1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq opencv-python-headless==5.0.0.93
libraries="$(debian_libraries "$tmp/deb"):$tmp/deb/unpacked/usr/lib"
run() { LD_LIBRARY_PATH=$libraries "$tmp/deb/unpacked/usr/bin/$1" "${@:2}"; }
# ImageMagick, which zbarimg opens pictures with, finds its parts by address.
MAGICK_CODER_MODULE_PATH=$(echo "$tmp"/deb/unpacked/usr/lib/*/ImageMagick-6*/modules-Q16/coders)
export MAGICK_CODER_MODULE_PATH MAGICK_CONFIGURE_PATH="$tmp/deb/unpacked/etc/ImageMagick-6"
cat > "$tmp/opencv.py" <<'PY'
import sys, cv2
try:
    print(cv2.QRCodeDetector().detectAndDecode(cv2.imread(sys.argv[1]))[0] or "nothing")
except UnicodeDecodeError:
    print("UnicodeDecodeError")
PY
site=https://www.example.go.th
judge() { if [ "$2" = "$site/$1" ]; then echo right; elif [ "$2" = UnicodeDecodeError ]; then echo error; else echo "${2#"$site"}"; fi; }
seen=""
for word in ประกาศ คำสั่ง %E0%B8%9B%E0%B8%A3%E0%B8%B0%E0%B8%81%E0%B8%B2%E0%B8%A8; do
  run qrencode -s 8 -o "$tmp/qrencode.png" "$site/$word"
  run zint -b 58 --scale=4 --quietzones -o "$tmp/zint.png" -d "$site/$word" > "$tmp/log" 2>&1
  seen+="$word:"
  for maker in qrencode zint; do
    zbar=$(run zbarimg -q --raw --nodbus "$tmp/$maker.png")
    opencv=$("$tmp/py/bin/python" "$tmp/opencv.py" "$tmp/$maker.png" 2>> "$tmp/log")
    seen+=" $(judge "$word" "$zbar") $(judge "$word" "$opencv")"
  done
  seen+="; "
done
want="ประกาศ: /犧巵ｸ｣犧ｰ犧≒ｸｲ犧ｨ right right error; คำสั่ง: right right right error; %E0%B8%9B%E0%B8%A3%E0%B8%B0%E0%B8%81%E0%B8%B2%E0%B8%A8: right right right right; "
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: whether zbar reads a Thai address from a QR code or a Japanese one depends on the word"
