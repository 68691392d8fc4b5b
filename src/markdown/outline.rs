use std::ops::Range;

/// Everything about a Markdown body that the checks and the site need, without its HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// In the order of the page.
    pub headings: Vec<Heading>,
    /// Links and images, in the order of the page (so those in footnotes come last). Refused ones
    /// are not among them.
    pub links: Vec<Link>,
    /// In the order of the source.
    pub refusals: Vec<UnshownMarkup>,
    /// The ids of footnotes and their marks.
    pub(super) footnote_ids: Vec<String>,
}

impl Outline {
    /// Every id that the HTML of the body contains, each once, as written in the HTML (not
    /// percent-encoded).
    pub fn anchors(&self) -> impl Iterator<Item = &str> {
        self.footnote_ids.iter().map(String::as_str).chain(self.headings.iter().map(|heading| heading.id.as_str()))
    }
}

/// A heading as it will be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6: the page has its own first-level heading, so `#` is printed as level 2.
    pub level: u8,
    /// Unique on the page.
    pub id: String,
    /// Without marks.
    pub text: String,
    /// Bytes of the whole heading in the body.
    pub span: Range<usize>,
}

/// A link or an image whose scheme is allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Link or image.
    pub kind: LinkKind,
    /// As written, with entities and backslashes decoded; `mailto:` is added to `<name@host>`.
    pub destination: String,
    /// What the reader sees, or hears of an image.
    pub text: String,
    /// Bytes of the destination in the body if it stands there as it is, otherwise of the whole
    /// link.
    pub span: Range<usize>,
    /// Whether it is an address in the text and nothing around it.
    pub is_bare: bool,
}

/// What a [`Link`] is in the HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// `<a>`
    Link,
    /// `<img>`
    Image,
}

/// Something in the body that is not printed as its author meant it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnshownMarkup {
    /// Bytes in the body.
    pub span: Range<usize>,
    /// What was refused.
    pub kind: UnshownKind,
}

/// What was refused, and so what is printed instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnshownKind {
    /// HTML in Markdown: its source is shown. Adjacent tags are one refusal; comments are dropped
    /// without one, and `<br>` in a table ends a line.
    RawHtml,
    /// A link with another scheme than http, https, mailto, tel: its text is shown. Lower case,
    /// without the colon; empty for `//host`.
    Scheme {
        /// The scheme.
        scheme: String,
    },
    /// Deeper than [`super::MarkdownLimits::max_nesting`]: the source from here to the end is
    /// shown.
    Nesting {
        /// In levels.
        limit: usize,
    },
    /// The parser failed: the whole source is shown. A defect of the parser, not of the body.
    ParserPanic,
    /// Stars with a space on their inner side (`** ข้อความ**`): the stars are shown.
    SpaceInsideEmphasis,
    /// Underscores beside Thai letters (`ก่อน__หนา__ต่อ`): they are shown; stars would have worked.
    UnderscoreBesideThai,
    /// Two tildes around a text that is not struck out, because punctuation stands between them and
    /// Thai letters: they are shown.
    TildesShown,
    /// Braces after a heading that are no safe `{#id}`: what is in them is not printed.
    HeadingAttributes,
    /// An id that another heading or the page already has: the heading gets another one.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// A footnote to which nothing refers, or the second of one name: it is not printed.
    UnusedFootnote,
    /// A bare space in the address of a link: the brackets are shown.
    SpaceInDestination,
    /// An image without text: a reader who cannot see it learns nothing.
    MissingImageText,
    /// Cells beyond the last head of their table: they are not printed.
    ExtraCells,
    /// `[name]: address` which no link names, or the second of one name: it is not printed.
    UnusedDefinition,
    /// Text that is not printed: `[note]: words`, which the parser takes for the address of a link,
    /// or whatever else it leaves out.
    LostText,
    /// A backslash in the name of a file on Windows, taken for the mark that makes the next
    /// character plain text: it is not printed.
    LostBackslash,
    /// A point of a list that its author put below another, and not deep enough, or too deep.
    ListIndent {
        /// The line as it should be.
        line: String,
    },
    /// A number of a list that is printed as another.
    ListNumber {
        /// The other.
        printed: u64,
    },
    /// A number with a full stop at the beginning of a paragraph, such as a year: it is printed as
    /// that of a list.
    NumberAsList,
    /// An indented paragraph: it is printed as code.
    IndentedText {
        /// Its first line as it should be.
        line: String,
    },
    /// A fence that is not closed: all that follows is printed as code.
    OpenFence,
    /// Words behind a fence: they are not printed.
    TextBehindFence,
    /// A line under a text, which makes it a heading.
    Underline {
        /// The text.
        above: String,
    },
}
