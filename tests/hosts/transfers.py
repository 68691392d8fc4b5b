"""Tools that bring a site to a host: what the first transfer brings, what the one after an edit sends, and what `prongsai verify` says of the copy.

Each tool prints what it sends in its own way; what it sent is taken from its words, and compared with the files whose bytes differ.
"""

import os
import re
import shutil
import subprocess
import time

from servers import free_port
from site_of_all_kinds import Site
from tools import Failed, aws, bucket, run

LIST = "public-upload.txt"


class Service:
    """A server for transfers, and the folder that it fills."""

    def __init__(self, folder, command, port):
        self.folder, self.port = folder, port
        log = open(folder / "service.log", "ab")
        self.process = subprocess.Popen([str(word) for word in command], stdout=log, stderr=log, cwd=folder)
        time.sleep(1.5)

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Target:
    """Where a site is brought, anew for each tool."""

    def __init__(self, site, folder):
        self.site, self.folder, self.port = site, folder, free_port()
        self.place = folder / "place"
        self.place.mkdir(parents=True)
        self.service = None

    def stop(self):
        if self.service:
            self.service.stop()

    def verified(self):
        return verify(self.site.program, self.place)


def verify(program, what):
    done = subprocess.run([program, "--lang", "en", "verify", what], capture_output=True, text=True)
    return "right" if done.returncode == 0 else (done.stdout + done.stderr).strip().splitlines()[0][:90]


class Local(Target):
    """rsync to a folder, as over SSH."""

    def send(self, *flags):
        said = run(["rsync", "--itemize-changes", *flags, f"{self.site.public}/", f"{self.place}/"])
        return {line.split(" ", 1)[1] for line in said.splitlines() if line.startswith((">f", "<f"))}

    def whole(self):
        return self.send("-a", "--delete")

    def sizes(self):
        return self.send("-a", "--size-only")

    def listed(self):
        return self.send("-a", f"--files-from={self.site.folder / LIST}")


class Ftp(Target):
    """lftp to vsftpd, which does not list names that begin with a dot unless it is asked to."""

    settings = "set ftp:list-options -a; "

    def __init__(self, site, folder):
        super().__init__(site, folder)
        self.place.chmod(0o777)
        conf = folder / "vsftpd.conf"
        conf.write_text(f"""listen=YES
listen_port={self.port}
listen_address=127.0.0.1
background=NO
anonymous_enable=YES
no_anon_password=YES
anon_root={folder}
anon_upload_enable=YES
anon_mkdir_write_enable=YES
anon_other_write_enable=YES
anon_umask=022
write_enable=YES
ftp_username={'ftp' if os.geteuid() == 0 else os.environ.get('USER', 'ftp')}
seccomp_sandbox=NO
secure_chroot_dir={folder}/empty
pasv_address=127.0.0.1
""")
        (folder / "empty").mkdir()
        folder.chmod(0o755)
        self.service = Service(folder, ["vsftpd", conf], self.port)

    def lftp(self, words):
        return run(["lftp", "-c", f"set net:max-retries 2; {self.settings}open -p {self.port} 127.0.0.1; {words}"], cwd=self.site.folder)

    def mirror(self, *flags):
        said = self.lftp(f"mirror --reverse --verbose=1 --no-perms {' '.join(flags)} {self.site.public} place")
        return {name for name in re.findall(r"^Transferring file `(.*)'$", said, re.M)}

    def whole(self):
        return self.mirror("--delete")

    def sizes(self):
        return self.mirror("--ignore-time")

    def listed(self):
        names = (self.site.folder / LIST).read_text().splitlines()
        for name in names:
            place = os.path.dirname(f"place/{name}")
            self.lftp(f'mkdir -p -f "{place}"; put -O "{place}" "public/{name}"')
        return set(names)


def copied(said):
    """The files that rclone says it has sent."""
    return set(re.findall(r"INFO  : (.*): (?:Copied|Updated)", said))


class Rclone(Target):
    """rclone to some remote."""

    def remote(self):
        raise NotImplementedError

    def send(self, verb, *flags):
        return copied(run(["rclone", verb, "-v", "--retries", "1", *flags, self.site.public, self.remote()]))

    def whole(self):
        return self.send("sync")

    def listed(self):
        return self.send("copy", "--ignore-times", "--files-from-raw", self.site.folder / LIST)

    def secret(self):
        return run(["rclone", "obscure", "x"]).strip()


