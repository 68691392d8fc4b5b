"""Odd documents, each for one trap, of the measures of site s0 and the report of site s2."""

from facts import add_measure, site_of, text_of, value_of
from paper import Paper, Table, cell, numbered, row

HEAD = ["มาตรการ/แนวทาง", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ"]
TITLE = "มาตรการด้านคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2565"
STATUSES = ["ยังไม่ดำเนินการ", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้ว"]
KEYS = ("title", "steps", "units", "period")


def three_measures(doubts=(), keys=KEYS):
    """The measures of s0, and all their facts under these keys."""
    front, wanted = site_of("s0")
    wanted.seed, wanted.doubts = "", list(doubts)
    for at, one in enumerate(front["measures"]):
        add_measure(wanted, at, one, [key for key in keys if key in KEYS])
    return front["measures"], wanted


def period_text(measure):
    period = measure["period"]
    return period["as_written"].replace("65", "2565") if "as_written" in period else period["label"]


def cells_of(measure, steps=None):
    """A row of HEAD. Steps stand in it as a list typed by hand."""
    listed = numbered(measure["steps"]) if steps is None else steps
    return row(measure["title"], cell(listed), value_of(measure["responsible"]["units"][0]), period_text(measure))


def plain_paper(measures):
    return Paper([TITLE, Table([row(*HEAD), *[cells_of(one) for one in measures]], 4)])


def report_of(count, doubts=()):
    """Titles and statuses of the report of s2, of so many measures, with facts for the ticks to come."""
    front, wanted = site_of("s2")
    wanted.seed, wanted.doubts = "", list(doubts)
    return [text_of(one["title"]).split(". ", 1)[1] for one in front["measures"]][:count], wanted


def report_paper(titles, marks):
    """Marks are triples of texts, for the three columns of status."""
    rows = [row("มาตรการ", *STATUSES), *[row(title, *mark) for title, mark in zip(titles, marks)]]
    return Paper(["รายงานผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. 2564", Table(rows, 4)])


def expect_statuses(wanted, titles, statuses):
    for at, (title, status) in enumerate(zip(titles, statuses)):
        # The measures of a report that has no plan may be in either list.
        wanted.add("", {"contains": title})
        wanted.add(f"progress/entries/{at}/status", status if status else {"any": ["unstated", None]})


def make_odd(corpus):
    from odd_sheets import SHEETS
    from odd_words import WORDS

    expected = {name: make(corpus.path(name)) for name, make in {**WORDS, **SHEETS}.items()}
    for name, wanted in expected.items():
        corpus.expect(name, wanted, "odd " + name.rsplit(".", 1)[1])
    return expected
