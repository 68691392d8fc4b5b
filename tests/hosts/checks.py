"""What is asked of a web server that has a copy of a site. A check gives `right`, or in few words what is instead."""

import http.client
import json
import re
import subprocess
from urllib.parse import quote, unquote, urljoin, urlsplit

from expected import SETTINGS, fault

MISSING = ["nope", "nope/", "2569/nope/", "2569/o25/nope.pdf", "2569/nope.html", "nope.csv", "ไม่มี/"]
PROMISED = {"x-content-type-options": "nosniff", "referrer-policy": "same-origin"}


class Client:
    """Asks one server, over one connection."""

    def __init__(self, port):
        self.port, self.line = port, None

    def get(self, path):
        """Status, headers by lower-case name, bytes; redirects are not followed."""
        for _ in range(2):
            try:
                self.line = self.line or http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
                self.line.request("GET", path)
                answer = self.line.getresponse()
                return answer.status, {name.lower(): ", ".join(answer.headers.get_all(name)) for name in answer.headers}, answer.read()
            except (http.client.HTTPException, OSError):
                self.line = None
        return 0, {}, b""


class Copy:
    """A site on a server."""

    def __init__(self, site, port, prefix):
        self.site, self.client, self.files = site, Client(port), site.files()
        self.port, self.prefix = port, quote(prefix)

    def get(self, path):
        return self.client.get(self.prefix + quote(path))


def first(faults):
    """Few words for a list of faults."""
    return "right" if not faults else f"{faults[0]}" + (f" (+{len(faults) - 1})" if len(faults) > 1 else "")


def files(copy):
    """Every file of the manifest, byte for byte."""
    faults = []
    listed = [entry["path"] for entry in json.loads(copy.files["manifest.json"])["files"]]
    for path in listed + ["manifest.json", "manifest-sha256.txt"]:
        status, _, body = copy.get(path)
        withheld = path in SETTINGS and 400 <= status < 500
        if not withheld and (status, body) != (200, copy.files[path]):
            faults.append(f"{path}: {status}" if status != 200 else f"{path}: other bytes")
    return first(faults)


def links(copy):
    """Every link of every page that stays on the site leads to what was published there."""
    targets = {}
    for path, text in copy.files.items():
        if path.endswith(".html"):
            for link in re.findall(r'(?:href|src)="([^"]*)"', text.decode()):
                url = urljoin(copy.site.url + quote(path), link.replace("&amp;", "&").replace("&#39;", "'")).split("#")[0]
                if url.startswith(copy.site.url):
                    targets.setdefault(unquote(urlsplit(url[len(copy.site.url):]).path), path)
    faults = []
    for target, page in sorted(targets.items()):
        status, _, body = copy.get(target)
        file = target + "index.html" if target == "" or target.endswith("/") else target
        if (status, body) != (200, copy.files.get(file)):
            faults.append(f"{page} → {target or '/'}: {status}")
    return first(faults)


def types(copy):
    """The type of every kind of file; without it a browser downloads, or guesses."""
    return kinds(copy, "type")


def charset(copy):
    """Whether every text says that it is UTF-8."""
    return kinds(copy, "charset")


def kinds(copy, which):
    wrong = []
    for path in copy.files:
        status, headers, _ = copy.get(path)
        found = fault(path, headers.get("content-type", "")) if status == 200 and path not in SETTINGS else None
        if found and found[0] == which and found[1] not in wrong:
            wrong.append(found[1])
    return "right" if not wrong else f"no {which}: {' '.join(sorted(wrong))}"


def missing(copy):
    """Status and page of addresses that do not exist."""
    faults = []
    for path in MISSING:
        status, headers, body = copy.get(path)
        if status != 404:
            faults.append(f"{path}: {status}")
        elif body != copy.files["404.html"] or fault("404.html", headers.get("content-type", "")):
            faults.append("not our page")
    return first(faults)


def folders(copy):
    """An address without its last stroke leads to the one with it, on the same host."""
    status, headers, _ = copy.get("2569/o25")
    to = urljoin(f"http://127.0.0.1:{copy.port}{copy.prefix}2569/o25", headers.get("location", ""))
    good = status in (301, 302, 303, 307, 308) and unquote(to) == f"http://127.0.0.1:{copy.port}{unquote(copy.prefix)}2569/o25/"
    return "right" if good else f"{status} {headers.get('location', '')}".strip()


def bare_folder(copy):
    """A folder that has no page is not shown as a list of files."""
    status, _, _ = copy.get("assets/fonts/")
    return "right" if status in (403, 404) else f"{status}"


def headers(copy):
    """The headers of safety, on what is there and on what is not."""
    faults = []
    for path in ["", "2569/o25/", "404.html", "feed.xml", "2569/o25/measures.csv", "nope", "nope.csv"]:
        _, found, _ = copy.get(path)
        faults += [f"{path or '/'}: no {name}" for name, value in PROMISED.items() if found.get(name) != value]
        is_page = found.get("content-type", "").startswith("text/html")
        if is_page and not found.get("content-security-policy", "").startswith("default-src 'none'"):
            faults.append(f"{path or '/'}: no policy")
    return first(faults)


def verified(copy):
    """What `prongsai verify` says of the copy."""
    address = f"http://127.0.0.1:{copy.port}{copy.prefix}"
    run = subprocess.run([copy.site.program, "--lang", "en", "verify", address, "--format", "json"], capture_output=True, text=True)
    if run.returncode == 0:
        return "right"
    try:
        report = json.loads(run.stdout)
    except ValueError:
        return (run.stdout + run.stderr).strip()[:60]
    return first([f"{name}: {path}" for name in ("missing", "changed", "problems") for path in report.get(name, [])] or [run.stderr[:60]])


CHECKS = {
    "files": files,
    "links": links,
    "types": types,
    "charset": charset,
    "404": missing,
    "folders": folders,
    "bare folder": bare_folder,
    "headers": headers,
    "verify": verified,
}
