#!/usr/bin/env bash
# Tool:    Firefox ESR 153.8.0 (Debian firefox-esr 153.8.0esr-1~deb12u1), without a window; Chromium 156 beside it (tried by hand)
# Guess:   Both browsers break Thai lines where words end; they differ where a word is made of others (งบ|ประมาณ), and the everyday words of public bodies are in any dictionary.
# Seen:    Firefox leaves ONE LETTER for the next line: นาย|ก ("mayor") and, at the end of its longer names, ตำบ|ล ("subdistrict"), though ตำบล alone is kept; "city" is เทศ|บาลน|คร, with the first
#          letter of the second word at the end of the first. A line may begin with ฯ (กรุงเทพ|ฯ), which belongs to the word before. Chromium breaks none of these four places.
# Output:  นายก -> นาย|ก        เทศบาลนคร -> เทศ|บาลน|คร        องค์การบริหารส่วนตำบล -> องค์|การ|บริหาร|ส่วน|ตำบ|ล        กรุงเทพฯ -> กรุงเทพ|ฯ        ตำบล, เทศบาล, ประกาศ whole
# What follows for us: names of public bodies get their own places for a break (<wbr> before a name's parts, and no break within: U+2060 or white-space: nowrap around a short word such as นายก), in
#          headings and tables most of all; a test of line ends has to run in Firefox, as Chromium shows nothing of it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" firefox-esr=153.8.0esr-1~deb12u1
mkdir -p "$tmp/site" "$tmp/profile"
cat > "$tmp/site/index.html" <<'HTML'
<!doctype html>
<html lang="th">
<meta charset="utf-8">
<title>lines</title>
<style>p { width: 1px; margin: 0 }</style>
<body>
<script>
const letters = new Intl.Segmenter("th", { granularity: "grapheme" });
const lines = (word) => {
  const place = document.body.appendChild(document.createElement("p"));
  place.textContent = word;
  let above = null;
  return [...letters.segment(word)].map(({ segment, index }) => {
    const range = document.createRange();
    range.setStart(place.firstChild, index);
    range.setEnd(place.firstChild, index + segment.length);
    const { top } = range.getBoundingClientRect();
    const begins = above !== null && top > above + 5;
    above = top;
    return (begins ? "|" : "") + segment;
  }).join("");
};
const words = ["นายก", "เทศบาลนคร", "องค์การบริหารส่วนตำบล", "กรุงเทพฯ", "ตำบล", "เทศบาล", "ประกาศ"];
fetch("seen?" + encodeURIComponent(words.map(lines).join(" ")));
</script>
HTML
cat > "$tmp/look.py" <<'PY'
import functools, http.server, os, subprocess, sys, threading, urllib.parse
folder = sys.argv[1]
seen = []
told = threading.Event()

class Site(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        if not self.path.startswith("/seen?"):
            return super().do_GET()
        seen.append(urllib.parse.unquote(self.path.partition("?")[2]))
        self.send_response(204)
        self.end_headers()
        told.set()

    def log_message(self, *_):
        pass

site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Site, directory=folder + "/site"))
threading.Thread(target=site.serve_forever, daemon=True).start()
browser = subprocess.Popen([folder + "/deb/unpacked/usr/lib/firefox-esr/firefox-esr", "--headless", "--no-remote", "--profile", folder + "/profile", f"http://127.0.0.1:{site.server_port}/"],
                           env=os.environ | {"HOME": folder}, stdout=sys.stderr, stderr=sys.stderr)
told.wait(90)
browser.terminate()
browser.wait(30)
print(*seen)
PY
seen=$(LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") python3 "$tmp/look.py" "$tmp" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = "นาย|ก เทศ|บาลน|คร องค์|การ|บริหาร|ส่วน|ตำบ|ล กรุงเทพ|ฯ ตำบล เทศบาล ประกาศ" ] || { tail -5 "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: Firefox breaks Thai lines within the names of public bodies"
