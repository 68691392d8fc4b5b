//! HTML as it is written: texts and values are escaped, tags are closed, names of tags and
//! attributes are of the program.

use crate::diagnostics::words::is_invisible_control;
use crate::markdown::{self, Labels, push_attribute};

/// HTML that is being written.
#[derive(Default)]
pub(super) struct HtmlBuilder(String);

/// The attributes of a tag.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

impl HtmlBuilder {
    /// `<tag …>` with what `inner` writes, and `</tag>`.
    pub(super) fn element(&mut self, tag: &'static str, attributes: Attributes<'_>, inner: impl FnOnce(&mut HtmlBuilder)) {
        self.void(tag, attributes);
        inner(self);
        for part in ["</", tag, ">"] {
            self.0.push_str(part);
        }
    }

    /// An element with nothing but text in it.
    pub(super) fn leaf(&mut self, tag: &'static str, attributes: Attributes<'_>, text: &str) {
        self.element(tag, attributes, |inner| inner.text(text));
    }

    /// A link.
    pub(super) fn link(&mut self, href: &str, text: &str) {
        self.leaf("a", &[("href", href)], text);
    }

    /// A tag without an end.
    pub(super) fn void(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    /// Text, fit for an attribute too. What cannot be seen is shown as an escape: no text turns the
    /// direction of another.
    pub(super) fn text(&mut self, text: &str) {
        if !text.contains(is_invisible_control) {
            return push_attribute(&mut self.0, text);
        }
        let visible = |c: char| if is_invisible_control(c) { c.escape_default().to_string() } else { c.to_string() };
        push_attribute(&mut self.0, &text.chars().map(visible).collect::<String>());
    }

    /// Markdown, as on the pages of a site: nothing in it can be HTML. The texts of the program
    /// have no notes or footnotes to be named.
    pub(super) fn markdown(&mut self, body: &str) {
        const LABELS: Labels<'_> =
            Labels { note: "", tip: "", important: "", warning: "", caution: "", footnotes: "", back_to_text: "", done: "", not_done: "" };
        markdown::write_html(body, &markdown::MarkdownLimits::default(), &LABELS, &mut |_| None, &mut self.0);
    }

    /// What was written.
    pub(super) fn into_html(self) -> String {
        self.0
    }
}

/// The HTML that `write` writes.
pub(super) fn html(write: impl FnOnce(&mut HtmlBuilder)) -> String {
    let mut markup = HtmlBuilder::default();
    write(&mut markup);
    markup.into_html()
}
