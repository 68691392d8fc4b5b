use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::mem;
use std::ops::Range;

use pulldown_cmark::{CowStr, Tag, TagEnd};

use super::event::{FootnoteMark, MarkdownEvent, SpannedEvent};
use super::outline::{UnshownKind, UnshownMarkup};

/// Numbers the footnotes by first reference, and moves their content to the end in that order.
///
/// Footnotes may contain references; these count after those in the main text.
pub(super) fn place<'a>(events: Vec<SpannedEvent<'a>>, refusals: &mut Vec<UnshownMarkup>) -> Vec<SpannedEvent<'a>> {
    let (mut placed, definitions) = split(events);
    let mut numbering = Numbering::new(definitions, refusals);
    numbering.number(&mut placed);
    let mut footnotes = Vec::new();
    while let Some(mut footnote) = numbering.text_of(footnotes.len() + 1) {
        numbering.number(&mut footnote);
        footnotes.push(footnote);
    }
    if !footnotes.is_empty() {
        numbering.append(footnotes, &mut placed);
    }
    numbering.refuse_unused(refusals);
    placed
}

/// The anchor of footnote `number`.
pub(super) fn footnote_id(number: usize) -> String {
    format!("fn-{number}")
}

/// The anchor of a footnote reference.
pub(super) fn mark_id(mark: FootnoteMark) -> String {
    match mark.occurrence {
        1 => format!("fnref-{}", mark.number),
        occurrence => format!("fnref-{}-{occurrence}", mark.number),
    }
}

/// The anchor of the footnotes heading.
pub(super) const SECTION_ID: &str = "footnotes";

struct FootnoteDefinition<'a> {
    label: CowStr<'a>,
    span: Range<usize>,
    events: Vec<SpannedEvent<'a>>,
}

/// Separates the definitions from the text and from each other.
fn split<'a>(events: Vec<SpannedEvent<'a>>) -> (Vec<SpannedEvent<'a>>, Vec<FootnoteDefinition<'a>>) {
    let mut open: Vec<FootnoteDefinition<'a>> = Vec::new();
    let mut definitions = Vec::new();
    let take_out = |event: SpannedEvent<'a>| {
        if let Some(definition) = begin(&event) {
            open.push(definition);
        } else if event.event == MarkdownEvent::End(TagEnd::FootnoteDefinition) {
            definitions.extend(open.pop());
        } else if let Some(definition) = open.last_mut() {
            definition.events.push(event);
        } else {
            return Some(event);
        }
        None
    };
    let text = events.into_iter().filter_map(take_out).collect();
    definitions.sort_by_key(|definition| definition.span.start);
    (text, definitions)
}

/// The definition that `event` starts.
fn begin<'a>(event: &SpannedEvent<'a>) -> Option<FootnoteDefinition<'a>> {
    let MarkdownEvent::Start(tag) = &event.event else {
        return None;
    };
    let Tag::FootnoteDefinition(label) = &**tag else {
        return None;
    };
    Some(FootnoteDefinition { label: label.clone(), span: event.span.clone(), events: Vec::new() })
}

struct Numbering<'a> {
    /// Keyed by lower-case label, since labels are case-insensitive (CommonMark 4.7).
    waiting: HashMap<String, FootnoteDefinition<'a>>,
    numbers: HashMap<String, usize>,
    /// Indexed by number − 1.
    texts: Vec<Vec<SpannedEvent<'a>>>,
    marks: Vec<usize>,
}

impl<'a> Numbering<'a> {
    fn new(definitions: Vec<FootnoteDefinition<'a>>, refusals: &mut Vec<UnshownMarkup>) -> Self {
        let mut waiting = HashMap::new();
        for definition in definitions {
            let key = definition.label.to_lowercase();
            match waiting.entry(key) {
                Entry::Occupied(_) => refusals.push(unused(definition.span)),
                Entry::Vacant(first) => {
                    first.insert(definition);
                }
            }
        }
        Numbering { waiting, numbers: HashMap::new(), texts: Vec::new(), marks: Vec::new() }
    }

