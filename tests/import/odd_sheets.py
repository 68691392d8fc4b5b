"""Odd workbooks and text files."""

from datetime import date

import openpyxl
import xlsxwriter
from facts import add_entry, add_measure, site_of, text_of, value_of
from odd import HEAD, TITLE, cells_of, expect_statuses, plain_paper, report_of, report_paper, three_measures
from odf import dc, number, office, style, table, text
from odf.opendocument import OpenDocumentSpreadsheet
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from paper import Paper, Table, cell, numbered, row
from seeds import INSTRUMENTS
from sheet_files import book_of, fill_openpyxl, grid_of, odf_table, with_csv

FIRST_ROW = 2  # Of the heads: a title stands above them.
DATES = [(date(2022, 1, 15), date(2022, 3, 31)), (date(2021, 10, 1), date(2022, 9, 30)), (date(2022, 2, 1), date(2022, 3, 15))]


def saved(book, path, wanted):
    book.save(path)
    return wanted


def scores_paper(front):
    """Indicators and their scores in columns of their own."""
    rows = [row("ตัวชี้วัด", "คะแนน")]
    for instrument in front["assessment"]["instruments"]:
        rows.append(row(cell(INSTRUMENTS[instrument["id"]], across=2)))
        rows += [row(f"{one['no']}. {text_of(one['name'])}", f"{one['score']:.2f}") for one in instrument["indicators"]]
    return Paper(["คะแนนผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2564", Table(rows, 2)])


def ten_scores(doubts=()):
    """The scores of s0, and for each the row of its cell in a sheet."""
    front, wanted = site_of("s0")
    wanted.seed, wanted.doubts = "", list(doubts)
    at, rows = FIRST_ROW, {}
    for instrument in front["assessment"]["instruments"]:
        at += 1
        for one in instrument["indicators"]:
            at += 1
            rows[at] = one["score"]
            wanted.add(f"assessment/instruments/id={instrument['id']}/indicators/no={one['no']}/score", one["score"])
    return front, wanted, rows


def dated_paper(measures):
    head = row(*HEAD[:3], "วันที่เริ่มต้น", "วันที่สิ้นสุด")
    return Paper([TITLE, Table([head, *[[*cells_of(one)[:3], cell(), cell()] for one in measures]], 5)])


def expect_dates(wanted, dates=DATES):
    """A day, or its month."""
    for at, (first, last) in enumerate(dates):
        for key, day in (("from", first), ("to", last)):
            wanted.add(f"measures/{at}/period/{key}", {"any": [day.isoformat(), day.isoformat()[:7]]})


def dated_book(shapes, days=DATES, epoch=None):
    """Six dates, each with a format of its own."""
    measures, wanted = three_measures(keys=("title", "steps", "units"))
    book = book_of(dated_paper(measures))
    if epoch:
        book.epoch = epoch
    for at, pair in enumerate(days):
        for column, day in enumerate(pair):
            box = book.active.cell(FIRST_ROW + 1 + at, 4 + column, day)
            box.number_format = shapes[(2 * at + column) % len(shapes)]
    return book, wanted


def buddhist_formats(path):
    """Serial numbers of real days, shown with Buddhist years: in the format's calendar, in its letters, in Thai digits."""
    by_calendar = ["[$-107041E]d/m/bbbb", "[$-107041E]d mmmm yyyy;@", "[$-D07041E]d mmm yy;@"]
    shapes = [*by_calendar, "d/m/bbbb", "[$-41E]d mmm bb", "[$-1070000]d/mm/yyyy;@"]
    book, wanted = dated_book(shapes)
    expect_dates(wanted)
    return saved(book, path, wanted)


def buddhist_serials(path):
    """31/1/2565 typed where years are Gregorian: the serial number of a day 543 years away."""
    days = [tuple(day.replace(year=day.year + 543) for day in pair) for pair in DATES]
    book, wanted = dated_book(["d/m/yyyy", "yyyy-mm-dd"], days)
    expect_dates(wanted)
    wanted.doubts = ["buddhist-year"]
    return saved(book, path, wanted)


