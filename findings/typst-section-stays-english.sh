#!/usr/bin/env bash
# Tool:    Typst 0.15.2 (PyPI typst), the page read by PyMuPDF 2.0 (PyPI)
# Guess:   With lang: "th" the words that Typst writes by itself are Thai, since it has a table of them for Thai; or, if it had none, all would be English.
# Seen:    HALF of them are Thai. A caption and what refers to it say ตารางที่ 1 and รูปที่ 1, the lists are headed สารบัญ and บรรณานุกรม; a reference to a heading says Section 1, to a formula Equation 1, to a piece of
#          code Listing 1, in the middle of a Thai sentence. No warning. Authors in the bibliography are in the order of a Thai dictionary, the same names by sorted() are not.
# Output:  ตารางที่ 1, รูปที่ 1, Section 1, Equation 1, Listing 1; bibliography กมล เกษม ขจร, sorted() กมล ขจร เกษม
# What follows for us: a report typeset with Typst that says "ตาม Section 1" was not written so by its officer: whoever reads such a PDF back takes the word for ข้อ or หัวข้อ. Templates of our own for Typst set
#          supplement for headings, formulas and code, and a test asks that no Latin word stands in a Thai reference.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq typst==0.15.2 pymupdf==2.0
cat > "$tmp/report.typ" <<'TYP'
#set text(lang: "th")
#set heading(numbering: "1.")
#set math.equation(numbering: "(1)")
#outline()
= หนึ่ง <heading>
#figure(table([ก]), caption: [ก]) <table>
#figure(rect(), caption: [ข], kind: image) <picture>
#figure(`x`, caption: [ค]) <code>
$ x $ <formula>

A #ref(<table>), #ref(<picture>), #ref(<heading>), #ref(<formula>), #ref(<code>), #("เกษม", "ขจร", "กมล").sorted().join(" ") Z
#bibliography("books.bib", full: true, style: "apa")
TYP
for author in เกษม ขจร กมล; do printf '@book{b%s, title={หนังสือ}, author={%s}, year={2566}}\n' "$(printf '%s' "$author" | cksum | cut -d' ' -f1)" "$author"; done > "$tmp/books.bib"
cat > "$tmp/read.py" <<'PY'
import re, sys, pymupdf, typst
typst.compile(f"{sys.argv[1]}/report.typ", output=f"{sys.argv[1]}/report.pdf")
text = pymupdf.open(f"{sys.argv[1]}/report.pdf")[0].get_text().replace("\xa0", " ").replace("\n", " ")
print(re.search("A (.*) Z", text)[1], "สารบัญ" in text, "บรรณานุกรม" in text, *re.findall(r"(\S+)\. \(2566\)", text))
PY
seen=$("$tmp/py/bin/python" "$tmp/read.py" "$tmp")
want="ตารางที่ 1, รูปที่ 1, Section 1, Equation 1, Listing 1, กมล ขจร เกษม True True กมล เกษม ขจร"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: in a Thai text Typst refers to tables and pictures in Thai, to headings and formulas in English"
