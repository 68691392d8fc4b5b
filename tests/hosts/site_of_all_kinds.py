"""The site that is put on hosts: the example of the repository, with a file of every kind, at a base of one's choice."""

import json
import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote

REPOSITORY = Path(__file__).resolve().parents[2]
HEADERS = ["netlify", "apache", "nginx", "iis", "caddy", "lighttpd", "github-pages"]
# A page of the example, and two words of one length in it: an edit that no size tells.
EDITED, WORDS = "content/pages/about.md", ("แต่งขึ้น", "สมมติเอา")


class Site:
    """A folder with sources, and what was published from it."""

    def __init__(self, program, folder, base, has_dots=True):
        self.program, self.folder, self.base = program, folder, base
        self.public = folder / "public"
        self.url = "https://www.example.go.th" + quote(base, safe="/!$&'()*+,;=:@~")
        shutil.copytree(REPOSITORY / "content", folder / "content")
        settings = folder / "content/site.yaml"
        text = settings.read_text().replace("https://www.example.go.th/ita/", json.dumps(self.url))
        more = f"headers: [{', '.join(HEADERS)}]\nsecurity: {{contact: [webmaster@example.go.th], expires: 2027-07-31}}\n"
        settings.write_text(text + (more if has_dots else "headers: [nginx]\n"))
        own = folder / "themes/default/assets"
        own.mkdir(parents=True)
        for name in ["own.js", "site.webmanifest", "favicon.ico", "photo.jpg", "photo.webp", "no-ending"]:
            (own / name).write_bytes(b"{}")
        self.publish("2026-08-01")

    def publish(self, today, *more):
        """Publishes, and gives what was said."""
        command = [self.program, "--root", self.folder, "--lang", "en", "publish", "--today", today, *more]
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode != 0:
            raise SystemExit(f"the site cannot be published at {self.base}:\n{run.stdout}{run.stderr}")
        return run.stdout

    def edit(self):
        """One edit of a page that changes no size, published."""
        page = self.folder / EDITED
        text = page.read_text()
        page.write_text(text.replace(*WORDS))
        return self.publish("2026-08-02", "--note", "แก้คำ")

    def files(self):
        """The bytes of every file by its path below the base."""
        return {str(path.relative_to(self.public)): path.read_bytes() for path in sorted(self.public.rglob("*")) if path.is_file()}
