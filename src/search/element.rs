//! What elements of HTML do to the text in and around them.

/// An element as the text sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchedElement {
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
pub fn element(name: &str) -> SearchedElement {
    if let Some(element) = lower(name) {
        return element;
    }
    match name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => lower(&name.to_ascii_lowercase()).unwrap_or(SearchedElement::Inline),
        false => SearchedElement::Inline,
    }
}

fn lower(name: &str) -> Option<SearchedElement> {
    Some(match name {
        "a" | "span" | "b" | "strong" | "em" | "i" | "code" | "small" | "time" | "label" => SearchedElement::Inline,
        "td" | "th" | "tr" | "li" | "dd" | "dt" => SearchedElement::Repeated,
        "p" => SearchedElement::Paragraph,
        "div" | "table" | "thead" | "tbody" | "tfoot" | "ul" | "ol" | "dl" | "section" | "caption" | "nav" | "article" | "aside"
        | "blockquote" | "details" | "dialog" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "header" | "hgroup"
        | "legend" | "menu" | "pre" | "search" | "summary" | "address" | "body" | "html" => SearchedElement::Block,
        "br" | "input" => SearchedElement::Parting,
        "hr" => SearchedElement::Parting,
        "wbr" | "img" | "col" | "link" | "meta" | "source" | "track" | "area" | "base" | "embed" | "param" => SearchedElement::Empty,
        "button" | "select" | "option" | "optgroup" | "text" => SearchedElement::Framed,
        "h1" => SearchedElement::Title,
        "h2" | "h3" | "h4" | "h5" | "h6" => SearchedElement::Heading,
        "script" | "style" | "template" | "noscript" | "head" | "title" | "datalist" | "iframe" | "object" | "textarea" | "desc"
        | "metadata" => SearchedElement::Unseen,
        "main" => SearchedElement::Main,
        _ => return None,
    })
}

impl SearchedElement {
    /// True if a line ends before and after it.
    pub fn parts_lines(self) -> bool {
        !matches!(self, SearchedElement::Inline | SearchedElement::Empty | SearchedElement::Unseen)
    }

    /// True if a paragraph ends where it begins.
    pub fn ends_paragraph(self) -> bool {
        matches!(
            self,
            SearchedElement::Block
                | SearchedElement::Repeated
                | SearchedElement::Paragraph
                | SearchedElement::Title
                | SearchedElement::Heading
                | SearchedElement::Main
        )
    }

    /// True if it has neither content nor end tag.
    pub fn is_void(self) -> bool {
        matches!(self, SearchedElement::Parting | SearchedElement::Empty)
    }
}
