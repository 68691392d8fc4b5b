"""The paper as Word files: by python-docx, and by `docx` of npm."""

import json
from pathlib import Path

from docx import Document
from docx.shared import Pt
from paper import Table
from tools import node


def add_table(document, block):
    table = document.add_table(rows=len(block.rows), cols=block.columns, style="Table Grid")
    for row, column, cell in block.placed():
        box = table.cell(row, column)
        if cell.across > 1 or cell.down > 1:
            box = box.merge(table.cell(row + cell.down - 1, column + cell.across - 1))
        box.paragraphs[0].text = cell.lines[0]
        for line in cell.lines[1:]:
            box.add_paragraph(line)
    document.add_paragraph()
    return table


def document_of(paper):
    """With the tables made, for those who change them before saving."""
    document, tables = Document(), []
    without_ballast(document)
    document.styles["Normal"].font.size = Pt(14)
    for block in paper.blocks:
        if isinstance(block, Table):
            tables.append(add_table(document, block))
        else:
            document.add_paragraph(block)
    return document, tables


def without_ballast(document):
    """The template of python-docx has all styles a second time, as Word 2010 kept them, and a picture of its first page."""
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, one in rels.items() if one.reltype.endswith(("stylesWithEffects", "thumbnail"))]:
            del rels[key]


def with_python_docx(paper, path):
    document_of(paper)[0].save(str(path))


def as_json(block):
    if not isinstance(block, Table):
        return block
    rows = [[vars(cell) for cell in row] for row in block.rows]
    return {"rows": rows, "heads": block.heads}


def with_docx_of_npm(papers):
    """All papers by one run of Node.js: pairs of paper and path."""
    jobs = [{"path": str(path), "blocks": [as_json(block) for block in paper.blocks]} for paper, path in papers]
    listed = Path(papers[0][1]).with_suffix(".jobs.json")
    listed.write_text(json.dumps(jobs, ensure_ascii=False))
    node(Path(__file__).with_name("docx_of_npm.mjs"), listed)
    listed.unlink()
