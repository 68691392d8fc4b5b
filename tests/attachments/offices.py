"""Programs that make office files of the page; LibreOffice opens each and saves it in its other formats, and as PDF."""

import shutil
import tempfile
import zipfile
from pathlib import Path

import docx_file
import odf_file
import pptx_file
import sheet_files
from page import page_and_numbers
from tools import run, soffice

DOCX = tuple(docx_file.PARTS)
XLSX = tuple(sheet_files.OPENPYXL_PARTS)
PPTX = tuple(pptx_file.PARTS)
POI = ("header", "comment", "hidden sheet")


def file_name(name, ending):
    return f"{name.lower().replace(' ', '-')}.{ending}"


def plain(make):
    return lambda page, path, _numbers: make(page, path)


def maker(make, ending, places):
    def made(name, folder):
        page, numbers = page_and_numbers(name, places)
        path = folder / file_name(name, ending)
        make(page, path, numbers)
        return [(path, numbers.planted)]

    return made


def saved_again(make, ending, to, places):
    def made(name, folder):
        page, numbers = page_and_numbers(name, places)
        with tempfile.TemporaryDirectory() as first:
            path, saved = Path(first) / f"page.{ending}", Path(first) / "saved"
            make(page, path, numbers)
            soffice(saved, to, path)
            shutil.move(saved / f"page.{to}", folder / file_name(name, to))
        return [(folder / file_name(name, to), numbers.planted)]

    return made


def zipped(name, folder):
    """A document, and a workbook in a folder with a Thai name."""
    page, numbers = page_and_numbers(name, ())
    half = len(page.blocks) // 2
    path = folder / file_name(name, "zip")
    with tempfile.TemporaryDirectory() as members, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        rest, page.blocks = page.blocks[half:], page.blocks[:half]
        docx_file.make(page, Path(members) / "a.docx")
        page.blocks = rest
        sheet_files.with_openpyxl(page, Path(members) / "b.xlsx", numbers)
        archive.write(Path(members) / "a.docx", "หนังสือ.docx")
        archive.write(Path(members) / "b.xlsx", "เอกสาร/บัญชี.xlsx")
    return [(path, numbers.planted)]


def with_poi(page, path, _numbers):
    """Through Apache POI; its JAR files are where Debian keeps them."""
    jars = [str(jar) for jar in Path("/usr/share/java").glob("*.jar")]
    lines = ["\t".join(row) for row in sheet_files.rows_of(page)] + [f"@{place}\t{text}" for place, text in page.parts.items()]
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "page.txt"
        text.write_text("\n".join(lines), encoding="utf-8")
        run("java", "-cp", ":".join(jars), Path(__file__).with_name("PoiFile.java"), text, path)


DOCUMENT, SLIDES, WORKBOOK = plain(docx_file.make), plain(pptx_file.make), sheet_files.with_openpyxl
OFFICES = {
    "python-docx": maker(DOCUMENT, "docx", DOCX),
    "openpyxl": maker(WORKBOOK, "xlsx", XLSX),
    "XlsxWriter": maker(sheet_files.with_xlsxwriter, "xlsx", tuple(sheet_files.XLSXWRITER_PARTS)),
    "xlwt": maker(sheet_files.with_xlwt, "xls", ("header", "hidden sheet")),
    "Apache POI": maker(with_poi, "xls", POI),
    "python-pptx": maker(SLIDES, "pptx", PPTX),
    "odfpy text": maker(plain(odf_file.make_text), "odt", ("header", "footer", "title", "comment")),
    "odfpy sheet": maker(plain(odf_file.make_sheet), "ods", ("title", "comment", "value without text")),
    "ZIP": zipped,
    **{f"LibreOffice {to}": saved_again(DOCUMENT, "docx", to, DOCX) for to in ("docx", "doc", "odt", "rtf")},
    **{f"LibreOffice {to}": saved_again(WORKBOOK, "xlsx", to, XLSX) for to in ("xlsx", "xls", "ods")},
    **{f"LibreOffice {to}": saved_again(SLIDES, "pptx", to, PPTX) for to in ("pptx", "ppt", "odp")},
    "LibreOffice Writer": saved_again(DOCUMENT, "docx", "pdf", DOCX),
    "LibreOffice Calc": saved_again(WORKBOOK, "xlsx", "pdf", XLSX),
    "LibreOffice Impress": saved_again(SLIDES, "pptx", "pdf", PPTX),
}
