#!/usr/bin/env bash
# Tool:    trafilatura 2.3.1, inscriptis 2.7.6, Resiliparse 2.0.1 (PyPI), node-html-markdown 2.0.0 (npm); markdownify 1.2.3, html2text 2025.4.15 (PyPI), turndown 7.2.5, html-to-text 10.0.1 (npm) beside them
# Guess:   A list of a page that begins with item 5 (<ol start="5">), as each order does that has a paragraph between its items, begins with 5 in the text that is taken out of the page.
# Seen:    It begins with 1 in four of eight: "according to item 5" of the same text leads to nothing, or to another item. They are the ones that web archives, search engines and collections for language models
#          take texts with; trafilatura's plain text has strokes in place of the numbers. No warning.
# Output:  items 5, 6 -> 1, 2: trafilatura, inscriptis, Resiliparse, node-html-markdown        5, 6: markdownify, html2text, turndown, html-to-text
# What follows for us: our Markdown writes <ol start="5">, which is right HTML; an item that others refer to by its number is better written as text (๕. …, as orders are typed) than as a list. A quotation of a
#          model that names an item's number is checked on the page.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq trafilatura==2.3.1 lxml_html_clean inscriptis==2.7.6 resiliparse==2.0.1 markdownify==1.2.3 html2text==2025.4.15
npm install --silent --no-audit --no-fund --prefix "$tmp" node-html-markdown@2.0.0 turndown@7.2.5 html-to-text@10.0.1 >&2
cat > "$tmp/page.html" <<'HTML'
<!DOCTYPE html><html lang="th"><head><meta charset="utf-8"><title>คำสั่ง</title></head><body><main>
<p>คำสั่งเทศบาลตำบล เรื่อง มอบหมายหน้าที่ในการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2566 ต่อจากข้อก่อน</p>
<ol start="5"><li>ให้กองคลังรายงานผลการใช้จ่ายงบประมาณทุกเดือน</li><li>ให้กองช่างตรวจงานจ้างก่อสร้างทุกโครงการ</li></ol></main></body></html>
HTML
cat > "$tmp/texts.py" <<'PY'
import re, sys, html2text, inscriptis, markdownify, trafilatura
from resiliparse.extract.html2text import extract_plain_text
page = open(sys.argv[1], encoding="utf-8").read()
made = {"trafilatura": trafilatura.extract(page, output_format="markdown"), "inscriptis": inscriptis.get_text(page), "resiliparse": extract_plain_text(page), "markdownify": markdownify.markdownify(page), "html2text": html2text.html2text(page)}
print(*[name + " " + " ".join(re.findall(r"(\d+)\.\s+ให้กอง", text)) for name, text in made.items()], sep="; ", end="; ")
PY
cat > "$tmp/texts.mjs" <<'JS'
import fs from "fs";
import { convert } from "html-to-text";
import { NodeHtmlMarkdown } from "node-html-markdown";
import Turndown from "turndown";
const page = fs.readFileSync(process.argv[2], "utf8");
const made = { "node-html-markdown": NodeHtmlMarkdown.translate(page), turndown: new Turndown().turndown(page), "html-to-text": convert(page) };
console.log(Object.entries(made).map(([name, text]) => [name, ...[...text.matchAll(/(\d+)\.\s+ให้กอง/g)].map((found) => found[1])].join(" ")).join("; "));
JS
seen=$("$tmp/py/bin/python" "$tmp/texts.py" "$tmp/page.html" 2> "$tmp/log" && cd "$tmp" && node texts.mjs page.html 2>> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
want="trafilatura 1 2; inscriptis 1 2; resiliparse 1 2; markdownify 5 6; html2text 5 6; node-html-markdown 1 2; turndown 5 6; html-to-text 5 6"
[ "$seen" = "$want" ] || { cat "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: item 5 of a page is item 1 in the text that four of eight programs take out of it"
