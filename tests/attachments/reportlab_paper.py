"""The page through ReportLab, with the marks and fields that its canvas draws."""

from page import Paragraph as Words
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table
from tools import FONTS, OTHER_FONT


def markup(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\u2011", '<font name="Other">\u2011</font>')


def flowables(page, style):
    for block in page.blocks:
        if isinstance(block, Words):
            yield Paragraph(markup(block.text), style)
        else:
            rows = [[Paragraph(markup(cell), style) for cell in row] for row in block.rows]
            padding = [(f"{side}PADDING", (0, 0), (-1, -1), 1.5 * mm) for side in ("LEFT", "RIGHT")]
            yield Table(rows, [width * mm for width in block.widths], style=[("GRID", (0, 0), (-1, -1), 0.5, "black"), *padding], hAlign="LEFT")


def edges(page):
    def draw(canvas, _document):
        canvas.setFont("Thai", 10)
        for name, height in (("header", A4[1] - 12 * mm), ("footer", 10 * mm)):
            canvas.drawCentredString(A4[0] / 2, height, page.parts.get(name, ""))

    return draw


def extras(page):
    """What is typed into the first page: a field, a note behind an icon, a note that stands on the page."""
    draw_edges = edges(page)

    def draw(canvas, document):
        draw_edges(canvas, document)
        # Fields and notes have the fonts of every PDF, without Thai letters: the number alone.
        number = lambda name: page.parts[name].split()[-1]
        if "bookmark" in page.parts:
            canvas.bookmarkPage("top")
            canvas.addOutlineEntry(page.parts["bookmark"], "top")
        if "field" in page.parts:
            canvas.acroForm.textfield(name="number", value=number("field"), x=300, y=5 * mm, width=200, height=16)
        if "note" in page.parts:
            canvas.textAnnotation(page.parts["note"], Rect=[560, 700, 580, 720])
        if "typed note" in page.parts:
            canvas.freeTextAnnotation(number("typed note"), DA=PDFString("/Helv 10 Tf 0 g"), Rect=[400, 800, 590, 820])

    return draw


def register_fonts(page):
    pdfmetrics.registerFont(TTFont("Thai", FONTS[page.font]))
    pdfmetrics.registerFont(TTFont("Other", OTHER_FONT))


def make(page, path):
    register_fonts(page)
    style = ParagraphStyle("body", fontName="Thai", fontSize=12, leading=17)
    document = SimpleDocTemplate(str(path), pagesize=A4, title=page.title, leftMargin=15 * mm, rightMargin=15 * mm)
    document.build(list(flowables(page, style)), onFirstPage=extras(page), onLaterPages=edges(page))
