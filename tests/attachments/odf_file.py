"""The page as OpenDocument text and spreadsheet, through odfpy."""

from odf import dc, office, style, table, text
from odf.opendocument import OpenDocumentSpreadsheet, OpenDocumentText
from page import Paragraph


def table_of(rows, comment=None):
    made = table.Table(name="ตาราง")
    made.addElement(table.TableColumn(numbercolumnsrepeated=max(map(len, rows))))
    for row in rows:
        line = table.TableRow()
        for cell in row:
            box = table.TableCell(valuetype="string")
            # A note stands before the text of its cell.
            if comment:
                box.addElement(note(comment))
                comment = None
            box.addElement(text.P(text=cell))
            line.addElement(box)
        made.addElement(line)
    return made


def note(words):
    made = office.Annotation()
    made.addElement(dc.Creator(text="ก"))
    made.addElement(text.P(text=words))
    return made


def make_text(page, path):
    document = OpenDocumentText()
    for block in page.blocks:
        document.text.addElement(text.P(text=block.text) if isinstance(block, Paragraph) else table_of(block.rows))
    layout = style.PageLayout(name="page")
    document.automaticstyles.addElement(layout)
    master = style.MasterPage(name="Standard", pagelayoutname=layout)
    for name, edge in (("header", style.Header), ("footer", style.Footer)):
        made = edge()
        made.addElement(text.P(text=page.parts[name]))
        master.addElement(made)
    document.masterstyles.addElement(master)
    document.meta.addElement(dc.Title(text=page.parts["title"]))
    paragraph = text.P(text="ข้อความ")
    paragraph.addElement(note(page.parts["comment"]))
    document.text.addElement(paragraph)
    document.save(str(path))


def make_sheet(page, path):
    document = OpenDocumentSpreadsheet()
    rows = [row for block in page.blocks for row in ([[block.text]] if isinstance(block, Paragraph) else block.rows)]
    made = table_of(rows, page.parts["comment"])
    # Some programs write the value of a cell only.
    line = table.TableRow()
    line.addElement(table.TableCell(valuetype="string", stringvalue=page.parts["value without text"]))
    made.addElement(line)
    document.spreadsheet.addElement(made)
    document.meta.addElement(dc.Title(text=page.parts["title"]))
    document.save(str(path))
