//! The Markdown body of a page as HTML, with links relative to the page.

use crate::content::page_ids;
use crate::markdown::{self, Labels, MarkdownLimits};
use crate::render::page_context::PageContext;
use crate::site::Page;

/// The HTML of the body; `None` if it is empty.
pub fn body(writer: &PageContext<'_>, page: &Page) -> Option<String> {
    let document = &page.document;
    let text = document.body.text();
    if text.trim().is_empty() {
        return None;
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
    let limits = MarkdownLimits { max_nesting: writer.site.config.limits.nesting, reserved_ids: &ids };
    let mut html = String::with_capacity(text.len() * 3 / 2);
    let mut resolve = |link: &markdown::Link| writer.href(&document.source, &link.destination);
    markdown::write_html(&text, &limits, &labels, &mut resolve, &mut html);
    Some(html)
}
