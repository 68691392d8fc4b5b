use std::ops::Range;

use memchr::{memchr, memchr3};

use super::event::{MarkdownEvent, SpannedEvent, count_tables};
use super::footnotes::{self, SECTION_ID, footnote_id, mark_id};
use super::heading_id::Ids;
use super::limits::MarkdownLimits;
use super::links::{self, PlacedLink};
use super::outline::{Heading, Link, Outline, UnshownKind, UnshownMarkup};
use super::reading::{self, Parsed};
use super::{
    addresses, code_blocks, emphasis, headings, images, lists, lost_text, nesting, raw_html, sections, spaced_links, underlines,
    visible_marks,
};

/// A parsed body, from which both outline and HTML are made.
#[derive(Debug)]
pub(super) struct MarkdownDocument<'a> {
    pub events: Vec<SpannedEvent<'a>>,
    pub headings: Vec<Heading>,
    pub links: Vec<PlacedLink<'a>>,
    refusals: Vec<UnshownMarkup>,
    footnote_ids: Vec<String>,
}

impl<'a> MarkdownDocument<'a> {
    /// Runs the steps listed in the documentation of the module.
    pub fn read(body: &'a str, limits: &MarkdownLimits) -> Self {
        let Ok(Parsed { events, definitions }) = reading::read(body) else {
            return MarkdownDocument::unreadable(body);
        };
        let mut refusals = Vec::new();
        lost_text::report(body, &events, &definitions, &mut refusals);
        lists::report(body, &events, &mut refusals);
        code_blocks::report(body, &events, &mut refusals);
        underlines::report(body, &events, &mut refusals);
        // `raw_html`, `images` and `footnotes` move every event, for characters that few bodies
        // contain; each is skipped if its character is missing. One scan for `<`, `^` and `~`
        // settles most bodies.
        let has_any = memchr3(b'<', b'^', b'~', body.as_bytes()).is_some();
        let has = |byte: u8| has_any && memchr(byte, body.as_bytes()).is_some();
        let events = if has(b'<') { raw_html::show(body, events, &mut refusals) } else { events };
        let mut events = emphasis::pair_beside_thai(body, events);
        if events.iter().any(|event| may_be_a_mark(&event.event)) || has(b'~') {
            visible_marks::report(body, &events, &mut refusals);
            spaced_links::report(body, &events, &mut refusals);
        }
        nesting::limit(body, &mut events, limits.max_nesting, &mut refusals);
        let events = if memchr(b'!', body.as_bytes()).is_some() { images::fold(events, &mut refusals) } else { events };
        let events = if has(b'^') { footnotes::place(events, &mut refusals) } else { events };
        let mut events = if addresses::may_be_in(body, &events) { addresses::link(body, events) } else { events };

        let footnote_ids = footnote_ids(&events);
        let mut ids = Ids::default();
        let reserved = limits.reserved_ids.iter().copied();
        reserved.chain(footnote_ids.iter().map(String::as_str)).for_each(|id| ids.reserve(id));
        let headings = headings::place(&mut events, &mut ids, &mut refusals);
        let links = links::place(body, &mut events, &mut refusals);

        let headings = headings.into_iter().map(|heading| Heading { span: without_line_end(body, heading.span), ..heading });
        for refusal in &mut refusals {
            refusal.span = without_line_end(body, refusal.span.clone());
        }
        refusals.sort_by_key(|refusal| (refusal.span.start, refusal.span.end));
        MarkdownDocument { events, headings: headings.collect(), links, refusals, footnote_ids }
    }

    fn unreadable(body: &'a str) -> Self {
        let span = 0..body.len();
        MarkdownDocument {
            events: vec![SpannedEvent::new(MarkdownEvent::Source(body.into()), span.clone())],
            headings: Vec::new(),
            links: Vec::new(),
            refusals: vec![UnshownMarkup { span, kind: UnshownKind::ParserPanic }],
            footnote_ids: Vec::new(),
        }
    }

    /// The outlines of all pages stay in memory until the site is written, so spare capacity is
    /// released.
    pub fn into_outline(self) -> Outline {
        let (tables, sections) = (count_tables(&self.events), sections::shown(&self.events));
        let MarkdownDocument { mut headings, links, refusals, footnote_ids, .. } = self;
        let mut links: Vec<Link> = links.into_iter().map(|placed| placed.link).collect();
        headings.shrink_to_fit();
        links.shrink_to_fit();
        Outline { headings, sections, links, refusals, tables, footnote_ids }
    }
}

/// True if the text may contain a mark that remains visible. Most bodies have none, so one scan
/// covers all kinds.
fn may_be_a_mark(event: &MarkdownEvent) -> bool {
    match event {
        MarkdownEvent::Stars(_) => true,
        MarkdownEvent::Text(text) => memchr3(b'*', b'_', b']', text.as_bytes()).is_some(),
        _ => false,
    }
}

fn footnote_ids(events: &[SpannedEvent]) -> Vec<String> {
    let anchor = |event: &SpannedEvent| match event.event {
        MarkdownEvent::FootnoteMark(mark) => Some(mark_id(mark)),
        MarkdownEvent::FootnotesStart => Some(SECTION_ID.to_owned()),
        MarkdownEvent::FootnoteStart { number } => Some(footnote_id(number)),
        _ => None,
    };
    events.iter().filter_map(anchor).collect()
}

/// Trims the trailing line end that the parser includes in blocks, so that a message does not also
/// point at the next line.
fn without_line_end(body: &str, span: Range<usize>) -> Range<usize> {
    let source = body.get(span.clone()).unwrap_or_default();
    span.start..span.start + source.trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_on_which_the_parser_fails_is_shown_whole() {
        let document = MarkdownDocument::unreadable("<b>ก");
        assert_eq!(document.events, [SpannedEvent::new(MarkdownEvent::Source("<b>ก".into()), 0..6)]);
        let refusals = document.into_outline().refusals;
        let [UnshownMarkup { span, kind: UnshownKind::ParserPanic }] = &refusals[..] else {
            panic!("{refusals:?}");
        };
        assert_eq!(*span, 0..6);
    }
}
