"""Packs a program with what belongs to it, the same bytes every time.

    pack.py windows PROGRAM LICENCES OUT.zip
    pack.py linux PROGRAM LICENCES OUT.tar.gz

The time of every file is SOURCE_DATE_EPOCH, in UTC.
"""

import gzip
import hashlib
import io
import os
import pathlib
import re
import sys
import tarfile
import time
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
EPOCH = int(os.environ["SOURCE_DATE_EPOCH"])
GUIDE, START = "อ่านก่อนใช้.txt", "เริ่มใช้งาน.bat"


def version():
    return re.search(r'^version = "(.+)"', (REPOSITORY / "Cargo.toml").read_text("utf-8"), re.MULTILINE)[1]


def newest_year():
    return max(file.stem for file in (REPOSITORY / "src/catalogue/data").glob("2*.yaml"))


def of_windows(text, mark=b"\xef\xbb\xbf"):
    """With the line ends and the byte order mark by which every Notepad knows a text."""
    return mark + text.replace("\n", "\r\n").encode()


def sums(files):
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())


def files_for_windows(program, licences):
    guide = (HERE / "guide.txt").read_text("utf-8").replace("VERSION", version()).replace("YEAR", newest_year())
    # cmd reads no byte order mark.
    start = of_windows((HERE / "start.bat").read_text("utf-8"), mark=b"")
    files = {"prongsai.exe": program, START: start, GUIDE: of_windows(guide), "LICENSES.txt": of_windows(licences)}
    return files | {"SHA256SUMS": sums(files).encode()}


def write_zip(out, folder, files):
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            # zipfile writes a name that is not ASCII in UTF-8, with the flag by which Explorer knows it. Info-ZIP heeds that only in archives of Unix (3).
            entry = zipfile.ZipInfo(f"{folder}/{name}", time.gmtime(EPOCH)[:6])
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, data)


def files_for_linux(program, licences):
    files = {"prongsai": program, "README.md": (REPOSITORY / "README.md").read_bytes(), "LICENSES.txt": licences.encode()}
    return files | {"SHA256SUMS": sums(files).encode()}


def write_tar(out, folder, files):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, data in files.items():
            entry = tarfile.TarInfo(f"{folder}/{name}")
            entry.size, entry.mtime, entry.mode = len(data), EPOCH, 0o755 if name == "prongsai" else 0o644
            archive.addfile(entry, io.BytesIO(data))
    with open(out, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=EPOCH) as packed:
        packed.write(buffer.getvalue())


def main(system, program, licences, out):
    program, licences = pathlib.Path(program).read_bytes(), pathlib.Path(licences).read_text("utf-8")
    folder = f"prongsai-{version()}"
    if system == "windows":
        write_zip(out, folder, files_for_windows(program, licences))
    else:
        write_tar(out, folder, files_for_linux(program, licences))


if __name__ == "__main__":
    main(*sys.argv[1:])
