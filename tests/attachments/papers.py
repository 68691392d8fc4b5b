"""Programs that make a PDF of the page."""

import tempfile
from html import escape
from pathlib import Path

import fpdf_paper
import reportlab_paper
import typst_paper
from page import Paragraph, page_and_numbers
from tools import FONTS, run
from web import html_of


def chromium(page, path):
    """As "Save as PDF" of Chrome and Edge."""
    html = path.with_suffix(".html")
    html.write_text(html_of(page), encoding="utf-8")
    print_with_chromium(html, path)
    html.unlink()


def print_with_chromium(html, path):
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--generate-pdf-document-outline"]
    # Two runs cannot share a profile.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        run("chromium", *options, f"--user-data-dir={profile}", f"--print-to-pdf={path}", f"file://{html}")


def weasyprint(page, path):
    from weasyprint import HTML, Attachment

    attached = [Attachment(string=page.parts["embedded file"], name="list.txt")] if "embedded file" in page.parts else []
    HTML(string=html_of(page)).write_pdf(path, attachments=attached, pdf_forms=True)


def wkhtmltopdf(page, path):
    """As Debian builds it: without headers, footers, bookmarks and title."""
    html = path.with_suffix(".html")
    html.write_text(html_of(page), encoding="utf-8")
    run("wkhtmltopdf", "--quiet", "--enable-local-file-access", html, path)
    html.unlink()


def dompdf(page, path):
    """The font is named in CSS, since dompdf looks for none itself. Headings are question marks, as no bold file is named:
    see findings/dompdf-bold-question-marks.sh."""
    face = '@font-face { font-family: "%s"; src: url("file://%s") format("truetype") }' % (page.font, FONTS[page.font])
    html = path.with_suffix(".html")
    html.write_text(html_of(page, f"<style>{face}</style>"), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        run("php", Path(__file__).with_name("dompdf_paper.php"), html, path, folder)
    html.unlink()


def tcpdf(page, path):
    """TCPDF knows the widths of columns by an attribute of the cells of a table only, and no style of the page."""
    cell = lambda width, text: f'<td width="{width}mm">{escape(text)}</td>'
    row = lambda block, texts: "<tr>" + "".join(cell(width, text) for width, text in zip(block.widths, texts)) + "</tr>"
    table = lambda block: '<table border="1" cellpadding="2">' + "".join(row(block, texts) for texts in block.rows) + "</table><br>"
    html = path.with_suffix(".html")
    blocks = (f"<p>{escape(block.text)}</p>" if isinstance(block, Paragraph) else table(block) for block in page.blocks)
    html.write_text("".join(blocks), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        run("php", Path(__file__).with_name("tcpdf_paper.php"), html, path, FONTS[page.font], folder)
    html.unlink()


EDGES = ("header", "footer")
BOTH = ("line end", "narrow cell")


def file_name(name):
    return f"{name.lower().replace(' ', '-')}.pdf"


def maker(make, places, wraps=BOTH):
    """Files of a producer that can also put numbers into `places`."""

    def made(name, folder):
        page, numbers = page_and_numbers(name, places, wraps)
        make(page, folder / file_name(name))
        return [(folder / file_name(name), numbers.planted)]

    return made


def of_another(make, places, change, wraps=BOTH):
    """Files of a program that writes a PDF of another anew."""

    def made(name, folder):
        page, numbers = page_and_numbers(name, places, wraps)
        with tempfile.TemporaryDirectory() as first:
            make(page, Path(first) / "page.pdf")
            change(Path(first) / "page.pdf", folder / file_name(name))
        return [(folder / file_name(name), numbers.planted)]

    return made


def ghostscript(first, path):
    run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", f"-sOutputFile={path}", first)


def qpdf_turned(first, path):
    """Locked without a password to read, every page turned, objects packed."""
    run("qpdf", "--encrypt", "", "owner", "256", "--", "--object-streams=generate", "--rotate=+90", first, path)


def without_appearance(first, path):
    """Fields and notes as programs fill them that leave the drawing to the reader, and a page cropped below its header."""
    import pikepdf

    with pikepdf.open(first) as paper:
        for sheet in paper.pages:
            sheet.CropBox = [0, 0, 595, 806]
            for note in sheet.get("/Annots", []):
                if "/AP" in note:
                    del note["/AP"]
        paper.Root.AcroForm.NeedAppearances = True
        paper.save(path)


def scanned(first, path):
    """A picture of each page, with a layer of the letters that OCRmyPDF sees in it."""
    import pypdfium2
    from PIL import Image

    sheets = [sheet.render(scale=300 / 72, grayscale=True).to_pil() for sheet in pypdfium2.PdfDocument(first)]
    picture = first.with_name("scan.pdf")
    sheets[0].save(picture, save_all=True, append_images=sheets[1:], resolution=300)
    run("ocrmypdf", "--quiet", "-l", "tha+eng", "--output-type", "pdf", picture, path)


CHROMIUM = (chromium, (*EDGES, "title", "bookmark"))
REPORTLAB = (reportlab_paper.make, (*EDGES, "title", "bookmark", "field", "note", "typed note"))
PAPERS = {
    "Chromium": maker(chromium, (*EDGES, "title", "bookmark", "field")),
    "WeasyPrint": maker(weasyprint, (*EDGES, "title", "bookmark", "field", "embedded file")),
    "wkhtmltopdf": maker(wkhtmltopdf, ()),
    "dompdf": maker(dompdf, ("title",)),
    "TCPDF": maker(tcpdf, ()),
    "typst": maker(typst_paper.make, (*EDGES, "title", "bookmark", "embedded file"), ("line end",)),
    "ReportLab": maker(*REPORTLAB),
    "fpdf2": maker(fpdf_paper.make, (*EDGES, "title", "bookmark", "note", "typed note", "embedded file")),
    "Ghostscript": of_another(*CHROMIUM, ghostscript),
    "qpdf": of_another(*CHROMIUM, qpdf_turned),
    "pikepdf": of_another(*REPORTLAB, without_appearance),
    "OCRmyPDF": of_another(typst_paper.make, EDGES, scanned, ("line end",)),
}