def year_as_date(path):
    """2565 typed in a cell with the format of a date: a day of the year 1907."""
    measures, wanted = three_measures(["year-as-day"], keys=("title", "steps", "units"))
    book = book_of(plain_paper(measures))
    for at in range(len(measures)):
        box = book.active.cell(FIRST_ROW + 1 + at, 4, 2565)
        box.number_format = "d/m/yyyy"
        wanted.add(f"measures/{at}/period", {"any": [{"contains": "2565"}, {"contains": "2021-10"}]})
    return saved(book, path, wanted)


def months_in_colour(path):
    measures, wanted = three_measures(["months-coloured", "months-unmarked"], keys=("title", "units"))
    months = ["ต.ค. 64", "พ.ย. 64", "ธ.ค. 64", "ม.ค. 65"]
    rows = [row(HEAD[0], HEAD[2], *months), *[[*cells_of(one)[::2], *[cell() for _ in months]] for one in measures]]
    book = book_of(Paper([TITLE, Table(rows, 6)]))
    for at, coloured in enumerate(([0, 1], [2])):
        for month in coloured:
            book.active.cell(FIRST_ROW + 1 + at, 3 + month).fill = PatternFill("solid", fgColor="FF4472C4")
        first, last = (["2021-10", "2021-11", "2021-12", "2022-01"][month] for month in (coloured[0], coloured[-1]))
        wanted.add(f"measures/{at}/period", {"from": first, "to": last})
    return saved(book, path, wanted)


def days_since_1904(path):
    book, wanted = dated_book(["d/m/yyyy"], epoch=CALENDAR_MAC_1904)
    expect_dates(wanted)
    return saved(book, path, wanted)


def percentages(path):
    """Scores as fractions with a percent format, as plain numbers, as text in Thai digits."""
    front, wanted, rows = ten_scores()
    book = book_of(scores_paper(front))
    for no, (at, score) in enumerate(rows.items()):
        box = book.active.cell(at, 2)
        kind = no % 3
        box.value = [round(score / 100, 6), score, f"{score:.2f}".translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))][kind]
        box.number_format = ["0.00%", "0.00", "@"][kind]
    return saved(book, path, wanted)


def thai_number_formats(path):
    """Numbers that Excel shows in Thai digits, or with a word."""
    front, wanted, rows = ten_scores()
    book = book_of(scores_paper(front))
    shapes = ["t0.00", "[$-D000000]0.00", '0.00" คะแนน"', "General"]
    for no, (at, score) in enumerate(rows.items()):
        box = book.active.cell(at, 2, score)
        box.number_format = shapes[no % len(shapes)]
    return saved(book, path, wanted)


def formulas(path):
    """Formulas of which no program has kept the value."""
    front, wanted, rows = ten_scores(["formula"])
    book = book_of(scores_paper(front))
    for at, score in rows.items():
        book.active.cell(at, 2, f"={score * 2:.2f}/2" if at % 2 else score)
        if at % 2:
            wanted.facts = [fact for fact in wanted.facts if fact[1] != score]
    return saved(book, path, wanted)


def formulas_with_values(path):
    front, wanted, rows = ten_scores()
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    for at, cells in enumerate(grid_of(scores_paper(front)), 1):
        for column, one in enumerate(cells):
            if column and at in rows:
                sheet.write_formula(at - 1, column, f"={rows[at] * 2:.2f}/2", None, rows[at])
            elif one and one.text:
                sheet.write(at - 1, column, one.text)
    book.close()
    return wanted


def inline_strings(path):
    """Texts in the cells and not in a table of their own, as by programs that save memory; the table does not begin in
    the first row and column."""
    measures, wanted = three_measures()
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet()
    for at, cells in enumerate(grid_of(plain_paper(measures))):
        for column, one in enumerate(cells):
            if one and one.text:
                sheet.write(at + 20, column + 2, one.text)
    book.close()
    return wanted


