"""Web servers of other people, each with the body's main website, below which a site lies."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import tools

MODULES = "/usr/lib/apache2/modules"
MAIN = {
    "index.html": "<p>main</p>",
    "index.php": "<?php main",
    "missing.html": "<p>not here, says the main website</p>",
    "a.csv": "a,b",
    "a.json": "{}",
    "a.js": "1",
    "a.txt": "text",
    "style.css": "p {}",
    "contact/index.html": "<p>contact</p>",
    "old/a.html": "<p>old</p>",
    "ita.html": "<p>beside</p>",
    "ita2/index.html": "<p>neighbour</p>",
    "ITA/index.html": "<p>capitals</p>",
    "x/ita/index.html": "<p>deeper</p>",
}
ASKED = ["/", "/nope", "/nope.php", "/nope.csv", "/contact", "/ita2/nope", "/ITA/nope", "/x/ita/nope", "/index.php", *(f"/{path}" for path in MAIN)]


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Server:
    """A running program; `root` is its document root, `prefix` where the site lies."""

    name, has_main, bases = "", False, ["/ita/"]

    def __init__(self, site, folder):
        self.site, self.folder, self.root = site, folder, folder / "root"
        self.prefix, self.process, self.port = site.base, None, free_port()
        for path, text in MAIN.items() if site.base != "/" else []:
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_text(text)
        self.place = self.root / site.base.strip("/")
        shutil.copytree(site.public, self.place, dirs_exist_ok=True)

    def start(self, with_settings=True):
        command = [str(word) for word in self.command(with_settings)]
        log = open(self.folder / "log", "ab")
        self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.root, env=dict(os.environ, HOME=str(self.folder)))
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self
            except OSError:
                if self.process.poll() is not None:
                    raise SystemExit(f"{self.name} does not start:\n{(self.folder / 'log').read_text()[-2000:]}") from None
                time.sleep(0.05)
        raise SystemExit(f"{self.name} does not answer")

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait()

    def write(self, name, text):
        (self.folder / name).write_text(text)
        return self.folder / name

    def command(self, with_settings):
        raise NotImplementedError


class Nginx(Server):
    name, has_main, bases = "nginx", True, ["/ita/", "/", "/ข้อมูล/ปี.ita+(1)'s*%{x}/"]

    def include(self):
        return f'include "{self.folder}/site.conf";'

    def command(self, with_settings):
        include = self.include() if with_settings else ""
        shutil.copy(self.place / "nginx-headers.conf", self.folder / "site.conf")
        before, after = "", ""
        if self.site.base != "/":
            before = 'location / { try_files $uri $uri/ =404; } location ~ \\.php$ { default_type text/plain; return 200 "run: $uri"; }'
            after = "location ~* \\.(css|js|png|pdf)$ { expires 30d; add_header Cache-Control public; } location /old/ { return 301 /new/; }"
        return "nginx", "-c", self.write("nginx.conf", f"""
            daemon off; pid {self.folder}/pid; error_log {self.folder}/log; {'user root;' if Path('/root').stat().st_uid == 0 else ''}
            events {{ worker_connections 64; }}
            http {{
              include /etc/nginx/mime.types; default_type text/html; access_log off;
              server {{
                listen 127.0.0.1:{self.port}; root {self.root}; index index.php index.html; charset windows-874; autoindex on;
                add_header X-Main yes always; add_header Referrer-Policy origin; error_page 404 /missing.html;
                {before}
                {include}
                {after}
              }}
            }}""")


class NginxElsewhere(Nginx):
    """The site lies outside the document root, and the settings within a `location` with an `alias`."""

    name, bases = "nginx-alias", ["/ita/"]

    def __init__(self, site, folder):
        super().__init__(site, folder)
        self.place = self.place.rename(folder / "elsewhere")

    def include(self):
        return f'location ^~ "{self.site.base}" {{ alias {self.place}/; {super().include()} }}'


class Apache(Server):
    name, has_main, bases = "apache", True, ["/ita/", "/", "/ข้อมูล/ปี.ita+(1)'s*%{x}/"]
    override, without = "AllowOverride FileInfo", ()

    def command(self, with_settings):
        wanted = ["mpm_event", "authz_core", "dir", "mime", "headers", "alias", "autoindex"]
        load = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in wanted if name not in self.without)
        override = self.override if with_settings else "AllowOverride None"
        main = "" if self.site.base == "/" else "ErrorDocument 404 /missing.html\n<IfModule mod_alias.c>\nRedirect 301 /old/ /new/\n</IfModule>"
        return "apache2", "-D", "FOREGROUND", "-f", self.write("apache.conf", f"""
            ServerRoot {self.folder}
            ServerName 127.0.0.1
            {load}
            PidFile {self.folder}/pid
            ErrorLog {self.folder}/log
            Listen 127.0.0.1:{self.port}
            DocumentRoot "{self.root}"
            AddDefaultCharset windows-874
            <IfModule mod_mime.c>
              TypesConfig /etc/mime.types
            </IfModule>
            <IfModule mod_headers.c>
              Header set X-Main yes
              Header set Referrer-Policy origin
              Header set Content-Security-Policy "img-src *"
            </IfModule>
            {main}
            <Directory "{self.root}">
              {override}
              Require all granted
            </Directory>
            <FilesMatch "\\.php$">
              ForceType text/x-run
            </FilesMatch>""")


class Lighttpd(Server):
    name, has_main, bases = "lighttpd", True, ["/ita/", "/", "/ข้อมูล/ปี.ita+(1)'s*%{x}/"]

    def command(self, with_settings):
        include = f'include "{self.folder}/site.conf"' if with_settings else ""
        shutil.copy(self.place / "lighttpd-headers.conf", self.folder / "site.conf")
        # The main website sets headers of its own, and a host for the site alone need not.
        setenv = "" if self.site.base == "/" else '"mod_setenv", '
        main = "" if self.site.base == "/" else 'setenv.add-response-header = ( "X-Main" => "yes", "Referrer-Policy" => "origin" )\nserver.error-handler-404 = "/missing.html"'
        return "lighttpd", "-D", "-f", self.write("lighttpd.conf", f"""
            server.modules = ( "mod_indexfile", "mod_access", "mod_redirect", {setenv}"mod_dirlisting", "mod_staticfile" )
            server.document-root = "{self.root}"
            server.bind = "127.0.0.1"
            server.port = {self.port}
            server.errorlog = "{self.folder}/log"
            index-file.names = ( "index.html" )
            dir-listing.activate = "enable"
            mimetype.assign = ( ".html" => "text/html; charset=windows-874", ".css" => "text/css", "" => "application/octet-stream" )
            url.redirect = ( "^/old/" => "/new/" )
            {main}
            {include}
            """)


class Caddy(Server):
    name, has_main, bases = "caddy", True, ["/ita/", "/", "/ข้อมูล/ปี.ita+(1)'s*%{x}/"]

    def command(self, with_settings):
        include = f"import {self.folder}/site.conf" if with_settings else ""
        shutil.copy(self.place / "caddy-headers.conf", self.folder / "site.conf")
        main = "" if self.site.base == "/" else """
              @php path *.php
              respond @php "run" 200
              redir /old/* /new/
              file_server browse
              handle_errors {
                rewrite * /missing.html
                file_server
              }"""
        return "caddy", "run", "--adapter", "caddyfile", "--config", self.write("Caddyfile", f"""
            {{
              admin off
              auto_https off
            }}
            http://127.0.0.1:{self.port} {{
              {include}
              root * {self.root}
              header X-Main yes
              header Referrer-Policy origin
              {main}
            }}""")


class Python(Server):
    name = "python"

    def command(self, with_settings):
        return sys.executable, "-m", "http.server", self.port, "--bind", "127.0.0.1", "--directory", self.root


class Busybox(Server):
    name = "busybox"

    def command(self, with_settings):
        return "busybox", "httpd", "-f", "-p", f"127.0.0.1:{self.port}", "-h", self.root


class S3(Server):
    """An object store without website hosting (moto), filled by `aws s3 sync`."""

    name = "s3"

    def command(self, with_settings):
        return "moto_server", "-H", "127.0.0.1", "-p", self.port

    def start(self, with_settings=True):
        super().start(with_settings)
        self.make_bucket()
        self.fill()
        self.prefix = f"/bucket{self.site.base}"
        return self

    def make_bucket(self):
        tools.aws(self.port, "s3", "mb", "s3://bucket")

    def fill(self):
        tools.aws(self.port, "s3", "sync", self.site.public, f"s3://bucket{self.site.base}", "--acl", "public-read")


class S3Website(S3):
    """A bucket with website hosting (s3rver): an index document, and our page as the error document."""

    name = "s3-website"

    def command(self, with_settings):
        website = self.write("website.xml", f"""<WebsiteConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
            <IndexDocument><Suffix>index.html</Suffix></IndexDocument>
            <ErrorDocument><Key>{self.site.base.strip('/')}/404.html</Key></ErrorDocument>
            </WebsiteConfiguration>""")
        (self.folder / "buckets").mkdir()
        where = ["-d", self.folder / "buckets", "-a", "127.0.0.1", "-p", self.port]
        return "s3rver", "-s", "--allow-mismatched-signatures", *where, "--configure-bucket", "bucket", website

    def make_bucket(self):
        """It is there."""


class S3ByRclone(S3):
    """The same, filled by `rclone sync`."""

    name = "s3-rclone"

    def fill(self):
        tools.run(["rclone", "sync", "--s3-acl", "public-read", self.site.public, tools.bucket(self.port) + self.site.base])


SERVERS = {server.name: server for server in (Nginx, NginxElsewhere, Apache, Lighttpd, Caddy, Python, Busybox, S3, S3ByRclone, S3Website)}