class RcloneFtp(Rclone, Ftp):
    """Sizes are all that is compared: vsftpd does not set times as rclone asks for it."""

    def remote(self):
        return f":ftp,host=127.0.0.1,port={self.port},user=anonymous,pass={self.secret()}:place"


    sizes = None

    def always(self):
        return self.send("sync", "--ignore-times")


class RcloneWebDav(Rclone):
    def __init__(self, site, folder):
        super().__init__(site, folder)
        self.service = Service(folder, ["rclone", "serve", "webdav", self.place, "--addr", f"127.0.0.1:{self.port}"], self.port)

    def remote(self):
        return f":webdav,url='http://127.0.0.1:{self.port}':"

    def always(self):
        return self.send("sync", "--ignore-times")


class RcloneSftp(Rclone):
    def __init__(self, site, folder):
        super().__init__(site, folder)
        command = ["rclone", "serve", "sftp", self.place, "--addr", f"127.0.0.1:{self.port}", "--user", "u", "--pass", "x"]
        self.service = Service(folder, command, self.port)

    def remote(self):
        return f":sftp,host=127.0.0.1,port={self.port},user=u,pass={self.secret()}:"


class Bucket(Target):
    """aws to an emulator of S3 (moto)."""

    def __init__(self, site, folder):
        super().__init__(site, folder)
        self.service = Service(folder, ["moto_server", "-H", "127.0.0.1", "-p", self.port], self.port)
        time.sleep(2)
        aws(self.port, "s3", "mb", "s3://bucket")

    def verified(self):
        shutil.rmtree(self.place)
        self.place.mkdir()
        aws(self.port, "s3", "sync", "s3://bucket/ita", self.place)
        return verify(self.site.program, self.place)

    def whole(self):
        return self.aws_sync("--delete")

    def sizes(self):
        return self.aws_sync("--size-only")

    def aws_sync(self, *flags):
        said = aws(self.port, "s3", "sync", "--no-progress", *flags, self.site.public, "s3://bucket/ita")
        return {name for name in re.findall(r"^upload: .* to s3://bucket/ita/(.*)$", said, re.M)}


class RcloneBucket(Rclone, Bucket):
    def remote(self):
        return bucket(self.port) + "/ita"

    whole, sizes = Rclone.whole, None

# Tool, class, and whether the site has names that begin with a dot.
TARGETS = [
    ("rsync", Local, True),
    ("lftp → vsftpd", Ftp, True),
    ("rclone → vsftpd, dot files", RcloneFtp, True),
    ("rclone → vsftpd", RcloneFtp, False),
    ("rclone → SFTP", RcloneSftp, True),
    ("rclone → WebDAV", RcloneWebDav, True),
    ("rclone → S3", RcloneBucket, True),
    ("aws s3 sync", Bucket, True),
]
WAYS = {"whole": "", "sizes": ", sizes only", "always": ", --ignore-times", "listed": ", by the list"}


def transfers(table, program, folder):
    """A site is brought, edited once and brought again by each tool, in each way that it has."""
    for at, (name, kind, has_dots) in enumerate(TARGETS):
        for way in WAYS:
            if getattr(kind, way, None):
                here = folder / f"transfer{at}{way}"
                (here / "site").mkdir(parents=True)
                site = Site(program, here / "site", "/ita/", has_dots)
                target = kind(site, here / "target")
                try:
                    twice(table, name + WAYS[way], site, target, way)
                except Failed as failure:
                    table.cell(name + WAYS[way], "transfer", str(failure))
                finally:
                    target.stop()


def twice(table, row, site, target, way):
    """A first transfer, an edit, and a second one."""
    target.whole()
    table.cell(row, "first", target.verified())
    # All of it is sent.
    (site.folder / LIST).unlink()
    before = site.files()
    # Clients that compare times know no less than a second.
    time.sleep(1.1)
    site.edit()
    after = site.files()
    changed = {path for path in after if after[path] != before.get(path)}
    table.cell(row, "second", words(getattr(target, way)(), changed))
    table.cell(row, "verify", target.verified())


def words(sent, changed):
    """`right` if exactly the changed files were sent."""
    missed, more = sorted(changed - sent), sorted(sent - changed)
    parts = [f"{len(missed)} of {len(changed)} not sent: {missed[0]}"] if missed else []
    parts += [f"{len(more)} more than the {len(changed)} that changed: {more[0]}"] if more else []
    return ", ".join(parts) or "right"
