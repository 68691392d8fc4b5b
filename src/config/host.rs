//! `headers` of the site file: the hosts for which a ready-made file of settings is written.

use crate::yaml::{Context, FromNode, Node, nearest};

/// A kind of host that takes settings from a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Host {
    /// Netlify, and those that read the same file (Cloudflare Pages).
    Netlify,
    /// Apache httpd, LiteSpeed.
    Apache,
    /// nginx: a file to include.
    Nginx,
    /// Internet Information Services of Windows.
    Iis,
    /// Caddy: a file to import.
    Caddy,
    /// lighttpd: a file to include.
    Lighttpd,
    /// GitHub Pages, which leaves out some files unless told otherwise.
    GitHubPages,
}

impl Host {
    const ALL: [(&str, Host); 7] = [
        ("netlify", Host::Netlify),
        ("apache", Host::Apache),
        ("nginx", Host::Nginx),
        ("iis", Host::Iis),
        ("caddy", Host::Caddy),
        ("lighttpd", Host::Lighttpd),
        ("github-pages", Host::GitHubPages),
    ];

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
        Self::ALL.iter().any(|(_, host)| host.file() == path)
    }
}

impl FromNode for Host {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let text = String::from_node(node, context)?;
        let found = Self::ALL.iter().find(|(name, _)| *name == text.to_ascii_lowercase());
        if found.is_none() {
            let names = Self::ALL.map(|(name, _)| name);
            let report = context.report("unknown-value", &node.span).set("text", &text).set("known", names.join(", "));
            if let Some(nearest) = nearest(&text, names) {
                report.set("nearest", nearest);
            }
        }
        found.map(|(_, host)| *host)
    }
}
