"""Which numbers a person sees in a file: by `pdftotext -layout`, or for office files by what LibreOffice reads in them."""

import re
import tempfile
import zipfile
from html import unescape
from pathlib import Path

from planted import ARABIC, LABELS
from tools import run, soffice

# Between two digits of a number: marks, blanks, borders of cells.
GAP = "[-‐‑–—.\u00ad\u00a0\u200b\\s]{0,%d}"
WRAPPED = ("at a line end", "in a narrow cell")
FLAT = {"docx": "fodt", "doc": "fodt", "odt": "fodt", "rtf": "fodt", "xlsx": "fods", "xls": "fods", "ods": "fods", "pptx": "fodp", "odp": "fodp", "ppt": "fodp"}


def pdf_text(path):
    """Text of the pages, and of what stands beside them."""
    return run("pdftotext", "-layout", path, "-") + run("pdfinfo", path)


def office_texts(paths):
    """File name → text, of several files at once since the start of LibreOffice takes the longest."""
    texts = {}
    with tempfile.TemporaryDirectory() as folder:
        for flat in sorted({FLAT[path.suffix[1:]] for path in paths}):
            for ending in sorted({path.suffix for path in paths if FLAT[path.suffix[1:]] == flat}):
                of_one_kind = [path for path in paths if path.suffix == ending]
                soffice(folder, flat, *of_one_kind)
                for path in of_one_kind:
                    flat_file = Path(folder) / path.with_suffix(f".{flat}").name
                    texts[path.name] = flat_text(flat_file.read_text(encoding="utf-8")) + own_text(path)
    return texts


def own_text(path):
    """Text of the body of an OpenDocument file: LibreOffice 7.4 loses the notes of cells when it converts one without a window."""
    if not path.suffix.startswith(".od"):
        return ""
    with zipfile.ZipFile(path) as archive:
        return flat_text(archive.read("content.xml").decode())


def zip_text(path):
    """Text of the members, each under the name of its ending since LibreOffice takes no folders."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as archive:
        members = [Path(folder) / f"member{Path(name).suffix}" for name in archive.namelist()]
        for member, name in zip(members, archive.namelist()):
            member.write_bytes(archive.read(name))
        return "\n".join(office_texts(members).values())


def flat_text(xml):
    xml = re.sub(r"<office:binary-data>.*?</office:binary-data>", "", xml, flags=re.S)
    xml = re.sub(r'<text:s( text:c="\d+")?/>|<text:(tab|line-break)/>', " ", xml)
    # Neighbouring cells of the same text are written once.
    repeated = r'(<table:table-cell[^>]*columns-repeated="(\d\d?)"[^>]*>)(<text:p>.*?)</table:table-cell>'
    xml = re.sub(repeated, lambda cell: cell[1] + cell[3] * int(cell[2]), re.sub(r">\s+<", "><", xml), flags=re.S)
    # Values of properties and fields, and text; what a cell holds beside what it shows is not seen.
    values = re.findall(r'form:(?:current-)?value="([^"]*)"', xml)
    text = re.sub(r"<[^>]+>", "", re.sub(r"</(text:p|text:h|dc:\w+|meta:[\w-]+)>", "\n", xml))
    # The lines of the XML itself are indented, between cells too.
    return unescape(re.sub(r"\s*\n\s*", "\n", text)) + "\n".join(values)


def pattern(digits, gap):
    return (GAP % gap).join(digits)


def is_shown(number, text):
    """True if the text has the number, and near it the label without which nobody would take the digits for one."""
    text = text.translate(ARABIC)
    place = next((place for one in patterns(number) if (place := re.search(one, text))), None)
    return place is not None and (not needs_label(number) or has_label(number, text, *place.span()))


def patterns(number):
    """In one piece, or in two pieces if it was wrapped."""
    gap = 24 if number.spelling == "one digit a cell" else 4
    yield r"(?<!\d)" + pattern(number.digits, gap)
    for at in range(1, len(number.digits)) if number.spelling in WRAPPED else ():
        yield r"(?<!\d)" + pattern(number.digits[:at], 4) + r"(?!\d)[\s\S]{0,300}?(?<!\d)" + pattern(number.digits[at:], 4)


def needs_label(number):
    return number.kind == "private-data" or number.spelling == "one digit a cell"


def has_label(number, text, start, end):
    """The label may be wrapped around boxes, so that it ends behind them. Without its marks it is none, and one that stands
    before another number is that number's, also before one in boxes, whose borders an OCR program reads as brackets."""
    letters = lambda words: re.sub(r"[\s\d.|–-]", "", words)
    before = text[max(0, start - 600) : start]
    if number.spelling == "one digit a cell":
        return letters(LABELS[number.kind]) in letters(before)[-60:] + letters(text[end : end + 300])[:40]
    return letters(LABELS[number.kind]) in letters(re.split(r"\d(?:[-–‑. ]?\d){8,}|\d(?:[\s|\[\]]{1,24}\d){8,}", before)[-1])
