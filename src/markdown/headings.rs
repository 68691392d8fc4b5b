use pulldown_cmark::{HeadingLevel, Tag, TagEnd};

use super::event::{Event, Spanned};
use super::heading_id::{Ids, id_of_text, safe_id};
use super::outline::{Heading, Refusal, RefusalKind};

/// Records the headings in the order of the page, each with an id of its own.
///
/// Ids that authors wrote are given before those made of text, because other pages link to them.
pub(super) fn place(events: &mut [Spanned], ids: &mut Ids, refusals: &mut Vec<Refusal>) -> Vec<Heading> {
    let mut drafts = collect(events, refusals);
    for draft in &mut drafts {
        give_written_id(draft, ids, refusals);
    }
    for (at, draft) in drafts.iter_mut().enumerate() {
        if draft.written_id.is_none() {
            let id = id_of_text(&draft.heading.text);
            let wanted = if id.is_empty() { format!("section-{}", at + 1) } else { id };
            draft.heading.id = ids.give(wanted);
        }
    }
    drafts.into_iter().map(|draft| draft.heading).collect()
}

/// A heading whose id is not settled.
struct Draft {
    heading: Heading,
    written_id: Option<String>,
}

fn collect(events: &mut [Spanned], refusals: &mut Vec<Refusal>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut is_open = false;
    for Spanned { event, span } in events {
        match event {
            Event::Start(tag) => {
                if let Tag::Heading { level, id, classes, attrs } = &**tag {
                    let written_id = id.as_deref().and_then(safe_id);
                    if written_id.is_some() != id.is_some() || !classes.is_empty() || !attrs.is_empty() {
                        refusals.push(Refusal {
                            span: span.clone(),
                            kind: RefusalKind::HeadingAttributes,
                        });
                    }
                    let heading = Heading {
                        level: printed_level(*level),
                        id: String::new(),
                        text: String::new(),
                        span: span.clone(),
                    };
                    *event = Event::HeadingStart(drafts.len());
                    drafts.push(Draft { heading, written_id });
                    is_open = true;
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                *event = Event::HeadingEnd(drafts.len().saturating_sub(1));
                is_open = false;
            }
            event if is_open => {
                if let Some(draft) = drafts.last_mut() {
                    event.push_text(&mut draft.heading.text);
                }
            }
            _ => {}
        }
    }
    drafts
}

/// The first level belongs to the page.
fn printed_level(level: HeadingLevel) -> u8 {
    (level as u8).max(2)
}

fn give_written_id(draft: &mut Draft, ids: &mut Ids, refusals: &mut Vec<Refusal>) {
    let Some(id) = draft.written_id.clone() else { return };
    if ids.is_taken(&id) {
        refusals.push(Refusal {
            span: draft.heading.span.clone(),
            kind: RefusalKind::DuplicateId { id: id.clone() },
        });
    }
    draft.heading.id = ids.give(id);
}
