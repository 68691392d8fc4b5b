//! HTML builder: escapes text and attribute values and closes tags; tag and attribute names are
//! constants.

use crate::diagnostics::words::is_invisible_control;
use crate::markdown::{self, Labels, push_attribute};

/// HTML under construction.
#[derive(Default)]
pub(super) struct HtmlBuilder(String);

/// Attributes of a tag.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

impl HtmlBuilder {
    /// Writes `<tag …>`, the output of `inner`, and `</tag>`.
    pub(super) fn element(&mut self, tag: &'static str, attributes: Attributes<'_>, inner: impl FnOnce(&mut HtmlBuilder)) {
        self.void(tag, attributes);
        inner(self);
        for part in ["</", tag, ">"] {
            self.0.push_str(part);
        }
    }

    /// Writes an element that contains only text.
    pub(super) fn leaf(&mut self, tag: &'static str, attributes: Attributes<'_>, text: &str) {
        self.element(tag, attributes, |inner| inner.text(text));
    }

    pub(super) fn link(&mut self, href: &str, text: &str) {
        self.leaf("a", &[("href", href)], text);
    }

    /// Writes a start tag without an end tag.
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

    /// Writes escaped text, also for attributes. Invisible controls are shown as escapes, so that
    /// no text can change the writing direction of another.
    pub(super) fn text(&mut self, text: &str) {
        if !text.contains(is_invisible_control) {
            return push_attribute(&mut self.0, text);
        }
        let visible = |c: char| if is_invisible_control(c) { c.escape_default().to_string() } else { c.to_string() };
        push_attribute(&mut self.0, &text.chars().map(visible).collect::<String>());
    }

    /// Writes Markdown as on site pages: raw HTML is not passed through. The program's own texts
    /// have no alerts or footnotes, so their labels are empty.
    pub(super) fn markdown(&mut self, body: &str) {
        const LABELS: Labels<'_> = Labels {
            note: "",
            tip: "",
            important: "",
            warning: "",
            caution: "",
            footnotes: "",
            back_to_text: "",
            done: "",
            not_done: "",
            table: "",
            code: "",
        };
        markdown::write_html(body, &markdown::MarkdownLimits::default(), &LABELS, &mut |_| None, &mut self.0);
    }

    pub(super) fn into_html(self) -> String {
        self.0
    }
}

/// Returns the HTML written by `write`.
pub(super) fn html(write: impl FnOnce(&mut HtmlBuilder)) -> String {
    let mut markup = HtmlBuilder::default();
    write(&mut markup);
    markup.into_html()
}
