use std::ops::Range;

use borsh::{BorshDeserialize, BorshSerialize};

/// Outline of a Markdown body: everything that the checks and the site need, without HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Outline {
    pub(crate) headings: Vec<Heading>,
    /// Whether anything is shown before the first heading, then below each up to the next one.
    pub(crate) sections: Vec<bool>,
    /// Links and images in page order (those in footnotes last), without refused ones.
    pub(crate) links: Vec<Link>,
    /// In source order.
    pub refusals: Vec<UnshownMarkup>,
    /// Number of tables.
    pub(crate) tables: usize,
    /// Anchors of footnotes and their references.
    pub(super) footnote_ids: Vec<String>,
}

impl Outline {
    /// Ids of the footnotes and of the marks that refer to them.
    pub fn footnote_anchors(&self) -> impl Iterator<Item = &str> {
        self.footnote_ids.iter().map(String::as_str)
    }

    /// All ids in the HTML of the body, each once, as in the HTML (not percent-encoded).
    pub fn anchors(&self) -> impl Iterator<Item = &str> {
        self.footnote_anchors().chain(self.headings.iter().map(|heading| heading.id.as_str()))
    }
}

/// A heading as printed.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Heading {
    /// 2–6: level 1 is the page title, so `#` is printed as level 2.
    pub(crate) level: u8,
    /// Unique on the page.
    pub(crate) id: String,
    pub(crate) text: String,
    /// Byte range of the whole heading in the body.
    pub(crate) span: Range<usize>,
}

/// A link or image with an allowed scheme.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Link {
    pub(crate) kind: LinkKind,
    /// Entities and backslash escapes are decoded; `mailto:` is prepended to `<name@host>`.
    pub destination: String,
    /// Visible text, or alternative text of an image.
    pub(crate) text: String,
    /// Byte range of the destination if it is in the body literally, otherwise of the whole link.
    pub(crate) span: Range<usize>,
    /// True for a bare address in the text.
    pub(crate) is_bare: bool,
}

/// Kind of a [`Link`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum LinkKind {
    /// `<a>`
    Link,
    /// `<img>`
    Image,
}

/// A part of the body that is not printed as its author meant it.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct UnshownMarkup {
    /// Byte range in the body.
    pub span: Range<usize>,
    /// The reason.
    pub kind: UnshownKind,
}

/// Why a part is not printed as meant, and what is printed instead.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum UnshownKind {
    /// Raw HTML: the source is shown. Adjacent tags are one refusal. Comments are dropped without a
    /// refusal, and `<br>` in a table is a line break.
    RawHtml,
    /// A link with a scheme other than http, https, mailto or tel: its text is shown.
    Scheme {
        /// The scheme in lower case, without the colon; empty for `//host`.
        scheme: String,
    },
    /// Nesting deeper than [`super::MarkdownLimits::max_nesting`]: the source from here to the end
    /// is shown.
    Nesting {
        /// Maximum number of levels.
        limit: usize,
    },
    /// The parser panicked: the whole source is shown. A defect of the parser, not of the body.
    ParserPanic,
    /// Asterisks with a space on the inner side (`** ข้อความ**`): they stay visible.
    SpaceInsideEmphasis,
    /// Underscores next to Thai letters (`ก่อน__หนา__ต่อ`): they stay visible; asterisks would have
    /// worked.
    UnderscoreBesideThai,
    /// Double tildes that do not strike out, because there is punctuation between them and Thai
    /// letters: they stay visible.
    TildesShown,
    /// Heading attributes other than a valid `{#id}`: they are not printed.
    HeadingAttributes,
    /// An id already used by another heading or the page: the heading gets another one.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// A footnote without a reference, or with a repeated name: it is not printed.
    UnusedFootnote,
    /// A space in an unbracketed link destination: the link syntax stays visible.
    SpaceInDestination,
    /// A link whose destination has no closing bracket: its signs stay visible.
    OpenLink,
    /// Two asterisks that open bold text which nothing closes: they stay visible.
    OpenEmphasis,
    /// An image without alternative text.
    MissingImageText,
    /// Table cells beyond the last column: they are not printed.
    ExtraCells,
    /// An unreferenced or repeated definition `[name]: address`: it is not printed.
    UnusedDefinition,
    /// Text that is not printed: `[note]: words`, which the parser reads as a definition, or
    /// anything else it drops.
    LostText,
    /// A backslash in a Windows path, read as an escape character: it is not printed.
    LostBackslash,
    /// A list item meant as a sub-item whose indent is too small or too large.
    ListIndent {
        /// The corrected line.
        line: String,
    },
    /// A list number that is printed differently.
    ListNumber {
        /// The printed number.
        printed: u64,
    },
    /// A number with a full stop at the start of a paragraph, such as a year: it is printed as a
    /// list item.
    NumberAsList,
    /// An indented paragraph: it is printed as code.
    IndentedText {
        /// Its corrected first line.
        line: String,
    },
    /// An unclosed fence: the rest is printed as code.
    OpenFence,
    /// Text after a fence: it is not printed.
    TextBehindFence,
    /// A line below a text that turns the text into a heading.
    Underline {
        /// The text.
        above: String,
    },
}
