#!/usr/bin/env bash
# Tool:    warcio 1.8.1 (PyPI), with requests 2.32.5
# Guess:   A WARC record holds what the server sent, byte for byte: that is what the format and its digests are for. Thai bytes in a header are no reason to
#          touch it.
# Seen:    As soon as one header holds a byte outside ASCII, headers are rewritten before they are kept: Location gets percent signs, a file name becomes
#          filename*=UTF-8''…, a name of the body too is encoded. The digest is taken of the rewritten block, so every check of the record passes.
# Output:  sent: Location: /ข้อมูล/        kept: Location: /%E0%B8%82%E0%B9%89%E0%B8%AD%E0%B8%A1%E0%B8%B9%E0%B8%A5/
# What follows for us: such a record proves what a page said, and not how the host answered: the redirect of busybox that half of the clients cannot follow is whole in
#          the archive. Our own witness signs sums of the files, which this does not touch.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/server.sh"
tmp=$(mktemp -d)
trap 'stop_all "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq warcio==1.8.1 requests==2.32.5
seen=$(NO_PROXY=127.0.0.1 timeout 60 "$tmp/py/bin/python" - "$tmp/kept.warc.gz" <<'PY'
import base64, gzip, hashlib, re, socket, sys, threading
from warcio.capture_http import capture_http
import requests

sent = ("HTTP/1.1 302 Found\r\nLocation: /ข้อมูล/\r\nX-Body: กรม\r\n"
        'Content-Disposition: inline; filename="ตาราง.csv"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n').encode()
server = socket.create_server(("127.0.0.1", 0))

def answer():
    client, _ = server.accept()
    client.recv(65536)
    client.sendall(sent)
    client.close()

thread = threading.Thread(target=answer)
thread.start()
with capture_http(sys.argv[1]):
    requests.get(f"http://127.0.0.1:{server.getsockname()[1]}/", allow_redirects=False, timeout=20)
thread.join()
kept = gzip.open(sys.argv[1]).read()
head, block = kept.split(b"\r\n\r\n", 1)
block = block[: int(re.search(rb"Content-Length: (\d+)", head).group(1))]
digest = base64.b32encode(hashlib.sha1(block).digest())
found = re.findall(rb"Location: (\S+)|X-Body: (\S+)|filename(\S+)", block)
print(*(name.decode() for groups in found for name in groups if name), "as sent" if block == sent else "rewritten",
    "digest right" if digest in head else "digest wrong")
PY
)
[ "$seen" = "/%E0%B8%82%E0%B9%89%E0%B8%AD%E0%B8%A1%E0%B8%B9%E0%B8%A5/ %E0%B8%81%E0%B8%A3%E0%B8%A1 *=UTF-8''%E0%B8%95%E0%B8%B2%E0%B8%A3%E0%B8%B2%E0%B8%87.csv rewritten digest right" ] ||
  { echo "changed: $seen" >&2; exit 1; }
echo "still holds: warcio rewrites headers with Thai bytes before it archives them"
