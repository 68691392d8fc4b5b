"""The page as workbooks, through openpyxl, XlsxWriter and xlwt: a paragraph is a cell, a table its cells. Numbers that are
typed as numbers are shown by their format, `0` or that of Thai identity numbers."""

import openpyxl
import xlsxwriter
import xlwt
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.properties import PageSetupProperties
from page import Paragraph

FORMATS = {
    "national-id": ["0", r"0\-0000\-00000\-00\-0", "General"],
    "taxpayer-id": ["0" * 13, "0 0000 00000 00 0"],
    "mobile-number": ["0000000000", r"000\-000\-0000"],
}


def rows_of(page):
    for block in page.blocks:
        yield from ([[block.text]] if isinstance(block, Paragraph) else block.rows)


def as_number(text):
    """Digits of boxes are typed as numbers, like years."""
    return int(text) if text.isascii() and text.isdigit() and (len(text) == 1 or text == "2566") else text


def typed_numbers(numbers):
    """Pairs of a number and its format."""
    for kind, formats in FORMATS.items():
        for shape in formats:
            yield int(numbers.plant(kind, f"a number of the format {shape}")), shape


def with_openpyxl(page, path, numbers):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows_of(page):
        sheet.append([as_number(text) for text in row])
    for value, shape in typed_numbers(numbers) if numbers else ():
        sheet.append([value])
        sheet.cell(sheet.max_row, 1).number_format = shape
    # Printed as offices do: all columns on one page.
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    for column in "AB":
        sheet.column_dimensions[column].width = 40
    for place, text in page.parts.items():
        OPENPYXL_PARTS[place](book, sheet, text)
    book.save(path)


def hidden_sheet(book, sheet, text):
    other = book.create_sheet("ข้อมูล")
    other["A1"] = text
    other.sheet_state = "hidden"


def hidden_row(book, sheet, text):
    sheet.append([text])
    sheet.row_dimensions[sheet.max_row].hidden = True


def formula(book, sheet, text):
    """Two texts that are joined; openpyxl writes no value beside a formula."""
    sheet.append([f'="{text[:-8]}" & "{text[-8:]}"'])


OPENPYXL_PARTS = {
    "header": lambda book, sheet, text: setattr(sheet.oddHeader.center, "text", text),
    "footer": lambda book, sheet, text: setattr(sheet.oddFooter.center, "text", text),
    "title": lambda book, sheet, text: setattr(book.properties, "title", text),
    "property": lambda book, sheet, text: setattr(book.properties, "description", text),
    "comment": lambda book, sheet, text: setattr(sheet["A1"], "comment", Comment(text, "ก")),
    "hidden sheet": hidden_sheet,
    "hidden row": hidden_row,
    "formula without value": formula,
    "defined name": lambda book, sheet, text: book.defined_names.add(DefinedName("ผู้กู้", attr_text=f'"{text}"')),
}


def with_xlsxwriter(page, path, numbers):
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("รายชื่อ")
    at = 0
    for at, row in enumerate(rows_of(page)):
        sheet.write_row(at, 0, [as_number(text) for text in row])
    for value, shape in typed_numbers(numbers):
        at += 1
        sheet.write_number(at, 0, value, book.add_format({"num_format": shape}))
    sheet.set_column(0, 1, 40)
    for place, text in page.parts.items():
        at += 1
        XLSXWRITER_PARTS[place](book, sheet, at, text)
    book.close()


def of_another_sheet(book, sheet, at, text):
    other = book.add_worksheet("ข้อมูล")
    other.write(0, 0, text)
    other.hide()


def in_several_runs(book, sheet, at, text):
    bold = book.add_format({"bold": True})
    sheet.write_rich_string(at, 0, text[:25], bold, text[25:30], text[30:])


XLSXWRITER_PARTS = {
    "header": lambda book, sheet, at, text: sheet.set_header("&C" + text),
    "title": lambda book, sheet, at, text: book.set_properties({"title": text}),
    "comment": lambda book, sheet, at, text: sheet.write_comment("A1", text),
    "hidden sheet": of_another_sheet,
    "text box": lambda book, sheet, at, text: sheet.insert_textbox(at, 4, text),
    "of a formula": lambda book, sheet, at, text: sheet.write_formula(at, 0, '="x"', None, text),
    "in several runs": in_several_runs,
    "property of one's own": lambda book, sheet, at, text: book.set_custom_property("เลขที่", text),
}


def with_xlwt(page, path, numbers):
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("รายชื่อ")
    at = 0
    for at, row in enumerate(rows_of(page)):
        for column, text in enumerate(row):
            sheet.write(at, column, as_number(text))
    for value, shape in typed_numbers(numbers):
        at += 1
        sheet.write(at, 0, value, xlwt.easyxf(num_format_str=shape))
    if "header" in page.parts:
        # xlwt takes ASCII only here.
        sheet.header_str = b"&C" + page.parts["header"].split()[-1].encode()
    if "hidden sheet" in page.parts:
        other = book.add_sheet("ข้อมูล")
        other.write(0, 0, page.parts["hidden sheet"])
        other.visibility = 1
    book.save(str(path))
