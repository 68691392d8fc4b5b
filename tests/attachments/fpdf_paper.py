"""The page through fpdf2."""

from fpdf import FPDF
from page import Paragraph
from tools import FONTS, OTHER_FONT


class Paper(FPDF):
    def __init__(self, page, shapes):
        super().__init__()
        self.page_made = page
        self.add_font("Thai", fname=FONTS[page.font])
        self.add_font("Other", fname=OTHER_FONT)
        self.set_fallback_fonts(["Other"])
        self.set_text_shaping(shapes)
        self.set_font("Thai", size=12)

    def header(self):
        self.cell(0, 8, self.page_made.parts.get("header", ""), align="C", new_x="LMARGIN", new_y="NEXT")

    def footer(self):
        self.set_y(-15)
        self.cell(0, 8, self.page_made.parts.get("footer", ""), align="C")


def table(paper, block):
    with paper.table(width=sum(block.widths), col_widths=block.widths, align="L", text_align="L", first_row_as_headings=False, line_height=7) as made:
        for row in block.rows:
            made.row(row)


def make(page, path, shapes=True):
    paper = Paper(page, shapes)
    paper.set_title(page.title)
    paper.add_page()
    for block in page.blocks:
        if isinstance(block, Paragraph):
            paper.multi_cell(0, 7, block.text, new_x="LMARGIN", new_y="NEXT")
        else:
            table(paper, block)
    if "bookmark" in page.parts:
        paper.start_section(page.parts["bookmark"])
    if "note" in page.parts:
        paper.text_annotation(180, 20, page.parts["note"])
    if "typed note" in page.parts:
        paper.free_text_annotation(page.parts["typed note"].split()[-1], x=120, y=5, w=60, h=8)
    if "embedded file" in page.parts:
        paper.embed_file(basename="list.txt", bytes=page.parts["embedded file"].encode())
    paper.output(str(path))
