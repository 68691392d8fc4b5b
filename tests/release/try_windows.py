"""Tries the Windows archive and wheel in a folder under Wine, with double clicks: try_windows.py FOLDER

Wine's cmd stands in for Windows' own. What it does not have is not tried: shares, Explorer's view into ZIP files, SmartScreen, fonts of the console. Two things
Wine 8 does otherwise: it expands a % in the value of %~dp0 once more, and reads a .bat in code page 437 whatever chcp said, so Thai in it is not looked for.
"""

import fcntl
import hashlib
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
import zipfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
WINE = str(REPOSITORY / "tests/windows/wine")
START, GUIDE = "เริ่มใช้งาน.bat", "อ่านก่อนใช้.txt"
FOLDERS = ["plain", "เว็บ ของ เรา", "a&b (1) !x^y;='z'"]
CODE_PAGES = [874, 65001, 437]
SITE = "agency: {name: เทศบาลตำบลดอนแก้ว}\nbase_url: https://www.donkaew.go.th/ita/\n"
ANY_KEY = b"x\r\n"
# The answer to a question that is skipped.
ENTER = b"\r"
CTRL_C = b"\x03"


class Console:
    """A program in a console of its own, as a person sees it."""

    def __init__(self, *command, folder):
        self.text, self.status = "", None
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execv(WINE, [WINE, *command])
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 250, 0, 0))

    def read(self):
        """What has come meanwhile; False at the end."""
        ready, _, _ = select.select([self.terminal], [], [], 0.2)
        try:
            data = os.read(self.terminal, 1 << 16) if ready else None
        except OSError:
            data = b""
        self.text += (data or b"").decode("utf-8", "replace")
        return data != b""

    def shown(self):
        spaced = re.sub(r"\x1b\[(\d*)C", lambda move: " " * int(move[1] or 1), self.text)
        return re.sub(r"\x1b\[[?\d;]*[a-zA-Z]|\x1b\][^\x07]*\x07", "", spaced)

    def wait_for(self, *words):
        deadline = time.monotonic() + 120
        while not all(word in self.shown() for word in words):
            alive = self.read()
            missing = [word for word in words if word not in self.shown()]
            if missing and (not alive or time.monotonic() > deadline):
                sys.exit(f"not said: {missing}\n{self.shown()}")
        return self

    def press(self, keys=ANY_KEY):
        os.write(self.terminal, keys)
        return self

    def ends(self, status=None):
        deadline = time.monotonic() + 60
        while self.read():
            if time.monotonic() > deadline:
                sys.exit(f"still there\n{self.shown()}")
        ended = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        if status is not None and ended != status:
            sys.exit(f"status {ended} instead of {status}\n{self.shown()}")

    def stays(self, seconds=3):
        """Nobody pressed a key yet: the window must be there."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if not self.read():
                sys.exit(f"the window closed\n{self.shown()}")
        return self

    def close(self):
        """The cross in the corner of the window."""
        os.close(self.terminal)
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        subprocess.run(["wineserver64", "-k"], env={**os.environ, "PATH": "/usr/lib/wine:" + os.environ["PATH"]}, check=False)


def wine(*command, **options):
    return subprocess.run([WINE, *command], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, **options).stdout


def of_windows(path):
    return "Z:" + str(path).replace("/", "\\")


def say(line):
    print(f"   {line}", flush=True)


def unpack(archive, where):
    """As Explorer does: names in UTF-8 where the flag says so."""
    with zipfile.ZipFile(archive) as opened:
        for entry in opened.infolist():
            assert entry.filename.isascii() or entry.flag_bits & 0x800, f"{entry.filename} is not marked as UTF-8"
        opened.extractall(where)
        top = {name.split("/")[0] for name in opened.namelist()}
    assert len(top) == 1, top
    folder = where / top.pop()
    names = sorted(file.name for file in folder.iterdir())
    assert names == sorted(["prongsai.exe", START, GUIDE, "LICENSES.txt", "SHA256SUMS"]), names
    for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, name
    for name in [GUIDE, "LICENSES.txt"]:
        text = (folder / name).read_bytes()
        assert text.startswith(b"\xef\xbb\xbf") and text.count(b"\n") == text.count(b"\r\n"), name
    before = (folder / START).read_bytes().partition(b":alone")[0]
    assert before.isascii() and b"\r\n" in before, START
    return folder


def place(unpacked, folder, *names):
    folder.mkdir(parents=True)
    for name in names:
        shutil.copy(unpacked / name, folder / name)
    return folder


def with_site(folder):
    (folder / "content").mkdir()
    (folder / "content/site.yaml").write_text(SITE, "utf-8")
    return folder


def cmd(explorer, line):
    """The arguments with which Explorer has cmd carry out a line."""
    return str(explorer), r"C:\windows\system32\cmd.exe", f'cmd.exe /s /c "{line}"'


def double_click(explorer, folder, code_page):
    return Console(*cmd(explorer, f'chcp {code_page} >nul & "{of_windows(folder / START)}"'), folder="/")


def compile_explorer(work):
    explorer = work / "explorer.exe"
    subprocess.run(["x86_64-w64-mingw32-gcc", "-municode", "-O1", "-s", "-o", explorer, REPOSITORY / "tests/release/explorer.c"], check=True)
    return explorer


def browser(work):
    """In the place of a browser: notes the address, and the page behind it."""
    log, program = work / "browser.log", work / "browser"
    program.write_text(f'#!/bin/sh\nexec >>{log}\necho "$1"\ncurl --silent "$1"\n')
    program.chmod(0o755)
    wine("reg", "add", r"HKCU\Software\Wine\WineBrowser", "/v", "Browsers", "/d", str(program), "/f")
    return log


def see_preview(console, log, what):
    console.wait_for("ดูตัวอย่างที่ http://127.0.0.1:")
    deadline = time.monotonic() + 60
    while not (log.exists() and "</html>" in log.read_text("utf-8")):
        if time.monotonic() > deadline:
            sys.exit(f"{what}: the browser was not opened\n{console.shown()}")
        console.read()
    page = log.read_text("utf-8")
    assert page.startswith("http://127.0.0.1:") and "เทศบาลตำบลดอนแก้ว" in page, page
    log.unlink()
    console.close()
    say(f"{what}: the preview opens in the browser")


def try_start(unpacked, work, log, explorer):
    for number, name in enumerate(FOLDERS):
        folder = with_site(place(unpacked, work / "sites" / name, "prongsai.exe", START))
        see_preview(double_click(explorer, folder, CODE_PAGES[number % 3]), log, f"{START} in {name}, code page {CODE_PAGES[number % 3]}")
    for number, name in enumerate(FOLDERS):
        code_page = CODE_PAGES[(number + 1) % 3]
        empty = place(unpacked, work / "empty" / name, "prongsai.exe", START)
        double_click(explorer, empty, code_page).wait_for("ยังไม่มีเว็บในโฟลเดอร์", "ชื่อเต็มของหน่วยงาน").stays().press(ENTER).wait_for("ยังไม่ได้เขียนไฟล์ใด").stays().press().ends()
        alone = place(unpacked, work / "alone" / name, START)
        double_click(explorer, alone, code_page).wait_for("Extract All", "Press any key").stays().press().ends(2)
        say(f"{START} in {name}, code page {code_page}: without a site, and without the program, it says so and waits")


def try_program(unpacked, work, log, explorer):
    program = of_windows(unpacked / "prongsai.exe")
    empty, site = work / "empty", with_site(place(unpacked, work / "double click"))
    # As Explorer leaves it after Extract All: nothing there but what was in the archive.
    alone = place(unpacked, work / "extracted", *(file.name for file in unpacked.iterdir()))
    offered = Console(str(explorer), of_windows(alone / "prongsai.exe"), folder=alone).wait_for("ยังไม่มีเว็บในโฟลเดอร์", "ชื่อเต็มของหน่วยงาน")
    offered.stays().press(ENTER).wait_for("ยังไม่ได้เขียนไฟล์ใด", "กด Enter").stays().press().ends(2)
    # No site is offered among other people's folders.
    Console(str(explorer), program, folder=empty).wait_for("ยังไม่มีเว็บในโฟลเดอร์", "กด Enter").stays().press().ends(2)
    Console(str(explorer), program, "prongsai check", folder=empty).wait_for("หาเว็บไซต์ไม่พบ", "กด Enter").stays().press().ends(2)
    Console(str(explorer), program, "prongsai chek", folder=empty).wait_for("ไม่มีคำสั่ง “chek”", "กด Enter").stays().press().ends(2)
    see_preview(Console(str(explorer), program, folder=site), log, "prongsai.exe")
    say("prongsai.exe: errors stay until a key is pressed")
    for code_page in CODE_PAGES:
        Console(*cmd(explorer, f'chcp {code_page} >nul & "{program}" check'), folder=site).wait_for("ไม่พบปัญหา").ends(0)
    say("check in a shell speaks Thai in every code page, and waits for nobody")


def opened(handle):
    try:
        return os.readlink(handle)
    except OSError:
        # Closed meanwhile, or of somebody else.
        return ""


def wait_for_reader(file, console):
    """Until a process has the file open, however busy the machine is."""
    deadline = time.monotonic() + 120
    while not any(opened(handle) == str(file) for handle in pathlib.Path("/proc").glob("[0-9]*/fd/*")):
        if time.monotonic() > deadline or not console.read():
            sys.exit(f"{file.name} is not read\n{console.shown()}")


def try_interrupt(unpacked, work, explorer):
    """Ctrl-C: the preview ends, and a build that has long to read leaves the site as it was."""
    site = with_site(place(unpacked, work / "interrupted"))
    program = of_windows(unpacked / "prongsai.exe")
    serving = Console(str(explorer), program, "prongsai serve", folder=site).wait_for("http://127.0.0.1:")
    asked = time.monotonic()
    serving.press(CTRL_C).wait_for("กด Enter")
    taken = time.monotonic() - asked
    # Wine drops what is typed in the instant in which the question appears (0.3 s later it is heard): nobody is that fast.
    serving.stays().press().ends()
    say(f"Ctrl-C ends the preview in {taken:.1f} s, and its window stays until Enter")
    wine(program, "build", "--quiet", cwd=site)
    before = {file: file.read_bytes() for file in (site / "public").rglob("*") if file.is_file()}
    (site / "content/2569").mkdir()
    (site / "content/2569/o2.md").write_text("---\ntitle: แผน\n---\n[แผน](o2-files/plan.zip)\n", "utf-8")
    (site / "content/2569/o2-files").mkdir()
    with open(site / "content/2569/o2-files/plan.zip", "wb") as large:
        large.truncate(8 << 30)
    building = Console(str(explorer), program, "prongsai build", folder=site)
    wait_for_reader(site / "content/2569/o2-files/plan.zip", building)
    asked = time.monotonic()
    building.press(CTRL_C).wait_for("หยุดตามคำสั่ง")
    taken = time.monotonic() - asked
    building.stays().press().ends(130)
    after = {file: file.read_bytes() for file in (site / "public").rglob("*") if file.is_file()}
    assert after == before and not list(site.glob(".public*")), sorted(site.iterdir())
    say(f"Ctrl-C ends a build of 8 GB in {taken:.1f} s, and the old site is there")


def try_files(unpacked, work, explorer):
    site = with_site(place(unpacked, work / "files"))
    program = of_windows(unpacked / "prongsai.exe")
    wine(*cmd(explorer, f'"{program}" explain unknown-key >redirected.txt'), cwd=site)
    wine(program, "explain", "unknown-key", "--out", "ผล.txt", cwd=site)
    piped = wine(program, "explain", "unknown-key", cwd=site)
    written = (site / "ผล.txt").read_bytes()
    assert written == b"\xef\xbb\xbf" + piped and "แก้ชื่อคีย์".encode() in piped
    assert (site / "redirected.txt").read_bytes() == written
    wine(*cmd(explorer, f'"{program}" check --format json >redirected.json'), cwd=site)
    assert (site / "redirected.json").read_bytes().lstrip().startswith(b"[")
    say("> and --out write what Notepad, Word and Excel read; pipes and JSON have no mark")


def main(files):
    work = pathlib.Path(tempfile.mkdtemp())
    os.environ.setdefault("WINEPREFIX", str(REPOSITORY / "target/release-wine"))
    try:
        unpacked = unpack(next(files.glob("*-windows.zip")), work)
        for wheel in files.glob("*win*.whl"):
            with zipfile.ZipFile(wheel) as opened:
                name = next(name for name in opened.namelist() if name.endswith("/scripts/prongsai.exe"))
                opened.extract(name, work / "wheel")
            assert (work / "wheel" / name).read_bytes() == (unpacked / "prongsai.exe").read_bytes()
            say("the program of the wheel: " + wine(str(work / "wheel" / name), "--version").decode().strip())
        log, explorer = browser(work), compile_explorer(work)
        try_start(unpacked, work, log, explorer)
        try_program(unpacked, work, log, explorer)
        try_files(unpacked, work, explorer)
        try_interrupt(unpacked, work, explorer)
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve())
