"""Facts expected of a page against its front matter. Blanks and the kind of digits do not count; what is wrapped as
`{value:, as_written:}` is right if either is."""

import unicodedata

THAI_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
FOUND, LOST, WRONG = "found", "lost", "wrong"


def bare(text):
    return "".join(unicodedata.normalize("NFC", str(text)).translate(THAI_TO_ARABIC).split())


def value_of(one):
    return one["value"] if isinstance(one, dict) and "value" in one else one


def spellings(one):
    if isinstance(one, dict) and "value" in one:
        return [one["value"], one.get("as_written")]
    return [one]


def part_of(one, part):
    one = value_of(one)
    if isinstance(one, dict):
        return one.get(part)
    if not isinstance(one, list):
        return None
    if "=" in part:
        key, wanted = part.split("=", 1)
        return next((entry for entry in one if isinstance(entry, dict) and bare(value_of(entry.get(key))) == bare(wanted)), None)
    return one[int(part)] if part.isdigit() and int(part) < len(one) else None


def at(page, path):
    for part in filter(None, path.split("/")):
        page = part_of(page, part)
    return page


def texts_under(one):
    if isinstance(one, dict):
        return [text for below in one.values() for text in texts_under(below)]
    if isinstance(one, list):
        return [text for below in one for text in texts_under(below)]
    return [bare(one)]


def is_number(text):
    try:
        return float(bare(text)) is not None
    except ValueError:
        return False


def is_same(page, actual, wanted):
    if isinstance(wanted, dict) and "any" in wanted:
        return any(is_same(page, actual, one) for one in wanted["any"])
    if isinstance(wanted, dict) and "contains" in wanted:
        return any(bare(wanted["contains"]) in text for text in texts_under(actual))
    if isinstance(wanted, dict) and "ref" in wanted:
        there = at(page, wanted["ref"] + "/id")
        return there is not None and there == value_of(actual)
    if isinstance(wanted, list):
        return is_same_list(page, value_of(actual), wanted)
    if wanted is None or actual is None:
        return wanted is actual
    if isinstance(wanted, (int, float)):
        return any(is_number(one) and float(bare(one)) == wanted for one in spellings(actual))
    return any(bare(one) == bare(wanted) for one in spellings(actual))


def is_same_list(page, actual, wanted):
    listed = actual if isinstance(actual, list) else [] if actual is None else [actual]
    return len(listed) == len(wanted) and all(is_same(page, *pair) for pair in zip(listed, wanted))


def outcome(page, path, wanted):
    actual = at(page, path)
    if is_same(page, actual, wanted):
        return FOUND
    return LOST if actual is None or actual == [] else WRONG
