"""What must come out of a document, taken from the hand-made site of the same table.

A fact is a path and a value. A part `id=E1` of a path chooses from a list. A value may be {"any": […]}, one of several right
ones; {"contains": …}, a text anywhere under the path; {"ref": path}, the `id` of what stands there."""

from dataclasses import dataclass, field
from pathlib import Path

from front import front_matter, yaml_of

SITES = Path(__file__).resolve().parents[1] / "sites"


@dataclass
class Wanted:
    """`facts` are those of the tables, `around` those of the text before and after; those of merged cells cannot come out of
    comma-separated values."""

    year: int
    item: str
    agency: dict
    units: list
    seed: str = ""
    facts: list = field(default_factory=list)
    around: list = field(default_factory=list)
    merged: list = field(default_factory=list)
    doubts: list = field(default_factory=list)

    def add(self, path, value):
        self.facts.append([path, value])


def site_of(seed):
    """Front matter of the only page, and what is to be expected of it with no fact yet."""
    folder = SITES / seed / "content"
    page = next(folder.glob("*/*.md"))
    front = front_matter(page.read_text(encoding="utf-8"))
    site = yaml_of((folder / "site.yaml").read_text(encoding="utf-8"))
    agency = {key: site["agency"][key] for key in ("name", "type")}
    return front, Wanted(int(page.parent.name), page.stem, agency, site["units"], seed)


def value_of(one):
    return one["value"] if isinstance(one, dict) and "value" in one else one


def values(listed):
    return [value_of(one) for one in listed]


def printed(one):
    """As the paper has it, for what is written otherwise there."""
    return one["as_written"] if isinstance(one, dict) and "as_written" in one else one


def either(listed):
    """A list whose entries may keep the spelling of the paper."""
    return [{"any": [value_of(one), printed(one)]} if value_of(one) != printed(one) else one for one in listed]


def text_of(one):
    return str(value_of(one))


def add_measure(wanted, at, measure, keys):
    path = f"measures/{at}"
    responsible = measure.get("responsible", {})
    period = value_of(measure.get("period", {}))
    made = {
        "title": lambda: [("title", value_of(measure["title"]))],
        "steps": lambda: [("steps", values(measure["steps"]))],
        "units": lambda: [("responsible/units", either(responsible["units"]))],
        "posts": lambda: [("responsible/posts", values(responsible["posts"]))],
        "period": lambda: [(f"period/{key}", period[key]) for key in ("from", "to", "quarters") if key in period],
        "monitoring": lambda: [("monitoring", values(measure["monitoring"]))],
        "cadence": lambda: [("report/cadence", measure["report"]["cadence"])],
        "indicators": lambda: [("addresses/indicators", measure["addresses"]["indicators"])],
        "questions": lambda: [("addresses/questions", measure["addresses"]["questions"])],
    }
    for key in keys:
        for below, value in made[key]():
            wanted.add(f"{path}/{below}", value)


def add_entry(wanted, at, entry, keys):
    path = f"progress/entries/{at}"
    for key in keys:
        if key == "measure":
            wanted.add(f"{path}/measures/0", {"ref": f"measures/{at}"})
        elif key == "results":
            wanted.add(f"{path}/results", values(entry["results"]))
        elif key in entry:
            wanted.add(f"{path}/{key}", value_of(entry[key]))
