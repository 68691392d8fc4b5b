//! What elements of HTML do to the text in and around them.

/// An element as the text sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Element {
    /// Its text touches the text around it: `b`, `span`, and everything unknown.
    Inline,
    /// Parts a line, has no content: `br`, `input`.
    Parting,
    /// Has no content: `wbr`, `img`.
    Empty,
    /// Its text stands on lines of its own.
    Block,
    /// A block that ends where the next of its name begins: `li`.
    Repeated,
    /// Parts its text from that around it, within a paragraph: `button`.
    Framed,
    /// `p`, which ends where any block begins.
    Paragraph,
    /// `h1`
    Title,
    /// `h2` to `h6`
    Heading,
    /// What it holds is not shown.
    Unseen,
    /// `main`
    Main,
}

/// The element of a name as it is written.
pub fn element(name: &str) -> Element {
    if let Some(element) = lower(name) {
        return element;
    }
    match name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => lower(&name.to_ascii_lowercase()).unwrap_or(Element::Inline),
        false => Element::Inline,
    }
}

fn lower(name: &str) -> Option<Element> {
    Some(match name {
        "a" | "span" | "b" | "strong" | "em" | "i" | "code" | "small" | "time" | "label" => Element::Inline,
        "td" | "th" | "tr" | "li" | "dd" | "dt" => Element::Repeated,
        "p" => Element::Paragraph,
        "div" | "table" | "thead" | "tbody" | "tfoot" | "ul" | "ol" | "dl" | "section" | "caption" | "nav" | "article" | "aside"
        | "blockquote" | "details" | "dialog" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "header" | "hgroup"
        | "legend" | "menu" | "pre" | "search" | "summary" | "address" | "body" | "html" => Element::Block,
        "br" | "input" => Element::Parting,
        "hr" => Element::Parting,
        "wbr" | "img" | "col" | "link" | "meta" | "source" | "track" | "area" | "base" | "embed" | "param" => Element::Empty,
        "button" | "select" | "option" | "optgroup" | "text" => Element::Framed,
        "h1" => Element::Title,
        "h2" | "h3" | "h4" | "h5" | "h6" => Element::Heading,
        "script" | "style" | "template" | "noscript" | "head" | "title" | "datalist" | "iframe" | "object" | "textarea" | "desc"
        | "metadata" => Element::Unseen,
        "main" => Element::Main,
        _ => return None,
    })
}

impl Element {
    /// True if a line ends before and after it.
    pub fn parts_lines(self) -> bool {
        !matches!(self, Element::Inline | Element::Empty | Element::Unseen)
    }

    /// True if a paragraph ends where it begins.
    pub fn ends_paragraph(self) -> bool {
        matches!(self, Element::Block | Element::Repeated | Element::Paragraph | Element::Title | Element::Heading | Element::Main)
    }

    /// True if it has neither content nor end tag.
    pub fn is_void(self) -> bool {
        matches!(self, Element::Parting | Element::Empty)
    }
}
