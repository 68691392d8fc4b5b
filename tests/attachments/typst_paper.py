"""The page through typst."""

import typst
from page import Paragraph

HEAD = """#set page(paper: "a4", margin: (x: 15mm, y: 20mm), header: [{header}], footer: [{footer}])
#set text(font: ("{font}", "Noto Sans"), size: 12pt, lang: "th")
#set document(title: "{title}")
#set heading(bookmarked: true)
"""


def escape(text):
    return "".join(f"\\u{{{ord(char):x}}}" if char in "\\#[]*_`$<>@-–~/\"'=+.()" or char == "\u00a0" else char for char in text)


def table(block):
    columns = ", ".join(f"{width}mm" for width in block.widths)
    cells = ", ".join(f"[{escape(cell)}]" for row in block.rows for cell in row)
    return f"#table(columns: ({columns}), inset: 1mm, {cells})"


def text_of(page):
    part = lambda name: escape(page.parts.get(name, ""))
    lines = [HEAD.format(header=part("header"), footer=part("footer"), title=page.title, font=page.font)]
    for block in page.blocks:
        if isinstance(block, Paragraph):
            lines.append(("== " if block.is_heading else "") + escape(block.text) + "\n")
        else:
            lines.append(table(block) + "\n")
    if "bookmark" in page.parts:
        lines.append(f"== {part('bookmark')}\n")
    if "embedded file" in page.parts:
        lines.append('#pdf.attach("list.txt", bytes("%s"))' % page.parts["embedded file"])
    return "\n".join(lines)


def make(page, path, standards=()):
    source = path.with_suffix(".typ")
    source.write_text(text_of(page), encoding="utf-8")
    typst.compile(source, output=path, font_paths=["/usr/share/fonts"], pdf_standards=list(standards))
    source.unlink()
