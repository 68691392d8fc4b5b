use super::event::{Event, Spanned};
use super::outline::{Refusal, RefusalKind};

/// Cuts `events` where more than `limit` blocks and inline elements stand inside one another. What is open is closed, and the rest of
/// the body follows as source, so that nothing is lost.
pub(super) fn limit<'a>(body: &'a str, events: &mut Vec<Spanned<'a>>, limit: usize, refusals: &mut Vec<Refusal>) {
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
    refusals.push(Refusal { span, kind: RefusalKind::Nesting { limit } });
}

#[cfg(test)]
mod tests {
    use crate::markdown::testing::html_within;
    use crate::markdown::{Limits, RefusalKind, outline};

    #[test]
    fn what_is_nested_too_deep_is_shown_as_source() {
        let limits = Limits { max_nesting: 3, ..Limits::default() };
        let body = "ก\n\n> > ข\n> >\n> > > <i>ค\n\nง";
        assert_eq!(
            html_within(body, &limits),
            "<p>ก</p>\n<blockquote>\n<blockquote>\n<p>ข</p>\n<blockquote>\n</blockquote>\n</blockquote>\n</blockquote>\n\
             <pre class=\"markdown-source\">&lt;i&gt;ค\n\nง</pre>\n"
        );
        let refusals = outline(body, &limits).refusals;
        let last = refusals.last().unwrap();
        assert_eq!((&body[last.span.clone()], &last.kind), ("<i>ค", &RefusalKind::Nesting { limit: 3 }));
    }

    #[test]
    fn what_is_nested_as_deep_as_allowed_is_not_touched() {
        let limits = Limits { max_nesting: 3, ..Limits::default() };
        assert_eq!(outline("> > ข", &limits).refusals, []);
    }
}
