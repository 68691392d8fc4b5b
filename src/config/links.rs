//! `links` in the site file: the body's own websites, and those on which evidence must not be
//! placed.

use crate::yaml::{Context, Declared, FromNode, Node, Shape, structure};

structure! {
    /// What the webmaster says about other websites.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct LinkSettings, "เว็บไซต์อื่น", shown "ผลการตรวจ" "the report of checks" {
        /// Further websites of the body, besides those of `base_url` and `contact.website`.
        pub(crate) own: Vec<OtherSite> = list "own", "เว็บไซต์อื่นของหน่วยงาน วางหลักฐานได้", eg "[eservice.example.go.th]";
        /// Places where evidence must not lie, besides the known ones.
        pub(crate) outside: Vec<OtherSite> = list "outside", "ที่ที่ไม่ควรวางหลักฐาน นอกจากที่โปรแกรมรู้จัก", eg "[files.example.com]";
        /// Places where it may, although they are known ones.
        pub(crate) allowed: Vec<OtherSite> = list "allowed", "ที่ที่ยอมให้วางหลักฐาน แม้โปรแกรมจะเตือน", eg "[example.sharepoint.com]";
    }
}

/// A host with its subdomains, or a path on it: `drive.google.com`, `docs.google.com/forms`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherSite {
    host: String,
    path: String,
}

impl OtherSite {
    /// Parses a host, a host with a path, or a URL.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let bare = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
        let url = url::Url::parse(&format!("https://{bare}")).ok()?;
        let host = url.host_str()?.trim_start_matches("www.").to_owned();
        let good = host.contains('.') && url.username().is_empty() && url.port().is_none();
        good.then(|| Self { host, path: url.path().trim_end_matches('/').to_owned() })
    }

    /// True if the URL belongs to this site.
    pub fn holds(&self, url: &url::Url) -> bool {
        let host = url.host_str().unwrap_or_default();
        let below = host.strip_suffix(self.host.as_str()).is_some_and(|before| before.is_empty() || before.ends_with('.'));
        let path = url.path().strip_prefix(self.path.as_str());
        below && path.is_some_and(|rest| self.path.is_empty() || rest.is_empty() || rest.starts_with('/'))
    }
}

impl FromNode for OtherSite {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let text = String::from_node(node, context)?;
        let site = Self::parse(&text);
        if site.is_none() {
            context.report("not-a-website", &node.span).set("text", text);
        }
        site
    }
}

impl Declared for OtherSite {
    fn shape() -> Shape {
        Shape::Text
    }

    fn written(&self) -> serde_json::Value {
        format!("{}{}", self.host, self.path).into()
    }
}

impl serde::Serialize for OtherSite {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written().serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_a_host_with_what_is_below_it() {
        let holds = |site: &str, url: &str| OtherSite::parse(site).unwrap().holds(&url::Url::parse(url).unwrap());
        assert!(holds("www.example.go.th", "https://example.go.th/a"));
        assert!(holds("https://example.go.th/", "http://eservice.EXAMPLE.go.th/"));
        assert!(!holds("example.go.th", "https://badexample.go.th/"));
        assert!(holds("docs.google.com/forms", "https://docs.google.com/forms/d/1"));
        assert!(!holds("docs.google.com/forms", "https://docs.google.com/formsx"));
        for text in ["", "drive", "http://a@b.c/", "a b.go.th"] {
            assert_eq!(OtherSite::parse(text), None, "{text}");
        }
    }
}
