use super::event::{MarkdownEvent, SpannedEvent};
use super::outline::{UnshownKind, UnshownMarkup};

/// Truncates `events` where nesting exceeds `limit` levels of blocks and inline elements. Closes
/// open elements and appends the rest of the body as source, so that no text is lost.
pub(super) fn limit<'a>(body: &'a str, events: &mut Vec<SpannedEvent<'a>>, limit: usize, refusals: &mut Vec<UnshownMarkup>) {
    let mut open = Vec::new();
    let mut cut = None;
    for (at, SpannedEvent { event, span }) in events.iter().enumerate() {
        match event {
            MarkdownEvent::Start(_) if open.len() >= limit => {
                cut = Some((at, span.clone()));
                break;
            }
            MarkdownEvent::Start(tag) => open.push(tag.to_end()),
            MarkdownEvent::End(_) => {
                open.pop();
            }
            _ => {}
        }
    }
    let Some((at, span)) = cut else { return };
    events.truncate(at);
    let here = span.start..span.start;
    events.extend(open.into_iter().rev().map(|end| SpannedEvent::new(MarkdownEvent::End(end), here.clone())));
    let rest = body.get(span.start..).unwrap_or_default();
    events.push(SpannedEvent::new(MarkdownEvent::Source(rest.into()), span.start..body.len()));
    refusals.push(UnshownMarkup { span, kind: UnshownKind::Nesting { limit } });
}

#[cfg(test)]
mod tests {
    use crate::markdown::testing::html_within;
    use crate::markdown::{MarkdownLimits, UnshownKind, outline};

    #[test]
    fn what_is_nested_too_deep_is_shown_as_source() {
        let limits = MarkdownLimits { max_nesting: 3, ..MarkdownLimits::default() };
        let body = "ก\n\n> > ข\n> >\n> > > <i>ค\n\nง";
        assert_eq!(
            html_within(body, &limits),
            "<p>ก</p>\n<blockquote>\n<blockquote>\n<p>ข</p>\n<blockquote>\n</blockquote>\n</blockquote>\n</blockquote>\n\
             <pre class=\"markdown-source\">&lt;i&gt;ค\n\nง</pre>\n"
        );
        let refusals = outline(body, &limits).refusals;
        let last = refusals.last().unwrap();
        assert_eq!((&body[last.span.clone()], &last.kind), ("<i>ค", &UnshownKind::Nesting { limit: 3 }));
    }

    #[test]
    fn what_is_nested_as_deep_as_allowed_is_not_touched() {
        let limits = MarkdownLimits { max_nesting: 3, ..MarkdownLimits::default() };
        assert_eq!(outline("> > ข", &limits).refusals, []);
    }
}
