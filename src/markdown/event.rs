use std::ops::{Deref, Range};

use pulldown_cmark::{CowStr, LinkType, Tag, TagEnd};

/// An event with its byte range in the body.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SpannedEvent<'a> {
    pub event: MarkdownEvent<'a>,
    pub span: Range<usize>,
}

/// Number of tables among the events.
pub(super) fn count_tables(events: &[SpannedEvent]) -> usize {
    events.iter().filter(|event| matches!(&event.event, MarkdownEvent::Start(tag) if matches!(**tag, Tag::Table(_)))).count()
}

/// Compact form of the parser's events, plus the events that later steps substitute.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum MarkdownEvent<'a> {
    Start(StartTag<'a>),
    End(TagEnd),
    Text(CowStr<'a>),
    /// Asterisks not (yet) read as emphasis; printed as text.
    Stars(&'a str),
    Code(CowStr<'a>),
    /// Until `raw_html`.
    Html(CowStr<'a>),
    SoftBreak,
    HardBreak,
    Rule,
    Task(TaskState),
    /// Source printed verbatim.
    Source(CowStr<'a>),

    /// From `images` until `links`.
    Image(Box<Image<'a>>),
    /// Until `footnotes`.
    FootnoteLabel(CowStr<'a>),
    /// From `footnotes` on.
    FootnoteMark(FootnoteMark),
    FootnotesStart,
    FootnotesEnd,
    FootnoteStart {
        number: usize,
    },
    FootnoteEnd {
        number: usize,
        marks: usize,
    },
    /// From `headings` on: index into the headings of the document.
    HeadingStart(usize),
    HeadingEnd(usize),
    /// From `links` on: index into the links of the document.
    LinkStart(usize),
    LinkEnd,
    PlacedImage(usize),
}

/// A start tag, boxed to keep events small: a body of one-letter lines has one event per byte, and
/// the parser's own event is three times as large. Frequent tags without data, such as table cells,
/// need no allocation.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum StartTag<'a> {
    Plain(&'static Tag<'static>),
    Particular(Box<Tag<'a>>),
}

impl<'a> From<Tag<'a>> for StartTag<'a> {
    fn from(tag: Tag<'a>) -> Self {
        StartTag::Plain(match tag {
            Tag::Paragraph => &Tag::Paragraph,
            Tag::Item => &Tag::Item,
            Tag::TableHead => &Tag::TableHead,
            Tag::TableRow => &Tag::TableRow,
            Tag::TableCell => &Tag::TableCell,
            Tag::Emphasis => &Tag::Emphasis,
            Tag::Strong => &Tag::Strong,
            tag => return StartTag::Particular(Box::new(tag)),
        })
    }
}

impl<'a> Deref for StartTag<'a> {
    type Target = Tag<'a>;

    fn deref(&self) -> &Tag<'a> {
        match self {
            StartTag::Plain(tag) => tag,
            StartTag::Particular(tag) => tag,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum TaskState {
    Done,
    NotDone,
}

/// An image with its alternative text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Image<'a> {
    pub link_type: LinkType,
    pub destination: CowStr<'a>,
    pub title: CowStr<'a>,
    pub text: String,
    /// Offset of the end of the text, where the search for the destination starts.
    pub text_end: usize,
}

/// The `occurrence`-th reference to footnote `number`, both from 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct FootnoteMark {
    pub number: usize,
    pub occurrence: usize,
}

impl<'a> SpannedEvent<'a> {
    pub fn new(event: MarkdownEvent<'a>, span: Range<usize>) -> Self {
        SpannedEvent { event, span }
    }
}

impl MarkdownEvent<'_> {
    /// Appends the visible text of this event.
    pub fn push_text(&self, text: &mut String) {
        match self {
            MarkdownEvent::Text(piece) | MarkdownEvent::Code(piece) => text.push_str(piece),
            MarkdownEvent::Stars(stars) => text.push_str(stars),
            MarkdownEvent::SoftBreak | MarkdownEvent::HardBreak => text.push(' '),
            MarkdownEvent::Image(image) => text.push_str(&image.text),
            _ => {}
        }
    }

    /// True for inline events, which do not end a line of text.
    pub fn is_inline(&self) -> bool {
        match self {
            MarkdownEvent::Start(tag) => is_inline_end(tag.to_end()),
            MarkdownEvent::End(end) => is_inline_end(*end),
            MarkdownEvent::Text(_)
            | MarkdownEvent::Stars(_)
            | MarkdownEvent::Code(_)
            | MarkdownEvent::Html(_)
            | MarkdownEvent::SoftBreak
            | MarkdownEvent::HardBreak
            | MarkdownEvent::Task(_)
            | MarkdownEvent::Image(_)
            | MarkdownEvent::FootnoteLabel(_)
            | MarkdownEvent::FootnoteMark(_)
            | MarkdownEvent::LinkStart(_)
            | MarkdownEvent::LinkEnd
            | MarkdownEvent::PlacedImage(_) => true,
            _ => false,
        }
    }
}

fn is_inline_end(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript | TagEnd::Link | TagEnd::Image
    )
}
