// The text of each PDF that pdf.js, the reader of Firefox, takes out of it, as a JSON object of file and text.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

globalThis.DOMMatrix = class {}; // For drawing only.
const library = createRequire(`${process.argv[2]}/`).resolve("pdfjs-dist/legacy/build/pdf.mjs");
const { getDocument } = await import(library);

async function text(file) {
  const paper = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const pages = [];
  for (let at = 1; at <= paper.numPages; at++) {
    const { items } = await (await paper.getPage(at)).getTextContent();
    pages.push(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
  }
  return pages.join("\n");
}

const texts = {};
for (const file of process.argv.slice(3)) texts[file] = await text(file);
console.log(JSON.stringify(texts));