def hidden(path):
    """A row, a column and two sheets that the screen does not show."""
    measures, wanted = three_measures(["hidden-row", "hidden-column", "hidden-sheet"])
    book = book_of(plain_paper(measures))
    book.active.cell(FIRST_ROW, 5, "งบประมาณ")
    book.active.cell(FIRST_ROW + 1, 5, "10,000 บาท")
    book.active.column_dimensions["E"].hidden = True
    book.active.row_dimensions[FIRST_ROW + 3].hidden = True
    for name, state in (("ร่าง", "hidden"), ("ข้อมูล", "veryHidden")):
        fill_openpyxl(book.create_sheet(name), plain_paper(measures[:1]))
        book[name].sheet_state = state
    # Whether the measure of the hidden row is taken is for the program to say.
    wanted.facts = [fact for fact in wanted.facts if not fact[0].startswith("measures/2")]
    return saved(book, path, wanted)


def rich(path):
    """Words of several fonts in one cell, one of them struck through; a comment; a text box."""
    measures, wanted = three_measures(["comment", "text-box", "struck-text"])
    book = xlsxwriter.Workbook(str(path))
    sheet, bold, struck = book.add_worksheet(), book.add_format({"bold": True}), book.add_format({"font_strikeout": True})
    for at, cells in enumerate(grid_of(plain_paper(measures))):
        for column, one in enumerate(cells):
            if at == 2 and column == 0:
                sheet.write_rich_string(at, column, bold, one.text[:10], one.text[10:])
            elif at == 3 and column == 0:
                sheet.write_rich_string(at, column, one.text, struck, " (ร่าง)")
            elif one and one.text:
                sheet.write(at, column, one.text)
    sheet.write_comment(2, 1, "ขอให้ตรวจอีกครั้ง")
    sheet.insert_textbox(8, 1, "ดูรายละเอียดที่สำนักปลัด")
    book.close()
    wanted.facts = [fact for fact in wanted.facts if fact[0] != "measures/1/title"]
    wanted.add("measures/1", {"contains": measures[1]["title"]})
    return wanted


def ticks(path):
    """A tick as a letter of Wingdings, as a number, as a truth value, as a sign, as a word; none."""
    titles, wanted = report_of(6, ["no-status"])
    book = book_of(report_paper(titles, [("", "", "")] * 6))
    sheet = book.active
    marks = [(2, "ü", "Wingdings"), (3, "P", "Wingdings 2"), (4, 1, ""), (4, True, ""), (2, "✔", "")]
    for at, (column, value, font) in enumerate(marks):
        box = sheet.cell(FIRST_ROW + 1 + at, column, value)
        if font:
            box.font = Font(name=font)
    expect_statuses(wanted, titles, ["not_started", "in_progress", "done", "done", "not_started", None])
    return saved(book, path, wanted)


def sheets_by_instrument(path):
    """The three tables of s4, each on a sheet of its own."""
    front, wanted = site_of("s4")
    wanted.seed = ""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for at, (measure, entry) in enumerate(zip(front["measures"], front["progress"]["entries"])):
        steps, results = ([value_of(one) for one in listed] for listed in (measure["steps"], entry["results"]))
        head = row("มาตรการ", "วิธีการดำเนินการ", "ผลการดำเนินการ")
        line = row(measure["title"], cell(numbered(steps)), cell(numbered(results)))
        name = list(INSTRUMENTS)[at]
        fill_openpyxl(book.create_sheet(name), Paper([INSTRUMENTS[name], Table([head, line], 3)]))
        add_measure(wanted, at, measure, ["title", "steps"])
        add_entry(wanted, at, entry, ["measure", "results"])
    return saved(book, path, wanted)


