use std::collections::HashSet;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

use pulldown_cmark::{Event as ParserEvent, LinkType, Options, Parser, Tag, TagEnd};

use super::cleaning::{clean, is_clean};
use super::event::{MarkdownEvent, SpannedEvent, TaskState};

/// The parser panicked on this body.
#[derive(Debug)]
pub(super) struct ParserPanicked;

/// Parser output for a body.
#[derive(Debug, Default)]
pub(super) struct Parsed<'a> {
    pub events: Vec<SpannedEvent<'a>>,
    /// In source order.
    pub definitions: Vec<LinkDefinition>,
}

/// A definition `[name]: address`; only the first of each name.
#[derive(Debug)]
pub(super) struct LinkDefinition {
    pub span: Range<usize>,
    /// The destination, decoded.
    pub destination: String,
    /// True if a link refers to it.
    pub is_used: bool,
}

/// Parses `body` into events and definitions; the latter are not part of the events.
///
/// Parser panics are caught here and only here: fuzzing found some in pulldown-cmark 0.13.3, and
/// one body must not abort a build.
pub(super) fn read(body: &str) -> Result<Parsed<'_>, ParserPanicked> {
    catch_unwind(AssertUnwindSafe(|| collect(body))).map_err(|_| ParserPanicked)
}

/// Disabled: smart punctuation, which reads quotes before Thai letters as closing quotes, and
/// definition lists, which would drop the colon at the start of a line.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES
}

fn collect(body: &str) -> Parsed<'_> {
    // Estimate from typical reports: one event per 40 bytes.
    let events = Vec::with_capacity(body.len() / 40);
    let mut reader = MarkdownReader { body, in_code_block: false, events };
    let mut parser = Parser::new_ext(body, options()).into_offset_iter();
    let mut used = HashSet::new();
    while let Some((event, span)) = parser.next() {
        if let Some(name) = name_of_definition(&event) {
            used.extend(parser.reference_definitions().get(name).map(|definition| definition.span.start));
        }
        reader.push(event, span);
    }
    let definition = |span: Range<usize>, destination| LinkDefinition { is_used: used.contains(&span.start), span, destination };
    let known = parser.reference_definitions().iter();
    let mut definitions: Vec<LinkDefinition> = known.map(|(_, known)| definition(known.span.clone(), known.dest.to_string())).collect();
    definitions.sort_by_key(|definition| definition.span.start);
    Parsed { events: reader.events, definitions }
}

/// Name of the definition that a reference link uses.
fn name_of_definition<'e>(event: &'e ParserEvent<'_>) -> Option<&'e str> {
    match event {
        ParserEvent::Start(
            Tag::Link { link_type: LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut, id, .. }
            | Tag::Image { link_type: LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut, id, .. },
        ) => Some(id),
        _ => None,
    }
}

struct MarkdownReader<'a> {
    body: &'a str,
    in_code_block: bool,
    events: Vec<SpannedEvent<'a>>,
}

impl<'a> MarkdownReader<'a> {
    fn push(&mut self, event: ParserEvent<'a>, span: Range<usize>) {
        let event = match event {
            ParserEvent::Text(text) => match self.source_of(&text, &span) {
                Some(source) => return self.push_source(source, span),
                None => MarkdownEvent::Text(clean(text)),
            },
            // In Thai a single tilde means “about” or “to” (09.00~16.00 น.); only double tildes
            // strike out.
            ParserEvent::Start(Tag::Strikethrough) if !self.is_double_tilde(&span) => return self.push_tilde(span.start),
            ParserEvent::End(TagEnd::Strikethrough) if !self.is_double_tilde(&span) => return self.push_tilde(span.end.saturating_sub(1)),
            ParserEvent::Start(tag) => {
                self.in_code_block |= matches!(tag, Tag::CodeBlock(_));
                MarkdownEvent::Start(clean_tag(tag).into())
            }
            ParserEvent::End(end) => {
                self.in_code_block &= end != TagEnd::CodeBlock;
                MarkdownEvent::End(end)
            }
            ParserEvent::Code(text) | ParserEvent::InlineMath(text) | ParserEvent::DisplayMath(text) => MarkdownEvent::Code(clean(text)),
            ParserEvent::Html(html) | ParserEvent::InlineHtml(html) => MarkdownEvent::Html(clean(html)),
            ParserEvent::FootnoteReference(label) => MarkdownEvent::FootnoteLabel(label),
            ParserEvent::SoftBreak => MarkdownEvent::SoftBreak,
            ParserEvent::HardBreak => MarkdownEvent::HardBreak,
            ParserEvent::Rule => MarkdownEvent::Rule,
            ParserEvent::TaskListMarker(true) => MarkdownEvent::Task(TaskState::Done),
            ParserEvent::TaskListMarker(false) => MarkdownEvent::Task(TaskState::NotDone),
        };
        self.events.push(SpannedEvent::new(event, span));
    }

    fn is_double_tilde(&self, strikethrough: &Range<usize>) -> bool {
        self.body.get(strikethrough.start..).is_some_and(|source| source.starts_with("~~"))
    }

    fn push_tilde(&mut self, at: usize) {
        let span = at..at + 1;
        if let Some(tilde) = self.body.get(span.clone()) {
            self.push_source(tilde, span);
        }
    }

    /// The source at `span` if it equals `text` and needs no cleaning.
    fn source_of(&self, text: &str, span: &Range<usize>) -> Option<&'a str> {
        let source = self.body.get(span.clone())?;
        // Usually the same slice.
        let is_same = std::ptr::eq(source, text) || source == text;
        (is_same && is_clean(source)).then_some(source)
    }

    /// Adds text from the body, merged with the preceding event if adjacent: the parser emits every
    /// unpaired asterisk and bracket separately.
    fn push_source(&mut self, source: &'a str, span: Range<usize>) {
        let stars = self.are_stars(source, span.start);
        if let Some(last) = self.events.last_mut().filter(|last| last.span.end == span.start) {
            let whole = self.body.get(last.span.start..span.end).unwrap_or_default();
            match &mut last.event {
                MarkdownEvent::Stars(text) if stars => {
                    *text = whole;
                    last.span.end = span.end;
                    return;
                }
                MarkdownEvent::Text(text) if !stars && is_part_of(text, whole) => {
                    *text = whole.into();
                    last.span.end = span.end;
                    return;
                }
                _ => {}
            }
        }
        let event = if stars { MarkdownEvent::Stars(source) } else { MarkdownEvent::Text(source.into()) };
        self.events.push(SpannedEvent::new(event, span));
    }

    fn are_stars(&self, source: &str, start: usize) -> bool {
        !self.in_code_block
            && !source.is_empty()
            && source.bytes().all(|byte| byte == b'*')
            && !is_escaped(self.body.get(..start).unwrap_or_default())
    }
}

/// True if `text` is a prefix of `whole` in memory, not only equal: some entities are as long as
/// the characters they stand for.
fn is_part_of(text: &str, whole: &str) -> bool {
    std::ptr::eq(text.as_ptr(), whole.as_ptr())
}

/// True if the character after `before` is escaped, that is, preceded by an odd number of
/// backslashes.
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
