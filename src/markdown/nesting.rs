use super::event::{Event, Spanned};
use super::outline::{Refusal, RefusalKind};

/// Cuts `events` where more than `limit` blocks and inline elements stand inside one another. What is open is closed, and the rest of
/// the body follows as source, so that nothing is lost.
pub(super) fn limit<'a>(
    body: &'a str,
    events: &mut Vec<Spanned<'a>>,
    limit: usize,
    refusals: &mut Vec<Refusal>,
) {
    let mut open = Vec::new();
    let mut cut = None;
    for (at, Spanned { event, span }) in events.iter().enumerate() {
        match event {
            Event::Start(_) if open.len() >= limit => {
                cut = Some((at, span.clone()));
                break;
            }
            Event::Start(tag) => open.push(tag.to_end()),
            Event::End(_) => {
                open.pop();
            }
            _ => {}
        }
    }
    let Some((at, span)) = cut else { return };
    events.truncate(at);
    let here = span.start..span.start;
    events.extend(open.into_iter().rev().map(|end| Spanned::new(Event::End(end), here.clone())));
    let rest = body.get(span.start..).unwrap_or_default();
    events.push(Spanned::new(Event::Source(rest.into()), span.start..body.len()));
    refusals.push(Refusal {
        span,
        kind: RefusalKind::Nesting { limit },
    });
}
