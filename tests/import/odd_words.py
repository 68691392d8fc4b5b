"""Odd Word files: python-docx, with the XML it has no word for put in."""

from base64 import b64decode
from copy import deepcopy
from io import BytesIO

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from facts import text_of
from odd import HEAD, TITLE, cells_of, expect_statuses, plain_paper, report_of, report_paper, three_measures
from paper import Paper, Table, cell, numbered, row
from word_files import document_of

W = nsdecls("w")
WHO = 'w:id="90" w:author="ก" w:date="2023-01-01T00:00:00Z"'


def xml(text):
    """An element of WordprocessingML, its prefix declared."""
    name = text[1:].split(">", 1)[0].split("/", 1)[0].split(" ", 1)[0]
    return parse_xml(text.replace(f"<{name}", f"<{name} {W}", 1))


def saved(document, path, wanted):
    document.save(str(path))
    return wanted


def merged(path):
    """Two rows of heads; each step has a row of its own, and what belongs to all of them is merged down."""
    measures, wanted = three_measures()
    heads = [row(cell(HEAD[0], down=2), cell("การนำไปปฏิบัติ", across=2), cell(HEAD[3], down=2)), row(HEAD[1], HEAD[2])]
    rows = list(heads)
    for one in measures:
        title, _, unit, period = cells_of(one)
        steps = numbered(one["steps"])
        title.down = unit.down = period.down = len(steps)
        rows.append([title, cell(steps[0]), unit, period])
        rows += [row(step) for step in steps[1:]]
    return saved(document_of(Paper([TITLE, Table(rows, 4, heads=2)]))[0], path, wanted)


def cut_by_the_page(path):
    """The heads once more, and a row cut within a word of its title, within a step and within its period."""
    measures, wanted = three_measures(["row-joined"])
    first, second, third = measures
    steps = numbered(second["steps"])
    before, after = second["title"].split("แนวคิด")
    upper = row(before + "แนว", cell(["1. ตั้งศูนย์ smart"]), "สำนักปลัด", "ตลอดปี")
    lower = row("คิด" + after, cell(["country", *steps[1:]]), "", "2565")
    rows = [row(*HEAD), cells_of(first), upper, row(*HEAD), lower, cells_of(third)]
    return saved(document_of(Paper([TITLE, Table(rows, 4)]))[0], path, wanted)


def months_in_colour(path):
    """A chart of months: cells are coloured under the months, and one arrow is drawn."""
    measures, wanted = three_measures(["months-coloured", "drawing", "months-unmarked"], keys=("title", "units"))
    months = ["ต.ค. 64", "พ.ย. 64", "ธ.ค. 64", "ม.ค. 65"]
    rows = [row(HEAD[0], HEAD[2], *months), *[[*cells_of(one)[::2], *[cell() for _ in months]] for one in measures]]
    document, [table] = document_of(Paper([TITLE, Table(rows, 6)]))
    for at, coloured in enumerate(([0, 1], [2])):
        for month in coloured:
            table.cell(1 + at, 2 + month)._tc.get_or_add_tcPr().append(xml('<w:shd w:val="clear" w:color="auto" w:fill="4472C4"/>'))
        first, last = (["2021-10", "2021-11", "2021-12", "2022-01"][month] for month in (coloured[0], coloured[-1]))
        wanted.add(f"measures/{at}/period", {"from": first, "to": last})
    arrow = '<w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" from="0,5pt" to="90pt,5pt"/></w:pict>'
    table.cell(3, 3).paragraphs[0].add_run()._r.append(xml(arrow))
    return saved(document, path, wanted)


def steps_in_rows(path):
    """Each step has a row of its own, without a number, beside the cells of its measure."""
    measures, wanted = three_measures()
    rows = [row(*HEAD)]
    for one in measures:
        title, _, unit, period = cells_of(one)
        title.down = unit.down = period.down = len(one["steps"])
        rows.append([title, cell(text_of(one["steps"][0])), unit, period])
        rows += [row(text_of(step)) for step in one["steps"][1:]]
    return saved(document_of(Paper([TITLE, Table(rows, 4)]))[0], path, wanted)


