//! Base URL of the site.

use url::Url;

use super::meant_address;
use crate::yaml::{Context, Declared, FromNode, Node, Shape};

/// Parses a base URL from the site file or `--base-url`: http or https with a host, without user,
/// query or fragment, and not that of a page in the folder. Adds a final `/`.
pub fn parse_base_url(text: &str) -> Option<Url> {
    let mut url = Url::parse(text.trim()).ok()?;
    let good = matches!(url.scheme(), "http" | "https") && url.has_host() && url.username().is_empty();
    if !good || url.query().is_some() || url.fragment().is_some() || page_in_folder(&url).is_some() {
        return None;
    }
    if !url.path().ends_with('/') {
        url.set_path(&format!("{}/", url.path()));
    }
    Some(url)
}

/// The file name at the end of an address that was copied while a page was open: `index.html`.
fn page_in_folder(url: &Url) -> Option<&str> {
    const PAGES: [&str; 10] = ["html", "htm", "xhtml", "shtml", "php", "asp", "aspx", "jsp", "do", "cgi"];
    let name = url.path_segments()?.rfind(|name| !name.is_empty())?;
    let (_, extension) = name.rsplit_once('.')?;
    PAGES.iter().any(|page| extension.eq_ignore_ascii_case(page)).then_some(name)
}

/// The address that was meant: with its scheme, without the page and what was asked of it.
fn meant(text: &str) -> Option<Url> {
    let mut url = Url::parse(&meant_address(text)?).ok()?;
    url.set_query(None);
    url.set_fragment(None);
    if page_in_folder(&url).is_some() {
        url.path_segments_mut().ok()?.pop_if_empty().pop();
    }
    parse_base_url(url.as_str())
}

impl FromNode for Url {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let text = String::from_node(node, context)?;
        let url = parse_base_url(&text);
        if url.is_none() {
            let report = context.report("base-url", &node.span).set("text", &text);
            meant(&text).map(|meant| report.set("meant", meant));
        }
        url
    }
}

impl Declared for Url {
    fn shape() -> Shape {
        Shape::Text
    }

    fn written(&self) -> serde_json::Value {
        self.as_str().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_is_absolute_and_ends_with_a_slash() {
        assert_eq!(parse_base_url("https://www.example.go.th/ita").unwrap().as_str(), "https://www.example.go.th/ita/");
        for text in ["", "example.go.th", "ftp://example.go.th/", "javascript:alert(1)", "https://", "https://a@b/", "https://b/?x=1"] {
            assert!(parse_base_url(text).is_none(), "{text}");
        }
    }

    #[test]
    fn the_address_of_a_page_is_not_that_of_its_folder() {
        for page in ["index.html", "index.html/", "INDEX.PHP", "default.aspx?id=1#top"] {
            let text = format!("https://www.example.go.th/ita/{page}");
            assert_eq!(parse_base_url(&text), None, "{text}");
            assert_eq!(meant(&text).map(String::from).as_deref(), Some("https://www.example.go.th/ita/"), "{text}");
        }
        for folder in ["v1.2/", "html/", "ita2569.th/"] {
            assert!(parse_base_url(&format!("https://www.example.go.th/{folder}")).is_some(), "{folder}");
        }
    }
}
