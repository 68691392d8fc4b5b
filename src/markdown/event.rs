use std::ops::{Deref, Range};

use pulldown_cmark::{CowStr, LinkType, Tag, TagEnd};

/// A piece of a document, with its place in the body.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SpannedEvent<'a> {
    pub event: MarkdownEvent<'a>,
    pub span: Range<usize>,
}

/// The parser's events, made smaller, and the events that our steps put in their place.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum MarkdownEvent<'a> {
    Start(StartTag<'a>),
    End(TagEnd),
    Text(CowStr<'a>),
    /// Stars that are no emphasis (yet): printed as text.
    Stars(&'a str),
    Code(CowStr<'a>),
    /// Only before `raw_html`.
    Html(CowStr<'a>),
    SoftBreak,
    HardBreak,
    Rule,
    Task(TaskState),
    /// Source that is shown as it is.
    Source(CowStr<'a>),

    /// From `images` to `links`.
    Image(Box<Image<'a>>),
    /// Before `footnotes`.
    FootnoteLabel(CowStr<'a>),
    /// After `footnotes`.
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
    /// After `headings`: an index into the headings of the document.
    HeadingStart(usize),
    HeadingEnd(usize),
    /// After `links`: an index into the links of the document.
    LinkStart(usize),
    LinkEnd,
    PlacedImage(usize),
}

/// The tag that begins something. It is not in the event itself because a body of one-letter lines
/// has an event per byte, and the parser's own event takes three times the space; and most tags are
/// one of a few that say nothing more, as in each cell of a table.
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

/// An image with its text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Image<'a> {
    pub link_type: LinkType,
    pub destination: CowStr<'a>,
    pub title: CowStr<'a>,
    pub text: String,
    /// Where the text ends in the body, and so where to look for the destination.
    pub text_end: usize,
}

/// The `occurrence`-th mark in the text of footnote `number`, both from 1.
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
    /// Appends what a reader sees of this event, without marks.
    pub fn push_text(&self, text: &mut String) {
        match self {
            MarkdownEvent::Text(piece) | MarkdownEvent::Code(piece) => text.push_str(piece),
            MarkdownEvent::Stars(stars) => text.push_str(stars),
            MarkdownEvent::SoftBreak | MarkdownEvent::HardBreak => text.push(' '),
            MarkdownEvent::Image(image) => text.push_str(&image.text),
            _ => {}
        }
    }

    /// Whether this event belongs to a line of text, and so does not end it.
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
