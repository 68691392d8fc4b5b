//! `headers` of the site file: the hosts for which a ready-made file of settings is written.

use crate::yaml::closed_list;

closed_list! {
    /// A kind of host that takes settings from a file.
    Host:
    /// Netlify, and those that read the same file (Cloudflare Pages).
    Netlify = "netlify",
    /// Apache httpd, LiteSpeed.
    Apache = "apache",
    /// nginx: a file to include.
    Nginx = "nginx",
    /// Internet Information Services of Windows.
    Iis = "iis",
    /// Caddy: a file to import.
    Caddy = "caddy",
    /// lighttpd: a file to include.
    Lighttpd = "lighttpd",
    /// GitHub Pages, which leaves out some files unless told otherwise.
    GitHubPages = "github-pages",
}

impl Host {
    /// The name of its file. Hosts read it and mostly refuse to send it.
    pub fn file(self) -> &'static str {
        match self {
            Host::Netlify => "_headers",
            Host::Apache => ".htaccess",
            Host::Nginx => "nginx-headers.conf",
            Host::Iis => "web.config",
            Host::Caddy => "caddy-headers.conf",
            Host::Lighttpd => "lighttpd-headers.conf",
            Host::GitHubPages => ".nojekyll",
        }
    }

    /// Whether some host takes its settings from the file at this path.
    pub fn reads(path: &str) -> bool {
        Self::ALL.iter().any(|host| host.file() == path)
    }
}
