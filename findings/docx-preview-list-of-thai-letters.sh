#!/usr/bin/env bash
# Tool:    docx-preview 0.4.1 (npm), which shows Word files in a browser; jsdom 29.1.1; document of python-docx 1.2.0
# Guess:   It knows the list formats of Word: for ก ข ค it writes the letters itself, or lets the browser count; if it does not know Thai, digits and letters are 1 2 3 alike.
# Seen:    It knows Thai digits (it says "thai" to the browser), and hands "Thai letters" on as Word has it: counter(…, thaiLetters). A browser has no such counter, and CSS counts an
#          unknown one in Arabic digits: the items ก) ข) of an order are 1) 2) on the page, beside ๑) ๒) of the level below, and "item ข" of the text below is nowhere.
# Output:  thaiLetters -> counter(docx-num-90-0, thaiLetters)        thaiNumbers -> counter(docx-num-90-1, thai)
# What follows for us: a portal that previews our .docx attachments in this way shows other item names than the signed paper: the page names the items in its own text, and a PDF should
#          stand beside each .docx. Our own reader of .docx counts in letters (word_grid).
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq python-docx==1.2.0
npm install --silent --no-audit --no-fund --prefix "$tmp" docx-preview@0.4.1 jsdom@29.1.1 >&2
cat > "$tmp/order.py" <<'PY'
import sys, docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
order = docx.Document()
lists = order.part.numbering_part.element
levels = "".join(f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="%{level + 1})"/></w:lvl>' for level, kind in enumerate(("thaiLetters", "thaiNumbers")))
lists.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'))
lists.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
for level, text in ((0, "หนึ่ง"), (0, "สอง"), (1, "สาม")):
    item = order.add_paragraph(text)._p.get_or_add_pPr()
    item.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'))
order.save(sys.argv[1])
PY
"$tmp/py/bin/python" "$tmp/order.py" "$tmp/order.docx"
cat > "$tmp/show.mjs" <<'JS'
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
const { window } = new JSDOM("<body></body>");
for (const name of ["window", "document", "Node", "Element", "HTMLElement", "DOMParser", "XMLSerializer"]) globalThis[name] = name === "window" ? window : window[name];
const { renderAsync } = await import("docx-preview");
const body = document.createElement("div");
await renderAsync(readFileSync(process.argv[2]), body, body, { useBase64URL: true });
const styles = [...body.querySelectorAll("style")].map((style) => style.textContent).join("\n");
console.log([...styles.matchAll(/counter\(docx-num-90-\d, (\w+)\)/g)].map((found) => found[1]).join(" "));
JS
seen=$(node "$tmp/show.mjs" "$tmp/order.docx" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = "thaiLetters thai" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: docx-preview leaves Word's Thai letters to a counter that browsers do not have"
