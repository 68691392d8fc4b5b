"""The paper as workbooks (openpyxl, XlsxWriter, xlwt, odfpy), as comma-separated values, and as HTML for LibreOffice: a paragraph
is a merged row, a table its cells. Lists stand in one cell, their lines broken as by Alt+Enter."""

import csv
import html

import openpyxl
import xlsxwriter
import xlwt
from odf import table, text
from odf.opendocument import OpenDocumentSpreadsheet
from openpyxl.styles import Alignment
from paper import Table, cell


def spread(paper):
    """Quadruples of row, column and cell of the whole sheet; and an empty row after each table."""
    at = 0
    for block in paper.blocks:
        if isinstance(block, Table):
            for row, column, one in block.placed():
                yield at + row, column, one
            at += len(block.rows) + 1
        else:
            yield at, 0, cell(block, across=paper.columns)
            at += 1


def fill_openpyxl(sheet, paper):
    for row, column, one in spread(paper):
        if one.text:
            box = sheet.cell(row + 1, column + 1, one.text)
            box.alignment = Alignment(wrap_text=True, vertical="top")
        if one.across > 1 or one.down > 1:
            sheet.merge_cells(start_row=row + 1, start_column=column + 1, end_row=row + one.down, end_column=column + one.across)


def book_of(paper):
    book = openpyxl.Workbook()
    book.active.title = "แผ่น1"
    fill_openpyxl(book.active, paper)
    return book


def with_openpyxl(paper, path):
    book_of(paper).save(path)


def with_xlsxwriter(paper, path):
    book = xlsxwriter.Workbook(str(path))
    sheet, wrapped = book.add_worksheet("Sheet1"), book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    for row, column, one in spread(paper):
        if one.across > 1 or one.down > 1:
            sheet.merge_range(row, column, row + one.down - 1, column + one.across - 1, one.text, wrapped)
        else:
            sheet.write(row, column, one.text, wrapped)
    book.close()


def with_xlwt(paper, path):
    book = xlwt.Workbook(encoding="utf-8")
    sheet, wrapped = book.add_sheet("แผ่น1"), xlwt.easyxf("alignment: wrap on, vertical top")
    for row, column, one in spread(paper):
        sheet.write_merge(row, row + one.down - 1, column, column + one.across - 1, one.text, wrapped)
    book.save(str(path))


def grid_of(paper):
    """Rows of cells, None where a merged cell covers."""
    placed = list(spread(paper))
    height = max(row + one.down for row, _, one in placed)
    grid = [[cell() for _ in range(paper.columns)] for _ in range(height)]
    for row, column, one in placed:
        for down in range(one.down):
            for across in range(one.across):
                grid[row + down][column + across] = one if (down, across) == (0, 0) else None
    return grid


def odf_cell(one):
    if one is None:
        return table.CoveredTableCell()
    spans = {"numbercolumnsspanned": one.across, "numberrowsspanned": one.down} if one.across * one.down > 1 else {}
    box = table.TableCell(valuetype="string", **spans) if one.text else table.TableCell(**spans)
    for line in one.lines if one.text else ():
        box.addElement(text.P(text=line))
    return box


def odf_table(grid, columns):
    made = table.Table(name="แผ่นงาน1")
    made.addElement(table.TableColumn(numbercolumnsrepeated=columns))
    for cells in grid:
        line = table.TableRow()
        for one in cells:
            line.addElement(odf_cell(one))
        made.addElement(line)
    return made


def with_odfpy(paper, path):
    document = OpenDocumentSpreadsheet()
    document.spreadsheet.addElement(odf_table(grid_of(paper), paper.columns))
    document.save(str(path))


def with_csv(paper, path, encoding="utf-8-sig", delimiter=",", first=""):
    """As Excel saves it: the byte order mark, or the code page of Windows; lines of a cell broken by a line feed."""
    with open(path, "w", encoding=encoding, newline="") as file:
        file.write(first)
        writer = csv.writer(file, delimiter=delimiter)
        for cells in grid_of(paper):
            writer.writerow([one.text if one else "" for one in cells])


def with_html(paper, path):
    """For LibreOffice Writer to open and save as Word file."""
    parts = []
    for block in paper.blocks:
        if not isinstance(block, Table):
            parts.append(f"<p>{html.escape(block)}</p>")
            continue
        rows = "".join("<tr>" + "".join(map(html_cell, row)) + "</tr>" for row in block.rows)
        parts.append(f"<table border='1'>{rows}</table>")
    path.write_text(f"<html><head><meta charset='utf-8'></head><body>{''.join(parts)}</body></html>", encoding="utf-8")


def html_cell(one):
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in one.lines)
    return f"<td colspan='{one.across}' rowspan='{one.down}'>{lines}</td>"
