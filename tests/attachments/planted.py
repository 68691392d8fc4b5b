"""Invented personal numbers, each in a spelling of its own. prongsai shows only the last three digits of what it finds, so
no two numbers of a file share them: by code and last three digits a finding is one number, or a false one."""

import random
from dataclasses import dataclass

LABELS = {
    "national-id": "เลขประจำตัวประชาชน",
    "taxpayer-id": "เลขประจำตัวผู้เสียภาษี",
    "mobile-number": "โทร.",
    "private-data": "เลขที่บัญชี",
}
GROUPS = {"national-id": (1, 4, 5, 2, 1), "taxpayer-id": (1, 4, 5, 2, 1), "mobile-number": (3, 3, 4), "private-data": (3, 1, 5, 1)}
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def check_digit(body):
    total = sum(int(digit) * weight for digit, weight in zip(body, range(13, 1, -1)))
    return str((11 - total % 11) % 10)


def grouped(separator):
    def write(kind, digits):
        parts, at = [], 0
        for size in GROUPS[kind]:
            parts.append(digits[at : at + size])
            at += size
        return separator.join(parts)

    return write


def plain(kind, digits):
    return digits


SPELLINGS = {
    "plain": plain,
    "hyphens": grouped("-"),
    "spaces": grouped(" "),
    "no-break spaces": grouped("\u00a0"),
    "no-break hyphens": grouped("\u2011"),
    "en dashes": grouped("–"),
    "em dashes": grouped("—"),
    "Thai digits": lambda kind, digits: digits.translate(THAI),
    "Thai digits, hyphens": lambda kind, digits: grouped("-")(kind, digits).translate(THAI),
    "Thai digits, spaces": lambda kind, digits: grouped(" ")(kind, digits).translate(THAI),
}
# Places that the program of a reader shows beside the page, or only if asked.
PLACES = (
    "title",
    "bookmark",
    "field",
    "field without appearance",
    "note",
    "typed note",
    "embedded file",
    "comment",
    "hidden sheet",
    "hidden row",
    "hidden text",
    "hidden slide",
    "speaker notes",
    "tracked deletion",
    "property",
    "defined name",
    "property of one's own",
)


@dataclass(frozen=True)
class Planted:
    kind: str
    spelling: str
    digits: str


class Numbers:
    """The numbers of one file."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.planted = []

    def invent(self, kind):
        draw = lambda count: "".join(self.random.choice("0123456789") for _ in range(count))
        if kind == "national-id":
            body = self.random.choice("123458") + draw(11)
        elif kind == "taxpayer-id":
            body = "01055" + draw(7)
        elif kind == "mobile-number":
            return "0" + self.random.choice("689") + draw(8)
        else:
            return self.random.choice("123456789") + draw(9)
        return body + check_digit(body)

    def plant(self, kind, spelling, write=plain):
        """Text of a new number; it is on the list of the file from now on."""
        taken = {number.digits[-3:] for number in self.planted}
        while True:
            digits = self.invent(kind)
            # A part that reads as a year of the Buddhist era would make a list of years of some spellings.
            years = any(2400 <= int(part) <= 2620 for part in grouped(" ")(kind, digits).split())
            if digits[-3:] not in taken and not years:
                self.planted.append(Planted(kind, spelling, digits))
                return write(kind, digits)
