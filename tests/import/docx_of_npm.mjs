// Word files by `docx` of npm. Takes a JSON file of jobs: path and blocks, each a paragraph or a table.
import { readFileSync, writeFileSync } from "node:fs";
import { Document, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";

const paragraph = (text) => new Paragraph({ children: [new TextRun({ text, size: 28, font: "TH SarabunPSK" })] });
const cell = ({ lines, across, down }) => new TableCell({ columnSpan: across, rowSpan: down, children: lines.map(paragraph) });
const table = ({ rows, heads }) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((cells, at) => new TableRow({ tableHeader: at < heads, children: cells.map(cell) })),
  });

for (const { path, blocks } of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  const children = blocks.map((block) => (typeof block === "string" ? paragraph(block) : table(block)));
  const page = { size: { orientation: PageOrientation.LANDSCAPE } };
  const document = new Document({ sections: [{ properties: { page }, children }] });
  writeFileSync(path, await Packer.toBuffer(document));
}
