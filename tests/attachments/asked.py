"""What prongsai says of attachments: a site with all of them on one page is checked."""

import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from planted import ARABIC, LABELS

SITE = """agency: {name: เทศบาลตำบลตัวอย่าง, type: เทศบาลตำบล, district: เมือง, province: ตัวอย่าง}
base_url: https://www.example.go.th/ita/
years: [2566]
"""


def make_site(folder, files):
    """A site in `folder` with `files` as evidence of one page."""
    evidence = Path(folder) / "content" / "2566" / "o42"
    evidence.mkdir(parents=True)
    (Path(folder) / "content" / "site.yaml").write_text(SITE, encoding="utf-8")
    for file in files:
        shutil.copy(file, evidence / file.name)
    names = ", ".join(file.name for file in files)
    (evidence / "index.md").write_text(f"---\nevidence: [{names}]\n---\n", encoding="utf-8")
    return folder


def said_of(program, files):
    """File name → what is said of it, as pairs of a code and a message."""
    with tempfile.TemporaryDirectory() as folder:
        make_site(folder, files)
        command = [program, "--root", folder, "--lang", "en", "check", "--format", "json"]
        run = subprocess.run(command, capture_output=True, text=True, timeout=600, env={"XDG_CACHE_HOME": folder})
        if run.returncode not in (0, 1):
            raise SystemExit(f"check: status {run.returncode}\n{run.stderr[-3000:]}")
        said = {file.name: [] for file in files}
        for finding in json.loads(run.stdout):
            code, message = finding["code"], finding["message"]
            # What is said where a file is named, not in the file, has its name in the message.
            name = next((name for name in said if f"/{name}”" in message), Path(finding["file"]).name)
            said.get(name, []).append((code, message))
        return said


def numbers_in(said):
    """What is said of numbers, by code and last three digits."""
    # The place, in brackets, has digits of its own.
    digits = lambda message: re.sub(r"\D", "", re.sub(r" \([^()]*\)$", "", message).translate(ARABIC))
    return {(code, digits(message)[-3:]): message for code, message in said if code in LABELS}
