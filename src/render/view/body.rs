//! The Markdown body of a page as HTML, with links relative to the page; and its tables as CSV.

use crate::content::page_ids;
use crate::markdown::{self, Labels, LinkAddress, LinkKind, MarkdownLimits};
use crate::render::page_context::PageContext;
use crate::render::tables::csv_of;
use crate::site::Page;

/// What one parse of the body gives.
#[derive(Debug, Default)]
pub struct BodyView {
    /// `None` if the body is empty.
    pub(crate) html: Option<String>,
    /// Its tables as CSV.
    pub(crate) tables: Vec<String>,
}

/// Reads and prints the body.
pub fn body(writer: &PageContext<'_>, page: &Page) -> BodyView {
    let document = &page.document;
    let text = document.body.text();
    if text.trim().is_empty() {
        return BodyView::default();
    }
    let strings = writer.strings;
    let word = |key: &'static str| strings.find(key).unwrap_or(key);
    let labels = Labels {
        note: word("alert_note"),
        tip: word("alert_tip"),
        important: word("alert_important"),
        warning: word("alert_warning"),
        caution: word("alert_caution"),
        footnotes: word("footnotes"),
        back_to_text: word("back_to_text"),
        done: word("task_done"),
        not_done: word("task_not_done"),
        table: word("table_box"),
        code: word("code_box"),
    };
    let ids = page_ids(&document.front_matter);
    let reserved: Vec<&str> = ids.iter().map(|id| &**id).collect();
    let limits = MarkdownLimits { max_nesting: writer.site.config.limits.nesting, reserved_ids: &reserved };
    let mut html = String::with_capacity(text.len() * 3 / 2);
    let mut resolve = |link: &markdown::Link| {
        let href = writer.href(&document.source, &link.destination)?;
        let is_relative = !href.starts_with('#') && !href.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'));
        let in_full = (link.kind == LinkKind::Link && is_relative).then(|| writer.in_full(&href)).flatten();
        Some(LinkAddress { href, in_full })
    };
    let tables = markdown::write_html(&text, &limits, &labels, &mut resolve, &mut html);
    BodyView { html: Some(html), tables: tables.iter().map(|rows| csv_of(rows)).collect() }
}
