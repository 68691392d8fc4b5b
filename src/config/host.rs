//! `headers` in the site file: hosts for which a configuration file is written.

use crate::yaml::closed_list;

closed_list! {
    /// A kind of host that is configured by a file.
    Host:
    /// Netlify and compatible hosts (Cloudflare Pages).
    Netlify = "netlify",
    /// Apache httpd, LiteSpeed.
    Apache = "apache",
    /// nginx: a file to include.
    Nginx = "nginx",
    /// Internet Information Services (Windows).
    Iis = "iis",
    /// Caddy: a file to import.
    Caddy = "caddy",
    /// lighttpd: a file to include.
    Lighttpd = "lighttpd",
    /// GitHub Pages, which omits some files by default.
    GitHubPages = "github-pages",
}

impl Host {
    /// Name of the configuration file. Hosts read it and mostly do not serve it.
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

    /// True if `path` is the configuration file of a host.
    pub fn reads(path: &str) -> bool {
        Self::ALL.iter().any(|host| host.file() == path)
    }
}