def several_indicators(path):
    """In one cell: names under each other, numbers with commas, a range."""
    measures, wanted = three_measures()
    named = ["6. คุณภาพการดำเนินงาน", "7. ประสิทธิภาพการสื่อสาร", "8. การปรับปรุงการทำงาน"]
    cells = [cell(named), cell("ตัวชี้วัดที่ 1, 3 และ 5"), cell("ตัวชี้วัดที่ 9 - 10")]
    rows = [row("ตัวชี้วัด", *HEAD), *[[first, *cells_of(one)] for first, one in zip(cells, measures)]]
    for at, numbers in enumerate(([6, 7, 8], [1, 3, 5], [9, 10])):
        wanted.add(f"measures/{at}/addresses/indicators", numbers)
    return saved(document_of(Paper([TITLE, Table(rows, 5)]))[0], path, wanted)


def add_numbering(document, number, kind, shape):
    """A list of one level that Word numbers by itself."""
    numbering = document.part.numbering_part.element
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{shape}"/></w:lvl>'
    kinds = f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
    numbering.insert(0, xml(kinds))
    numbering.append(xml(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


def in_list(paragraph, number):
    paragraph._p.get_or_add_pPr().append(xml(f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'))


def unnumbered_paper(measures):
    return Paper([TITLE, Table([row(*HEAD), *[cells_of(one, one["steps"]) for one in measures]], 4)])


def automatic_numbers(path):
    """Titles in Thai digits, steps in Thai letters: neither is in the text."""
    measures, wanted = three_measures()
    document, (table,) = document_of(unnumbered_paper(measures))
    add_numbering(document, 71, "thaiNumbers", "%1.")
    for at, line in enumerate(table.rows[1:]):
        add_numbering(document, 80 + at, "thaiLetters", "%1)")
        in_list(line.cells[0].paragraphs[0], 71)
        for paragraph in line.cells[1].paragraphs:
            in_list(paragraph, 80 + at)
    return saved(document, path, wanted)


def numbers_by_style(path):
    measures, wanted = three_measures()
    document, (table,) = document_of(unnumbered_paper(measures))
    add_numbering(document, 71, "thaiCounting", "(%1)")
    style = document.styles.add_style("ข้อย่อย", 1)
    style.element.get_or_add_pPr().append(xml('<w:numPr><w:numId w:val="71"/></w:numPr>'))
    for line in table.rows[1:]:
        for paragraph in line.cells[1].paragraphs:
            paragraph.style = style
    return saved(document, path, wanted)


SYMBOL = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
CHECKBOX = """<w:sdt xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:sdtPr><w14:checkbox><w14:checked w14:val="{0}"/>
<w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>
<w:sdtContent><w:r><w:t>{1}</w:t></w:r></w:sdtContent></w:sdt>"""


def ticks(path):
    """A tick as a slash, a sign, a symbol, a letter of Wingdings, a box that is clicked; none; and two."""
    titles, wanted = report_of(6, ["no-status", "two-statuses"])
    titles.append("ทบทวนคู่มือการรับบริการ")
    marks = [("/", "", ""), ("", "✓", ""), ("", "", ""), ("", "", ""), ("", "", ""), ("", "", ""), ("/", "", "/")]
    document, (table,) = document_of(report_paper(titles, marks))
    table.cell(3, 3).paragraphs[0]._p.append(xml(SYMBOL))
    table.cell(4, 3).paragraphs[0].add_run("ü").font.name = "Wingdings"
    for column, (state, shown) in enumerate([(0, "☐"), (1, "☒"), (0, "☐")], 1):
        table.cell(5, column).paragraphs[0]._p.append(xml(CHECKBOX.format(state, shown)))
    expect_statuses(wanted, titles, ["not_started", "in_progress", "done", "done", "in_progress", None])
    return saved(document, path, wanted)


def nested_table(path):
    """The steps of the first measure are a table inside the cell."""
    measures, wanted = three_measures(["nested-table"])
    document, (table,) = document_of(plain_paper(measures))
    box, steps = table.cell(1, 1), measures[0]["steps"]
    for paragraph in box.paragraphs:
        paragraph._p.getparent().remove(paragraph._p)
    inner = box.add_table(len(steps), 2)
    for at, step in enumerate(steps):
        inner.cell(at, 0).text, inner.cell(at, 1).text = f"{at + 1}.", step
    box.add_paragraph()
    wanted.facts = [fact for fact in wanted.facts if fact[0] != "measures/0/steps"]
    wanted.facts += [["measures/0", {"contains": step}] for step in steps]
    return saved(document, path, wanted)


# As Word 2010 and later write it: once for themselves, once for older readers.
TEXT_BOX = """<w:r xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="3600000" cy="360000"/>
<wp:docPr id="9" name="box"/><wp:cNvGraphicFramePr/><a:graphic>
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>
<a:xfrm><a:off x="0" y="0"/><a:ext cx="3600000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>
<wps:txbx><w:txbxContent><w:p><w:r><w:t>{0}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>
</a:graphic></wp:inline></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape style="width:280pt;height:30pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>{0}</w:t></w:r></w:p>
</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


def text_box(path):
    """One in a cell, one between the paragraphs; the text of each is in the file twice."""
    measures, wanted = three_measures(["text-box"])
    document, (table,) = document_of(plain_paper(measures))
    table.cell(1, 3).paragraphs[0]._p.append(xml(TEXT_BOX.format("แก้ไขเมื่อเดือนกุมภาพันธ์")))
    document.add_paragraph()._p.append(xml(TEXT_BOX.format("ดูรายละเอียดที่สำนักปลัด")))
    return saved(document, path, wanted)


def inserted(text):
    return xml(f'<w:ins {WHO}><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:ins>')


def deleted(text):
    return xml(f'<w:del {WHO}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>')


def tracked(path):
    """Words put in and taken out, and a whole row taken out, none of it accepted yet."""
    measures, wanted = three_measures(["tracked-deletion", "tracked-insertion"])
    document, (table,) = document_of(plain_paper(measures))
    paragraph = table.cell(1, 1).paragraphs[0]
    paragraph.text = "1. จัดอบรม"
    paragraph._p.append(deleted("ปีละสองครั้ง"))
    paragraph._p.append(inserted(measures[0]["steps"][0].removeprefix("จัดอบรม")))
    extra = deepcopy(table.rows[3]._tr)
    table.rows[3]._tr.addnext(extra)
    extra.get_or_add_trPr().append(xml(f"<w:del {WHO}/>"))
    for run in list(extra.iter(qn("w:r"))):
        around = xml(f"<w:del {WHO}/>")
        run.addprevious(around)
        around.append(run)
        for text in run.iter(qn("w:t")):
            text.tag = qn("w:delText")
    wanted.add("measures/3", None)
    return saved(document, path, wanted)


def comment(path):
    measures, wanted = three_measures(["comment"])
    document, (table,) = document_of(plain_paper(measures))
    document.add_comment(table.cell(1, 1).paragraphs[0].runs, "ขอให้ตรวจอีกครั้ง", author="ก", initials="ก")
    return saved(document, path, wanted)


def grid_before(path):
    """A row that begins at the second column, and one that ends before the last."""
    measures, wanted = three_measures()
    first, second, third = measures
    steps = numbered(second["steps"])
    rows = [row(*HEAD), cells_of(first), cells_of(second, steps[:3]), row("", cell(steps[3:]), "", ""), cells_of(third)]
    document, (table,) = document_of(Paper([TITLE, Table(rows, 4)]))
    line = table.rows[3]._tr
    boxes = line.findall(qn("w:tc"))
    for box in (boxes[0], boxes[2], boxes[3]):
        line.remove(box)
    edges = xml('<w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="2"/></w:trPr>')
    line.insert(0, edges)
    return saved(document, path, wanted)


def struck(path):
    """A step that is struck through, and one that is hidden."""
    measures, wanted = three_measures(["struck-text", "hidden-text"])
    document, (table,) = document_of(plain_paper(measures))
    box = table.cell(1, 1)
    box.add_paragraph().add_run("3. ทำแผ่นพับ").font.strike = True
    box.add_paragraph().add_run("4. ร่างไว้ก่อน").font.hidden = True
    wanted.facts = [fact for fact in wanted.facts if fact[0] != "measures/0/steps"]
    steps = measures[0]["steps"]
    others = [[*steps, "ทำแผ่นพับ"], [*steps, "ร่างไว้ก่อน"], [*steps, "ทำแผ่นพับ", "ร่างไว้ก่อน"]]
    wanted.add("measures/0/steps", {"any": [steps, *others]})
    return saved(document, path, wanted)


def content_controls(path):
    """A row and a cell inside content controls; a hyphen that is an element; words in many runs."""
    measures, wanted = three_measures()
    document, (table,) = document_of(plain_paper(measures))
    period = table.cell(1, 3).paragraphs[0]
    period.text = "ม.ค. "
    period.runs[0]._r.append(xml("<w:noBreakHyphen/>"))
    period.add_run(" มี.ค. 2565")
    title = table.cell(3, 0).paragraphs[0]
    title.text = ""
    for at in range(0, len(measures[2]["title"]), 3):
        title.add_run(measures[2]["title"][at : at + 3])
    for inner in (table.cell(1, 2)._tc, table.rows[2]._tr):
        control = xml("<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>")
        inner.addprevious(control)
        control[1].append(inner)
    return saved(document, path, wanted)


def one_line(path):
    """Lists typed on in one paragraph, or broken by Shift+Enter."""
    measures, wanted = three_measures()
    rows = [row(*HEAD)]
    for at, one in enumerate(measures):
        rows.append(cells_of(one, [("\n" if at == 1 else " ").join(numbered(one["steps"]))]))
    return saved(document_of(Paper([TITLE, Table(rows, 4)]))[0], path, wanted)


FOOTNOTES = f"""<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/><w:t> นับจากวันที่ได้รับเรื่อง</w:t></w:r></w:p></w:footnote></w:footnotes>"""
# The smallest picture there is, of one white dot.
DOT = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsSOzuAAAAABJRU5ErkJggg==")


def picture_and_footnote(path):
    """A picture after the table, which may be the scan of another one; a footnote in a cell."""
    measures, wanted = three_measures(["picture", "footnote"])
    document, (table,) = document_of(plain_paper(measures))
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, FOOTNOTES.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    table.cell(1, 3).paragraphs[0]._p.append(xml('<w:r><w:footnoteReference w:id="1"/></w:r>'))
    document.add_picture(BytesIO(DOT), width=Mm(150), height=Mm(200))
    return saved(document, path, wanted)


WORDS = {
    "picture-and-footnote.docx": picture_and_footnote,
    "merged.docx": merged,
    "cut-by-the-page.docx": cut_by_the_page,
    "months-in-colour.docx": months_in_colour,
    "steps-in-rows.docx": steps_in_rows,
    "several-indicators.docx": several_indicators,
    "automatic-numbers.docx": automatic_numbers,
    "numbers-by-style.docx": numbers_by_style,
    "ticks.docx": ticks,
    "nested-table.docx": nested_table,
    "text-box.docx": text_box,
    "tracked.docx": tracked,
    "comment.docx": comment,
    "grid-before.docx": grid_before,
    "struck.docx": struck,
    "content-controls.docx": content_controls,
    "one-line.docx": one_line,
}
