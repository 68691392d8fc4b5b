use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

use pulldown_cmark::{Event as ParserEvent, Options, Parser, Tag, TagEnd};

use super::cleaning::{clean, is_clean};
use super::event::{Event, Spanned, TaskState};

/// The parser failed on this body.
#[derive(Debug)]
pub(super) struct ParserPanicked;

/// The events of `body`.
///
/// The parser's panics are caught here, and only here: fuzzing found some in pulldown-cmark 0.13.3, and one body may not stop a build.
pub(super) fn read(body: &str) -> Result<Vec<Spanned<'_>>, ParserPanicked> {
    catch_unwind(AssertUnwindSafe(|| collect(body))).map_err(|_| ParserPanicked)
}

/// No smart punctuation: it takes the quotes before Thai letters for closing ones.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
}

fn collect(body: &str) -> Vec<Spanned<'_>> {
    // An event for every forty bytes or so is what reports have.
    let events = Vec::with_capacity(body.len() / 40);
    let mut reader = Reader { body, in_code_block: false, events };
    for (event, span) in Parser::new_ext(body, options()).into_offset_iter() {
        reader.push(event, span);
    }
    reader.events
}

struct Reader<'a> {
    body: &'a str,
    in_code_block: bool,
    events: Vec<Spanned<'a>>,
}

impl<'a> Reader<'a> {
    fn push(&mut self, event: ParserEvent<'a>, span: Range<usize>) {
        let event = match event {
            ParserEvent::Text(text) => match self.source_of(&text, &span) {
                Some(source) => return self.push_source(source, span),
                None => Event::Text(clean(text)),
            },
            ParserEvent::Start(tag) => {
                self.in_code_block |= matches!(tag, Tag::CodeBlock(_));
                Event::Start(clean_tag(tag).into())
            }
            ParserEvent::End(end) => {
                self.in_code_block &= end != TagEnd::CodeBlock;
                Event::End(end)
            }
            ParserEvent::Code(text) | ParserEvent::InlineMath(text) | ParserEvent::DisplayMath(text) => Event::Code(clean(text)),
            ParserEvent::Html(html) | ParserEvent::InlineHtml(html) => Event::Html(clean(html)),
            ParserEvent::FootnoteReference(label) => Event::FootnoteLabel(label),
            ParserEvent::SoftBreak => Event::SoftBreak,
            ParserEvent::HardBreak => Event::HardBreak,
            ParserEvent::Rule => Event::Rule,
            ParserEvent::TaskListMarker(true) => Event::Task(TaskState::Done),
            ParserEvent::TaskListMarker(false) => Event::Task(TaskState::NotDone),
        };
        self.events.push(Spanned::new(event, span));
    }

    /// The piece of the body at `span`, if it is `text` to the letter and needs no cleaning.
    fn source_of(&self, text: &str, span: &Range<usize>) -> Option<&'a str> {
        let source = self.body.get(span.clone())?;
        // Mostly it is that very piece.
        let is_same = std::ptr::eq(source, text) || source == text;
        (is_same && is_clean(source)).then_some(source)
    }

    /// Adds text from the body, as one event with the text before it where that is possible: the parser gives every unpaired star
    /// and bracket its own.
    fn push_source(&mut self, source: &'a str, span: Range<usize>) {
        let stars = self.are_stars(source, span.start);
        if let Some(last) = self.events.last_mut().filter(|last| last.span.end == span.start) {
            let whole = self.body.get(last.span.start..span.end).unwrap_or_default();
            match &mut last.event {
                Event::Stars(text) if stars => {
                    *text = whole;
                    last.span.end = span.end;
                    return;
                }
                Event::Text(text) if !stars && is_part_of(text, whole) => {
                    *text = whole.into();
                    last.span.end = span.end;
                    return;
                }
                _ => {}
            }
        }
        let event = if stars { Event::Stars(source) } else { Event::Text(source.into()) };
        self.events.push(Spanned::new(event, span));
    }

    fn are_stars(&self, source: &str, start: usize) -> bool {
        !self.in_code_block
            && !source.is_empty()
            && source.bytes().all(|byte| byte == b'*')
            && !is_escaped(self.body.get(..start).unwrap_or_default())
    }
}

/// Whether `text` is the beginning of `whole` itself, and no equal copy: some entities are as long as what they stand for.
fn is_part_of(text: &str, whole: &str) -> bool {
    std::ptr::eq(text.as_ptr(), whole.as_ptr())
}

/// Whether what follows `before` is escaped: by an odd backslash, because two are a backslash themselves.
fn is_escaped(before: &str) -> bool {
    before.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}

fn clean_tag(tag: Tag<'_>) -> Tag<'_> {
    match tag {
        Tag::Link { link_type, dest_url, title, id } => Tag::Link { link_type, dest_url: clean(dest_url), title: clean(title), id },
        Tag::Image { link_type, dest_url, title, id } => Tag::Image { link_type, dest_url: clean(dest_url), title: clean(title), id },
        other => other,
    }
}
