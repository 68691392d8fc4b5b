"""The table of hosts and checks; see the script `run` beside it."""

import re
import shutil
import sys
import tempfile
from pathlib import Path

from checks import CHECKS, Client, Copy
from known import KNOWN
from overrides import overrides
from servers import ASKED, SERVERS
from site_of_all_kinds import Site
from transfers import transfers


class Table:
    """Cells as they come, and whether one was wrong."""

    def __init__(self):
        self.wrong = 0

    def cell(self, row, column, found):
        matching = (reason for rows, at, words, reason in KNOWN if (at, rows) == (column, named(row)) and re.match(words, found))
        known = next(matching, None)
        if found == "right":
            verdict = found
        elif known:
            verdict = f"{found} [known: {known}]"
        else:
            verdict, self.wrong = f"WRONG: {found}", self.wrong + 1
        print(f"{row:34} {column:12} {verdict}", flush=True)


def named(row):
    """What known.py calls a row: a web server with any base by its name."""
    return row.split(" ")[0] if row.split(" ")[0] in SERVERS else row


def main_website(server):
    """Whether the main website answers the same with and without the settings of the site."""
    answers = []
    for with_settings in (False, True):
        server.start(with_settings)
        client = Client(server.port)
        answers.append({path: comparable(client.get(path)) for path in ASKED})
        server.stop()
    changed = [path for path in ASKED if answers[0][path] != answers[1][path]]
    return "right" if not changed else f"changed: {' '.join(changed)}"


def comparable(answer):
    status, headers, body = answer
    return status, {name: value for name, value in headers.items() if name not in ("date", "expires")}, body


def web(table, program, folder, names):
    """Every server with the site at each of its bases."""
    sites = {}
    for name in names:
        for base in SERVERS[name].bases:
            if base not in sites:
                (folder / f"site{len(sites)}").mkdir()
                sites[base] = Site(program, folder / f"site{len(sites)}", base)
            here = folder / f"{name}{len(base)}"
            here.mkdir()
            server = SERVERS[name](sites[base], here)
            row = f"{name} {base}"
            if server.has_main and base != "/":
                table.cell(row, "main site", main_website(server))
            try:
                server.start()
                copy = Copy(sites[base], server.port, server.prefix)
                for column, check in CHECKS.items():
                    table.cell(row, column, check(copy))
            finally:
                server.stop()


def main():
    program, names = Path(sys.argv[1]).resolve(), sys.argv[2:] or [*SERVERS, "overrides", "transfers"]
    folder, table = Path(tempfile.mkdtemp(prefix="prongsai-hosts-")), Table()
    folder.chmod(0o755)
    try:
        web(table, program, folder, [name for name in names if name in SERVERS])
        if "overrides" in names:
            overrides(table, program, folder)
        if "transfers" in names:
            transfers(table, program, folder)
    finally:
        shutil.rmtree(folder)
    print(f"{table.wrong} cells are wrong" if table.wrong else "every cell is right or known")
    sys.exit(1 if table.wrong else 0)


main()
