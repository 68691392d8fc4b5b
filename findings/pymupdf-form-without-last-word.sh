#!/usr/bin/env bash
# Tool:    PyMuPDF 2.0 (PyPI) fills in a form; PDFium (pypdfium2 5.15.2), Chrome's reader, shows it; pypdf 7.1.1 reads the value
# Guess:   In a field of one line with the size "auto", letters get smaller until the value fits, in Thai as in English; else it is cut off at the edge, where a person sees that something is missing.
# Seen:    English gets smaller. Thai keeps the height of the field and is broken into LINES, of which the field shows the first: the last word is gone at a space, with nothing cut through. The value in the
#          file is whole, so a program that checks the form finds nothing. With a size set (12) the whole value is shown.
# Output:  "เทศบาล 2566 กำหนด", size auto -> shown เทศบาล 2566        "Council 2566 of the town of" -> shown whole        "เทศบาล 2566 กำหนด", size 12 -> shown whole
# What follows for us: a filled form that is attached can show less than it holds (form-value-not-in-text is the other half): `check` compares the value of a field with the text of its appearance, and
#          names the field whose value is longer. Whoever fills forms by program sets the size of the letters.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pymupdf==2.0 pypdfium2==5.15.2 pypdf==7.1.1 pillow==13.0.0
cat > "$tmp/fill.py" <<'PY'
import sys, pymupdf, pypdf, pypdfium2
def ink(path):
    paper = pypdfium2.PdfDocument(path)
    paper.init_forms()
    left, _, right, _ = paper[0].render(scale=2, may_draw_forms=True).to_pil().convert("L").point(lambda shade: 255 * (shade < 128)).getbbox()
    return round((right - left) / 20) * 10
for value, size in [("เทศบาล 2566 กำหนด", 0), ("เทศบาล 2566", 0), ("Council 2566 of the town of", 0), ("เทศบาล 2566 กำหนด", 12)]:
    paper = pymupdf.open()
    field = pymupdf.Widget()
    field.field_name, field.field_type, field.rect, field.text_fontsize, field.field_value = "unit", pymupdf.PDF_WIDGET_TYPE_TEXT, pymupdf.Rect(20, 10, 280, 40), size, value
    paper.new_page(width=300, height=60).add_widget(field)
    paper.save(sys.argv[1])
    shown = pymupdf.open(sys.argv[1])[0].get_text().strip().replace("ํา", "ำ")
    kept = pypdf.PdfReader(sys.argv[1]).get_fields()["unit"]["/V"] == value
    print(shown == value, kept, ink(sys.argv[1]), end="; ")
PY
seen=$("$tmp/py/bin/python" "$tmp/fill.py" "$tmp/form.pdf" 2> "$tmp/log") || { cat "$tmp/log" >&2; exit 1; }
# The first two are equally wide on the page: nothing is seen of the third word.
[[ "$seen" =~ ^"False True "([0-9]+)"; True True "([0-9]+)"; True True "[0-9]+"; True True "[0-9]+"; "$ ]] && [ "${BASH_REMATCH[1]}" = "${BASH_REMATCH[2]}" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: in a form filled by PyMuPDF the last word of a Thai value is not shown"
