#!/usr/bin/env bash
# Tool:    PyYAML 6.0.4 (PyPI; MkDocs and Pelican use it), Psych 4.0.3 of Ruby 3.1 (Debian ruby3.1; Jekyll uses it), js-yaml 3.14.2 and 4.1.1 (npm)
# Guess:   Readers of YAML 1.1 make a time without quotes a number of base 60, all alike: 08:30 is 510 and 16:30 is 990. Those of YAML 1.2 leave both as text.
# Seen:    PyYAML keeps the opening time as TEXT and makes a NUMBER of the closing time: its rule wants a first figure from 1 to 9, which offices that open at eight do not have.
#          Psych makes numbers of both and counts them sixty times higher, as seconds. So one pair of office hours is text and minutes, or two counts of seconds, or two texts.
# Output:  open: 08:30, close: 16:30 -> PyYAML "08:30", 990        Psych 30600, 59400        js-yaml 3: "08:30", 990; 4: "08:30", "16:30"
# What follows for us: our reader of YAML needs 08:30 and 16:30 side by side in a test, both as typed; what we write for others (skeletons, examples in the manual) has times in
#          quotes; a field that holds 990 or 59400 in content from another generator was a time.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" ruby3.1
ruby="$tmp/deb/unpacked/usr"
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pyyaml==6.0.4
npm install --silent --no-audit --no-fund --prefix "$tmp" old@npm:js-yaml@3.14.2 new@npm:js-yaml@4.1.1 >&2
printf 'open: 08:30\nclose: 16:30\n' > "$tmp/hours.yaml"
seen="$("$tmp/py/bin/python" -c 'import json, sys, yaml; print(json.dumps(list(yaml.safe_load(open(sys.argv[1])).values())))' "$tmp/hours.yaml")"
seen+=" $(LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") RUBYLIB="$ruby/lib/ruby/3.1.0:$(echo "$ruby"/lib/*-linux-gnu/ruby/3.1.0)" "$ruby/bin/ruby3.1" --disable-gems \
  -r psych -e 'print Psych.load_file(ARGV[0]).values' "$tmp/hours.yaml")"
for version in old new; do
  seen+=" $(cd "$tmp" && node -e 'console.log(JSON.stringify(Object.values(require(process.argv[1]).load(require("fs").readFileSync("hours.yaml", "utf8")))))' "$version")"
done
[ "$seen" = '["08:30", 990] [30600, 59400] ["08:30",990] ["08:30","16:30"]' ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: of the office hours 08:30 and 16:30 PyYAML makes a text and a number, Psych two other numbers"
