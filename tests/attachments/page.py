"""The page that every producer makes: each kind of number in each spelling, where offices have them."""

from dataclasses import dataclass, field

from planted import LABELS, SPELLINGS, Numbers, plain

WORDS = "ประกาศเทศบาลตำบลตัวอย่าง เรื่อง การดำเนินโครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก หมู่ที่ ๔ บ้านหนองน้ำใส ผู้ใหญ่บ้านและกำนันได้รับทราบแล้ว"


@dataclass
class Paragraph:
    text: str
    is_heading: bool = False


@dataclass
class Table:
    """Cells of text, and the widths of the columns in millimetres."""

    widths: list
    rows: list


@dataclass
class Page:
    title: str = "บัญชีรายชื่อ"
    font: str = "Garuda"
    blocks: list = field(default_factory=list)
    # Text beside the body by its place: "header", "footer", "bookmark", "field", …
    parts: dict = field(default_factory=dict)


# Ten digits of 12 points do not fit into such a cell, nor do thirteen.
NARROW_MM = 24
# The label fits into such a column, and half of the number behind it.
LINE_MM = {"national-id": 62, "taxpayer-id": 62, "mobile-number": 28, "private-data": 44}


def body(numbers, wraps):
    """Blocks of the body; `wraps` names the ways in which the producer wraps a number."""
    blocks = [Paragraph("บัญชีรายชื่อผู้รับเงินอุดหนุน", True), Paragraph(WORDS)]
    for kind, label in LABELS.items():
        plant = lambda spelling, write=plain, kind=kind: numbers.plant(kind, spelling, write)
        blocks.append(Paragraph(label, True))
        blocks += [Paragraph(f"{label} {plant(spelling, write)} ({at})") for at, (spelling, write) in enumerate(SPELLINGS.items(), 1)]
        blocks.append(running(label, plant))
        blocks += wrapped(kind, label, plant, wraps)
        blocks.append(boxes(label, plant))
        blocks += rows(kind, label, plant)
    return blocks


def running(label, plant):
    text = plant("in running text", SPELLINGS["hyphens"])
    return Paragraph(f"ผู้ร้องเรียนซึ่งเป็นราษฎรในพื้นที่ {label} {text} ได้แจ้งต่อเจ้าหน้าที่ว่าไม่ประสงค์จะออกนาม")


def wrapped(kind, label, plant, wraps):
    if "line end" in wraps:
        yield Table([LINE_MM[kind]], [[f"{label} " + plant("at a line end", SPELLINGS["spaces"])]])
    if "narrow cell" in wraps:
        # An account is one by its label only.
        beside = [label, label] if kind == "private-data" else ["กองคลัง", "กองช่าง"]
        yield Table([20, 40, NARROW_MM], [[str(at), text, plant("in a narrow cell")] for at, text in enumerate(beside, 1)])


def boxes(label, plant):
    digits = plant("one digit a cell")
    return Table([40] + [8] * len(digits), [[label, *digits]])


def rows(kind, label, plant):
    named = kind == "private-data"
    shapes = [("in a table row", plain), ("in a table row, hyphens", SPELLINGS["hyphens"]), ("in a table row, spaces", SPELLINGS["spaces"])]
    lines = [[str(at), (label + " " if named else "") + plant(name, write), "2566"] for at, (name, write) in enumerate(shapes, 1)]
    yield Table([12, 78, 30], [["ลำดับ", "รายการ", "ปีงบประมาณ"], *lines])
    yield Table([12, 60, 30], [["ลำดับ", label, "ปีงบประมาณ"], ["1", plant("below its heading", SPELLINGS["hyphens"]), "2566"]])
    yield Table([40, 60, 30], [[label, plant("in the cell beside its label"), "2566"]])


def page_and_numbers(name, places=(), wraps=("line end", "narrow cell")):
    """The page for a producer that can also put numbers into `places`, and its numbers."""
    numbers = Numbers(name)
    page = Page(blocks=body(numbers, wraps))
    for place in places:
        page.parts[place] = f"{LABELS['national-id']} " + numbers.plant("national-id", place, SPELLINGS["hyphens"])
    if "title" in page.parts:
        page.title = page.parts["title"]
    return page, numbers
