"""The page as a Word file, through python-docx; what it has no word for is put in as XML."""

from io import BytesIO

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from page import Paragraph

# A text box as Word 2010 and later write it: once for themselves, once for older readers.
TEXT_BOX = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="3600000" cy="360000"/><wp:docPr id="9" name="box"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>
<a:xfrm><a:off x="0" y="0"/><a:ext cx="3600000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>
<wps:txbx><w:txbxContent><w:p><w:r><w:t>{0}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>
</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:280pt;height:30pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>{0}</w:t></w:r></w:p>
</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
WATERMARK = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>
<v:shape type="#_x0000_t136" style="position:absolute;width:400pt;height:30pt"><v:textpath string="{0}"/></v:shape></w:pict></w:r>"""
DELETION = '<w:del {0} w:id="90" w:author="ก" w:date="2023-01-01T00:00:00Z"><w:r><w:delText xml:space="preserve">{1}</w:delText></w:r></w:del>'
CONTROL = '<w:sdt {0}><w:sdtPr><w:alias w:val="number"/></w:sdtPr><w:sdtContent><w:r><w:t>{1}</w:t></w:r></w:sdtContent></w:sdt>'


def add_table(document, block):
    table = document.add_table(rows=len(block.rows), cols=len(block.widths), style="Table Grid")
    table.autofit = False
    for row, texts in zip(table.rows, block.rows):
        for cell, text, width in zip(row.cells, texts, block.widths):
            cell.width = Mm(width)
            cell.text = text
    document.add_paragraph()


def in_several_runs(paragraph, text):
    """As Word does at each change of language and each stop of the spelling check."""
    for at in range(0, len(text), 4):
        paragraph.add_run(text[at : at + 4]).bold = at % 8 == 0


def with_break_hyphens(paragraph, text):
    """As typed with Ctrl+Shift+hyphen: an element, no letter."""
    run = paragraph.add_run()
    for at, piece in enumerate(text.split("-")):
        if at:
            run._r.append(parse_xml(f"<w:noBreakHyphen {nsdecls('w')}/>"))
        run.add_text(piece)


def with_zero_width_spaces(document, text):
    """As editors put them between syllables of Thai, and into numbers that are copied from a page."""
    document.add_paragraph("\u200b".join(text[at : at + 3] for at in range(0, len(text), 3)))


def with_blanks_around_digits(document, text):
    """Boxes of a form in which each digit was typed between blanks."""
    digits = [letter for letter in text if letter.isdigit()]
    table = document.add_table(rows=1, cols=len(digits), style="Table Grid")
    for cell, digit in zip(table.rows[0].cells, digits):
        cell.text = f" {digit} "


def broken_before_hyphen(document, text):
    head, tail = text[:-5], text[-5:]
    document.add_paragraph(f"{head}\n{tail}")


def embed(document, text):
    """A workbook inside the document, as Word keeps a table pasted from Excel."""
    from openpyxl import Workbook

    book, data = Workbook(), BytesIO()
    book.active["A1"] = text
    book.save(data)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    part = Part(PackURI("/word/embeddings/Workbook1.xlsx"), kind, data.getvalue(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.PACKAGE)


def hidden(document, text):
    document.add_paragraph("ข้อความ ").add_run(text).font.hidden = True


def xml_in(shape):
    return lambda document, text: document.add_paragraph("ข้อความ ")._p.append(parse_xml(shape.format(nsdecls("w"), text)))


PARTS = {
    "header": lambda document, text: document.sections[0].header.paragraphs[0].add_run(text),
    "footer": lambda document, text: document.sections[0].footer.paragraphs[0].add_run(text),
    "title": lambda document, text: setattr(document.core_properties, "title", text),
    "property": lambda document, text: setattr(document.core_properties, "comments", text),
    "comment": lambda document, text: document.add_comment(document.add_paragraph("ข้อความ").runs, text, author="ก"),
    "text box": lambda document, text: document.add_paragraph()._p.append(parse_xml(TEXT_BOX.format(text))),
    "hidden text": hidden,
    "tracked deletion": xml_in(DELETION),
    "content control": xml_in(CONTROL),
    "embedded file": embed,
    "in several runs": lambda document, text: in_several_runs(document.add_paragraph(), text),
    "zero-width spaces": with_zero_width_spaces,
    "blanks around digits": with_blanks_around_digits,
    "before a hyphen at a line end": broken_before_hyphen,
    "watermark": lambda document, text: document.sections[0].header.paragraphs[0]._p.append(parse_xml(WATERMARK.format(text))),
    "no-break hyphen of Word": lambda document, text: with_break_hyphens(document.add_paragraph(), text),
}


def set_font(style, name):
    """Thai is a complex script for Word, with a font and a size of its own."""
    style.font.name, style.font.size = name, Pt(12)
    style.element.rPr.rFonts.set(qn("w:cs"), name)
    style.element.rPr.append(parse_xml(f'<w:szCs {nsdecls("w")} w:val="24"/>'))


def make(page, path):
    document = Document()
    set_font(document.styles["Normal"], page.font)
    for block in page.blocks:
        if isinstance(block, Paragraph):
            document.add_paragraph(block.text, style="Heading 2" if block.is_heading else None)
        else:
            add_table(document, block)
    for place, text in page.parts.items():
        PARTS[place](document, text)
    document.save(str(path))
