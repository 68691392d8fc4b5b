#!/usr/bin/env python3
"""usage: tests/import/make.py FOLDER

Writes tables of measures and progress as offices have them into FOLDER: five papers by many writers (python-docx, `docx` of npm,
openpyxl, XlsxWriter, xlwt, odfpy, LibreOffice), and odd ones of one trap each. What must come out of each is in FOLDER/expected/ as
JSON. Installs what is missing."""

import json
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True  # Nothing is left beside the sources.
import tools


def in_lines(made):
    """JSON with a fact on each line."""
    parts = []
    for key, value in made.items():
        if key in ("facts", "around"):
            shown = "[" + ",".join("\n  " + json.dumps(fact, ensure_ascii=False) for fact in value) + "]"
        else:
            shown = json.dumps(value, ensure_ascii=False)
        parts.append(f' "{key}": {shown}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


class Corpus:
    def __init__(self, folder):
        self.folder = folder
        (folder / "expected").mkdir(parents=True, exist_ok=True)

    def path(self, name):
        return self.folder / name

    def expect(self, name, wanted, writer, without=(), doubts=()):
        made = {key: value for key, value in vars(wanted).items() if key != "merged"}
        made["writer"] = writer
        made["doubts"] = [*wanted.doubts, *doubts]
        made["facts"] = [fact for fact in wanted.facts if fact[0] not in without]
        (self.folder / "expected" / f"{name}.json").write_text(in_lines(made), encoding="utf-8")


def seeds_by_libraries(corpus, papers):
    import sheet_files
    import word_files

    writers = [
        ("python-docx", "-python-docx.docx", word_files.with_python_docx),
        ("openpyxl", "-openpyxl.xlsx", sheet_files.with_openpyxl),
        ("XlsxWriter", "-xlsxwriter.xlsx", sheet_files.with_xlsxwriter),
        ("xlwt", "-xlwt.xls", sheet_files.with_xlwt),
        ("odfpy", "-odfpy.ods", sheet_files.with_odfpy),
    ]
    for seed, (paper, wanted) in papers.items():
        for writer, ending, write in writers:
            write(paper, corpus.path(seed + ending))
            corpus.expect(seed + ending, wanted, writer)
        for encoding, label, doubts in (("utf-8-sig", "utf-8", []), ("cp874", "windows-874", ["encoding"])):
            name = f"{seed}-{label}.csv"
            sheet_files.with_csv(paper, corpus.path(name), encoding)
            corpus.expect(name, wanted, f"csv {label}", without=wanted.merged, doubts=doubts)
    word_files.with_docx_of_npm([(paper, corpus.path(f"{seed}-npm.docx")) for seed, (paper, _) in papers.items()])
    for seed, (_, wanted) in papers.items():
        corpus.expect(f"{seed}-npm.docx", wanted, "docx of npm")


# Ending of what LibreOffice opens → what it writes.
SAVED_AGAIN = [
    ("-xlsxwriter.xlsx", "ods"),
    ("-openpyxl.xlsx", "xls"),
    ("-odfpy.ods", "xlsx"),
]


def seeds_by_libreoffice(corpus, papers):
    import sheet_files

    with tempfile.TemporaryDirectory() as temporary:
        for ending, to in SAVED_AGAIN:
            into = Path(temporary) / to
            tools.soffice(into, to, [corpus.path(seed + ending) for seed in papers])
            for seed, (_, wanted) in papers.items():
                name = f"{seed}-libreoffice.{to}"
                (into / f"{seed}{ending}").with_suffix(f".{to}").replace(corpus.path(name))
                corpus.expect(name, wanted, f"LibreOffice {to}")
        pages = Path(temporary) / "html"
        pages.mkdir()
        for seed, (paper, _) in papers.items():
            sheet_files.with_html(paper, pages / f"{seed}-libreoffice.html")
        tools.soffice(corpus.folder, "docx:MS Word 2007 XML", list(pages.glob("*.html")), read_as="HTML (StarWriter)")
        for seed, (_, wanted) in papers.items():
            corpus.expect(f"{seed}-libreoffice.docx", wanted, "LibreOffice docx")


# Odd documents that LibreOffice opens and saves.
ODD_SAVED_AGAIN = {
    "ods": ["buddhist-formats.xlsx", "days-since-1904.xlsx", "hidden.xlsx", "percentages.xlsx", "ticks.xlsx", "rich.xlsx"],
    "xls": ["buddhist-formats.xlsx", "days-since-1904.xlsx", "hidden.xlsx", "percentages.xlsx", "ticks.xlsx", "rich.xlsx"],
    "docx": ["automatic-numbers.docx", "numbers-by-style.docx", "merged.docx", "ticks.docx", "tracked.docx", "text-box.docx"],
}


def odd_by_libreoffice(corpus, expected):
    with tempfile.TemporaryDirectory() as temporary:
        for to, names in ODD_SAVED_AGAIN.items():
            tools.soffice(Path(temporary), to, [corpus.path(name) for name in names])
            for name in names:
                saved = f"{name.split('.')[0]}-libreoffice.{to}"
                (Path(temporary) / name).with_suffix(f".{to}").replace(corpus.path(saved))
                corpus.expect(saved, expected[name], f"odd LibreOffice {to}")


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    tools.install()
    from odd import make_odd
    from seeds import SEEDS

    corpus = Corpus(Path(sys.argv[1]).resolve())
    papers = {seed: make() for seed, make in SEEDS.items()}
    seeds_by_libraries(corpus, papers)
    seeds_by_libreoffice(corpus, papers)
    odd_by_libreoffice(corpus, make_odd(corpus))
    print(f"{len(list((corpus.folder / 'expected').glob('*.json')))} documents in {sys.argv[1]}")


if __name__ == "__main__":
    main()