def hidden_in_ods(path):
    """A row out of sight, a note, a date with a Buddhist style, and a million empty rows, written once."""
    measures, wanted = three_measures(["hidden-row", "comment"], keys=("title", "steps", "units"))
    document = OpenDocumentSpreadsheet()
    shape = number.DateStyle(name="N1", language="th", country="TH")
    for part in (number.Day(calendar="buddhist"), number.Text(text="/"), number.Month(calendar="buddhist"), number.Text(text="/")):
        shape.addElement(part)
    shape.addElement(number.Year(style="long", calendar="buddhist"))
    document.automaticstyles.addElement(shape)
    dated = style.Style(name="ce1", family="table-cell", datastylename="N1")
    document.automaticstyles.addElement(dated)
    sheet = odf_table(grid_of(dated_paper(measures)), 5)
    lines = sheet.getElementsByType(table.TableRow)
    for line, pair in zip(lines[2:], DATES):
        for old, day in zip(line.getElementsByType(table.TableCell)[3:], pair):
            line.removeChild(old)
            box = table.TableCell(valuetype="date", datevalue=day.isoformat(), stylename=dated)
            box.addElement(text.P(text=f"{day.day}/{day.month}/{day.year + 543}"))
            line.addElement(box)
    lines[4].setAttribute("visibility", "collapse")
    remark = office.Annotation()
    remark.addElement(dc.Creator(text="ก"))
    remark.addElement(text.P(text="ขอให้ตรวจอีกครั้ง"))
    box = lines[2].getElementsByType(table.TableCell)[1]
    box.insertBefore(remark, box.firstChild)
    empty = table.TableRow(numberrowsrepeated=1_048_000)
    empty.addElement(table.TableCell(numbercolumnsrepeated=16_384))
    sheet.addElement(empty)
    document.spreadsheet.addElement(sheet)
    document.save(str(path))
    expect_dates(wanted)
    wanted.facts = [fact for fact in wanted.facts if not fact[0].startswith("measures/2")]
    return wanted


def commented(path):
    measures, wanted = three_measures(["comment"])
    book = book_of(plain_paper(measures))
    book.active.cell(FIRST_ROW + 1, 2).comment = Comment("ขอให้ตรวจอีกครั้ง", "ก")
    return saved(book, path, wanted)


def separated(doubts=(), **how):
    def made(path):
        measures, wanted = three_measures(doubts)
        with_csv(plain_paper(measures), path, **how)
        return wanted

    return made


def inline_rows(measures):
    """Lists typed on, since a row of text has no lines."""
    return [HEAD, *[[one.text.replace("\n", " ") for one in cells_of(measure)] for measure in measures]]


def pasted(path):
    """As the clipboard brings a table of Word into a plain text."""
    measures, wanted = three_measures()
    lines = [TITLE, *["\t".join(cells) for cells in inline_rows(measures)]]
    path.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8", newline="")
    return wanted


def markdown(path):
    measures, wanted = three_measures()
    head, *rows = [[one.text.replace("\n", "<br>") for one in cells] for cells in [row(*HEAD), *map(cells_of, measures)]]
    lines = [f"# {TITLE}", ""] + ["| " + " | ".join(cells) + " |" for cells in [head, ["---"] * 4, *rows]]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return wanted


SHEETS = {
    "buddhist-formats.xlsx": buddhist_formats,
    "buddhist-serials.xlsx": buddhist_serials,
    "year-as-date.xlsx": year_as_date,
    "months-in-colour.xlsx": months_in_colour,
    "days-since-1904.xlsx": days_since_1904,
    "percentages.xlsx": percentages,
    "thai-number-formats.xlsx": thai_number_formats,
    "formulas.xlsx": formulas,
    "formulas-with-values.xlsx": formulas_with_values,
    "inline-strings.xlsx": inline_strings,
    "hidden.xlsx": hidden,
    "rich.xlsx": rich,
    "comment.xlsx": commented,
    "ticks.xlsx": ticks,
    "sheets-by-instrument.xlsx": sheets_by_instrument,
    "hidden.ods": hidden_in_ods,
    "semicolons.csv": separated(delimiter=";"),
    "sep-line.csv": separated(delimiter=";", first="sep=;\r\n", encoding="utf-8"),
    "windows-874.csv": separated(["encoding"], encoding="cp874"),
    "unicode-text.txt": separated(["encoding"], encoding="utf-16", delimiter="\t"),
    "pasted.txt": pasted,
    "markdown-table.txt": markdown,
}
