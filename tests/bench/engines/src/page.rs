//! Stage four: the page.

use std::fmt::Write;

use pulldown_cmark::{Parser, html};

use crate::check::findings;
use crate::document::{Span, options};
use crate::{Document, Facts, Sha256, sha256};

/// Something wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "values-borsh", derive(borsh::BorshSerialize, borsh::BorshDeserialize))]
#[cfg_attr(feature = "values-serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Finding {
    pub code: String,
    pub span: Span,
    pub about: String,
}

/// What is kept of a page. Its HTML goes to the output folder, and is dropped.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "values-borsh", derive(borsh::BorshSerialize, borsh::BorshDeserialize))]
#[cfg_attr(feature = "values-serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Page {
    pub findings: Vec<Finding>,
    pub html: Sha256,
}

/// Checks and renders a page. `facts` are those of the page at an address; it is asked for the
/// addresses of the page's links only.
pub fn page<'f>(text: &str, document: &Document, facts: impl Fn(&str) -> Option<&'f Facts>) -> Page {
    Page { findings: findings(text, document, &facts), html: sha256(&[html(text, document, &facts).as_bytes()]) }
}

fn html<'f>(text: &str, document: &Document, facts: impl Fn(&str) -> Option<&'f Facts>) -> String {
    let mut out = String::with_capacity(2 * text.len());
    let title = document.field("title").map(|title| title.value.as_str()).unwrap_or_default();
    let _ = write!(out, "<!doctype html><html lang=th><title>{title}</title><main><h1>{title}</h1><dl>");
    for field in &document.fields {
        let _ = write!(out, "<dt>{}<dd>{}", field.key, field.value);
    }
    out.push_str("</dl>");
    html::push_html(&mut out, Parser::new_ext(document.body.read(text), options()));
    out.push_str("</main><nav>");
    for other in document.links.iter().filter_map(|link| facts(&link.address)) {
        let _ = write!(out, "<a href={}>{}</a>", other.address, other.title);
    }
    out.push_str("</nav></html>");
    out
}
