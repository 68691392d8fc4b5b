#!/usr/bin/env bash
# Tool:    turndown 7.2.5 with turndown-plugin-gfm 1.0.2 (npm), markdownify 1.2.3, MarkItDown 0.1.9, html2text 2025.4.15 (PyPI); what they write is read by markdown-it 14.1.0 (npm). html-to-markdown 3.21.2, trafilatura 2.3.1 beside them
# Guess:   A page's table whose cells span columns or rows (colspan, rowspan) becomes a Markdown table with the place kept: an empty cell, or the value again. Markdown has no merged cells, and these are the tools that language models are fed by.
# Seen:    The place under a cell of two ROWS is not kept by four of six: the next row moves LEFT, and 333 of the first column of amounts stands under "month". A heading of two COLUMNS is one to turndown and html2text, so the heading is shorter
#          than the rows, and what is beyond it is dropped by every reader of such tables: 222 and the last column are gone. No warning. The last two keep the place under two rows.
# Output:  row 2 of turndown, markdownify, MarkItDown, html2text: 333 first        222 after markdown-it: turndown, html2text none; markdownify, MarkItDown there        html-to-markdown, trafilatura: an empty cell before 333
# What follows for us: a table of measures with "status" over three headings is read by a model with the three under the wrong columns, and without results and evidence. Pages link each table's CSV, whose heading is one row, and their
#          JSON; in a table of ours a heading of two rows should be avoided where one row can say the same ("status: done").
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq markdownify==1.2.3 markitdown==0.1.9 html2text==2025.4.15 html-to-markdown==3.21.2 trafilatura==2.3.1 lxml_html_clean
npm install --silent --no-audit --no-fund --prefix "$tmp" turndown@7.2.5 turndown-plugin-gfm@1.0.2 markdown-it@14.1.0 >&2
cat > "$tmp/page.html" <<'HTML'
<!DOCTYPE html><html lang="th"><head><meta charset="utf-8"><title>แผน</title></head><body><main><p>ตารางแสดงยอดเงินตามแผนปฏิบัติการป้องกันการทุจริตของเทศบาลตำบล ประจำปีงบประมาณ พ.ศ. 2566</p>
<table><thead><tr><th>เดือน</th><th colspan="2">ยอด</th></tr></thead><tbody><tr><td rowspan="2">มกราคม</td><td>111</td><td>222</td></tr><tr><td>333</td><td>444</td></tr></tbody></table></main></body></html>
HTML
cat > "$tmp/texts.py" <<'PY'
import io, sys, html2text, html_to_markdown, markdownify, markitdown, trafilatura
page, folder = open(sys.argv[1], encoding="utf-8").read(), sys.argv[2]
made = html_to_markdown.convert(page)
texts = {
    "markdownify": markdownify.markdownify(page),
    "markitdown": markitdown.MarkItDown().convert_stream(io.BytesIO(page.encode()), file_extension=".html").text_content,
    "html2text": html2text.html2text(page),
    "html-to-markdown": made if isinstance(made, str) else made.content,
    "trafilatura": trafilatura.extract(page, output_format="markdown"),
}
for name, text in texts.items():
    with open(f"{folder}/{name}.md", "w", encoding="utf-8") as out:
        out.write(text)
PY
cat > "$tmp/read.cjs" <<'JS'
const fs = require("fs"), folder = process.argv[2], Turndown = require("turndown"), markdown = require("markdown-it")();
const turndown = new Turndown();
turndown.use(require("turndown-plugin-gfm").gfm);
fs.writeFileSync(`${folder}/turndown.md`, turndown.turndown(fs.readFileSync(`${folder}/page.html`, "utf8")));
console.log(["turndown", "markdownify", "markitdown", "html2text", "html-to-markdown", "trafilatura"].map((name) => {
  const text = fs.readFileSync(`${folder}/${name}.md`, "utf8"), row = text.split("\n").find((line) => line.includes("333")).trim();
  return `${name} ${/^\|?\s*333/.test(row) ? "left" : "kept"} ${markdown.render(text).includes("222") ? "222" : "lost"}`;
}).join("; "));
JS
"$tmp/py/bin/python" "$tmp/texts.py" "$tmp/page.html" "$tmp" > "$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
seen=$(node "$tmp/read.cjs" "$tmp" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = "turndown left lost; markdownify left 222; markitdown left 222; html2text left lost; html-to-markdown kept 222; trafilatura kept 222" ] || { cat "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: of a page's merged table four of six programs move a row to the left, and two lose a column"
