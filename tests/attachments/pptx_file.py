"""The page as slides, through python-pptx: some blocks to a slide."""

from io import BytesIO

from page import Paragraph
from pptx import Presentation
from pptx.enum.shapes import PROG_ID
from pptx.util import Mm, Pt

BLOCKS_A_SLIDE = 8


def add_block(slide, block, top):
    if isinstance(block, Paragraph):
        slide.shapes.add_textbox(Mm(10), Mm(top), Mm(200), Mm(8)).text_frame.text = block.text
        return 10
    shape = slide.shapes.add_table(len(block.rows), len(block.widths), Mm(10), Mm(top), Mm(sum(block.widths)), Mm(8 * len(block.rows)))
    for column, width in zip(shape.table.columns, block.widths):
        column.width = Mm(width)
    for row, texts in zip(shape.table.rows, block.rows):
        for cell, text in zip(row.cells, texts):
            cell.text = text
            cell.text_frame.paragraphs[0].font.size = Pt(9)
    return 8 * len(block.rows) + 4


def new_slide(deck):
    return deck.slides.add_slide(deck.slide_layouts[6])


def hidden(deck, slide, text):
    slide = new_slide(deck)
    slide._element.set("show", "0")
    add_block(slide, Paragraph(text), 10)


def grouped(deck, slide, text):
    slide.shapes.add_group_shape().shapes.add_textbox(Mm(10), Mm(150), Mm(150), Mm(8)).text_frame.text = text


def embed(deck, slide, text):
    from docx import Document

    document, data = Document(), BytesIO()
    document.add_paragraph(text)
    document.save(data)
    data.seek(0)
    slide.shapes.add_ole_object(data, PROG_ID.DOCX, Mm(10), Mm(170))


PARTS = {
    "title": lambda deck, slide, text: setattr(deck.core_properties, "title", text),
    "property": lambda deck, slide, text: setattr(deck.core_properties, "comments", text),
    "speaker notes": lambda deck, slide, text: setattr(slide.notes_slide.notes_text_frame, "text", text),
    "hidden slide": hidden,
    "in a group": grouped,
    "embedded file": embed,
}


def make(page, path):
    deck = Presentation()
    for at in range(0, len(page.blocks), BLOCKS_A_SLIDE):
        slide, top = new_slide(deck), 5
        for block in page.blocks[at : at + BLOCKS_A_SLIDE]:
            top += add_block(slide, block, top)
    for place, text in page.parts.items():
        PARTS[place](deck, slide, text)
    deck.save(str(path))
