"""What Apache makes of the site's .htaccess under each AllowOverride, and without modules."""

from checks import Copy, headers, missing
from servers import Apache
from site_of_all_kinds import Site

# AllowOverride, modules that are off, and what is to be seen: the status of a page, our page for wrong addresses, headers.
CASES = [
    ("AllowOverride None", (), 200, False, False),
    ("AllowOverride FileInfo", (), 200, True, True),
    ("AllowOverride All", (), 200, True, True),
    ("AllowOverride FileInfo Limit AuthConfig", (), 200, True, True),
    ("AllowOverride None\nAllowOverrideList ErrorDocument AddType AddCharset Header <IfModule <FilesMatch", (), 200, True, True),
    # Containers count as directives here, and are named without their last sign.
    ("AllowOverride None\nAllowOverrideList ErrorDocument AddType AddCharset Header", (), 500, False, False),
    ("AllowOverride Limit", (), 500, False, False),
    ("AllowOverride AuthConfig", (), 500, False, False),
    ("AllowOverride Indexes", (), 500, False, False),
    ("AllowOverride Options", (), 500, False, False),
    ("AllowOverride Limit Nonfatal=All", (), 200, False, False),
    ("AllowOverride FileInfo", ("headers",), 200, True, False),
    ("AllowOverride FileInfo", ("mime",), 200, False, True),
    ("AllowOverride FileInfo", ("dir",), 403, True, False),
    ("AllowOverride FileInfo", ("mime", "headers", "dir", "alias", "autoindex"), 404, False, False),
]


def overrides(table, program, folder):
    """One row for each case; a page of the site, and what comes with it."""
    (folder / "overrides").mkdir()
    site = Site(program, folder / "overrides", "/ita/")
    for at, (override, without, status, page, told) in enumerate(CASES):
        here = folder / f"override{at}"
        here.mkdir()
        server = Apache(site, here)
        server.override, server.without = override, without
        server.start()
        copy = Copy(site, server.port, server.prefix)
        found = (copy.get("2569/o25/")[0], missing(copy) == "right", headers(copy) == "right")
        main = copy.client.get("/a.txt")[0]
        server.stop()
        row = override.replace("\n", " ") + (f", without {' '.join(without)}" if without else "")
        wrong = "" if found == (status, page, told) else f"{found} instead of {(status, page, told)}"
        table.cell(row, f"{status}", wrong or ("right" if main == 200 else f"main website: {main}"))
