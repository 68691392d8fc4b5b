"""The page as HTML, for Chromium, WeasyPrint and wkhtmltopdf."""

from html import escape

from page import Paragraph

STYLE = """
@page { size: A4; margin: 20mm 15mm; %s }
body { font: 12pt %s; margin: 0 }
table { border-collapse: collapse; table-layout: fixed; margin: 2mm 0 }
td { border: 1px solid black; padding: 1mm; overflow-wrap: anywhere; word-break: break-word; vertical-align: top }
"""


def fonts(page):
    return f'"{page.font}", "Noto Sans", sans-serif'


def margin_boxes(page):
    places = {"header": "@top-center", "footer": "@bottom-center"}
    boxes = [f'{box} {{ content: "{page.parts[name]}"; font: 10pt {fonts(page)} }}' for name, box in places.items() if name in page.parts]
    return " ".join(boxes)


def table(block):
    columns = "".join(f'<col style="width: {width}mm">' for width in block.widths)
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in block.rows)
    return f'<table style="width: {sum(block.widths)}mm"><colgroup>{columns}</colgroup>{rows}</table>'


def blocks(page):
    for block in page.blocks:
        if isinstance(block, Paragraph):
            tag = "h2" if block.is_heading else "p"
            yield f"<{tag}>{escape(block.text)}</{tag}>"
        else:
            yield table(block)
    if "field" in page.parts:
        yield f'<p><input name="number" size="60" value="{escape(page.parts["field"])}"></p>'
    if "bookmark" in page.parts:
        yield f"<h2>{escape(page.parts['bookmark'])}</h2>"


def html_of(page, head=""):
    style = STYLE % (margin_boxes(page), fonts(page))
    return f"""<!DOCTYPE html><html lang="th"><head><meta charset="utf-8"><title>{escape(page.title)}</title><style>{style}</style>{head}</head>
<body>{"".join(blocks(page))}</body></html>"""