    /// Replaces labels by numbers.
    fn number(&mut self, events: &mut [SpannedEvent<'a>]) {
        for event in events {
            if let MarkdownEvent::FootnoteLabel(label) = &event.event {
                event.event = match self.mark(label) {
                    Some(mark) => MarkdownEvent::FootnoteMark(mark),
                    None => MarkdownEvent::Text(format!("[^{label}]").into()),
                };
            }
        }
    }

    fn mark(&mut self, label: &str) -> Option<FootnoteMark> {
        let key = label.to_lowercase();
        if let Some(definition) = self.waiting.remove(&key) {
            self.texts.push(definition.events);
            self.marks.push(0);
            self.numbers.insert(key.clone(), self.texts.len());
        }
        let number = *self.numbers.get(&key)?;
        let marks = self.marks.get_mut(number - 1)?;
        *marks += 1;
        Some(FootnoteMark { number, occurrence: *marks })
    }

    fn text_of(&mut self, number: usize) -> Option<Vec<SpannedEvent<'a>>> {
        self.texts.get_mut(number - 1).map(mem::take)
    }

    fn append(&self, footnotes: Vec<Vec<SpannedEvent<'a>>>, events: &mut Vec<SpannedEvent<'a>>) {
        let end = events.last().map_or(0, |last| last.span.end);
        let at_end = |event| SpannedEvent::new(event, end..end);
        events.push(at_end(MarkdownEvent::FootnotesStart));
        for (at, (footnote, marks)) in footnotes.into_iter().zip(&self.marks).enumerate() {
            let number = at + 1;
            events.push(at_end(MarkdownEvent::FootnoteStart { number }));
            events.extend(footnote);
            events.push(at_end(MarkdownEvent::FootnoteEnd { number, marks: *marks }));
        }
        events.push(at_end(MarkdownEvent::FootnotesEnd));
    }

    fn refuse_unused(self, refusals: &mut Vec<UnshownMarkup>) {
        refusals.extend(self.waiting.into_values().map(|definition| unused(definition.span)));
    }
}

fn unused(span: Range<usize>) -> UnshownMarkup {
    UnshownMarkup { span, kind: UnshownKind::UnusedFootnote }
}

#[cfg(test)]
mod tests {
    use crate::markdown::UnshownKind::UnusedFootnote;
    use crate::markdown::testing::{html, outline, refusals};

    #[test]
    fn a_footnote_stands_at_the_end_and_leads_back() {
        assert_eq!(
            html("ก[^ข]\n\n[^ข]: ค\n\nง"),
            "<p>ก<sup><a id=\"fnref-1\" href=\"#fn-1\">1</a></sup></p>\n<p>ง</p>\n\
             <section class=\"footnotes\" aria-labelledby=\"footnotes\">\n<h2 id=\"footnotes\">เชิงอรรถ</h2>\n<ol>\n\
             <li id=\"fn-1\"><p>ค <a class=\"footnote-back\" href=\"#fnref-1\" aria-label=\"กลับไปที่เชิงอรรถ 1\">↩</a></p>\n</li>\n\
             </ol>\n</section>\n"
        );
    }

    #[test]
    fn footnotes_are_numbered_by_their_first_mark() {
        let html = html("ก[^b]ข[^a]ค[^B]\n\n[^a]: หนึ่ง[^c]\n\n[^b]: สอง\n\n[^c]: สาม");
        let place = |piece: &str| html.find(piece).unwrap_or_else(|| panic!("{piece}: {html}"));
        assert!(place("<li id=\"fn-1\"><p>สอง") < place("<li id=\"fn-2\"><p>หนึ่ง"));
        assert!(place("<li id=\"fn-2\"><p>หนึ่ง") < place("<li id=\"fn-3\"><p>สาม"));
        assert!(html.contains("id=\"fnref-1-2\"") && html.contains("href=\"#fnref-1-2\""), "{html}");
    }

    #[test]
    fn footnotes_may_refer_to_each_other_in_a_circle() {
        let outline = outline("ก[^a]\n\n[^a]: ข[^b]\n\n[^b]: ค[^a]");
        assert_eq!(outline.anchors().collect::<Vec<_>>(), ["fnref-1", "footnotes", "fn-1", "fnref-2", "fn-2", "fnref-1-2"]);
    }

    #[test]
    fn a_mark_without_a_footnote_stays_text() {
        assert_eq!(html("ก[^ไม่มี]"), "<p>ก[^ไม่มี]</p>\n");
    }

    #[test]
    fn a_footnote_without_a_mark_is_refused() {
        assert_eq!(refusals("ก[^a]\n\n[^a]: ข\n\n[^b]: ค\n\n[^a]: ง"), [("[^b]: ค", UnusedFootnote), ("[^a]: ง", UnusedFootnote)]);
    }
}
