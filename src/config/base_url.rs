//! Base URL of the site.

use url::Url;

use super::meant_address;
use crate::yaml::{Context, Declared, FromNode, Node, Shape};

/// Parses a base URL from the site file or `--base-url`: http or https with a host, without user,
/// query or fragment. Adds a final `/`.
pub fn parse_base_url(text: &str) -> Option<Url> {
    let mut url = Url::parse(text.trim()).ok()?;
    let good = matches!(url.scheme(), "http" | "https") && url.has_host() && url.username().is_empty();
    if !good || url.query().is_some() || url.fragment().is_some() {
        return None;
    }
    if !url.path().ends_with('/') {
        url.set_path(&format!("{}/", url.path()));
    }
    Some(url)
}

impl FromNode for Url {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let text = String::from_node(node, context)?;
        let url = parse_base_url(&text);
        if url.is_none() {
            let report = context.report("base-url", &node.span).set("text", &text);
            meant_address(&text).map(|meant| report.set("meant", meant));
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
}
