"""What each kind of file must be called; written apart from the table of the program."""

TEXTS = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "csv": "text/csv",
    "json": "application/json",
    "txt": "text/plain",
    "xml": "application/xml",
    "yaml": "text/plain",
    "svg": "image/svg+xml",
    "webmanifest": "application/manifest+json",
}
OTHERS = {
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "ico": "image/x-icon",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# Other names of the same.
SAME = {
    "binary/octet-stream": "application/octet-stream",
    "application/javascript": "text/javascript",
    "application/x-javascript": "text/javascript",
    "image/vnd.microsoft.icon": "image/x-icon",
    "text/xml": "application/xml",
    "application/x-yaml": "text/plain",
    "application/yaml": "text/plain",
}
# Files from which a host takes its settings; it need not give them out.
SETTINGS = {"_headers", ".htaccess", "nginx-headers.conf", "web.config", "caddy-headers.conf", "lighttpd-headers.conf", ".nojekyll"}


def fault(path, header):
    """What is wrong with the type of a file: ("type" or "charset", its ending), or None."""
    ending = path.rsplit(".", 1)[-1] if "." in path.rsplit("/", 1)[-1] else ""
    kind, _, more = header.partition(";")
    kind = SAME.get(kind.strip().lower(), kind.strip().lower())
    wanted = TEXTS.get(ending) or OTHERS.get(ending) or "application/octet-stream"
    if kind != wanted and not (ending == "" and kind in ("", "application/octet-stream")):
        return ("type", ending)
    if ending in TEXTS and more.strip().lower().replace('"', "") != "charset=utf-8":
        return ("charset", ending)
    return None
