//! Code in a body (commands, addresses, examples), to which wording rules do not apply.

use std::ops::Range;

use pulldown_cmark::Tag;

use super::event::MarkdownEvent;
use super::reading;

/// Byte ranges of code blocks and code spans; empty if the parser fails, which the outline reports.
pub fn code(body: &str) -> Vec<Range<usize>> {
    let events = reading::read(body).unwrap_or_default().events;
    let is_code = |event: &MarkdownEvent<'_>| match event {
        MarkdownEvent::Code(_) => true,
        MarkdownEvent::Start(tag) => matches!(**tag, Tag::CodeBlock(_)),
        _ => false,
    };
    events.into_iter().filter(|event| is_code(&event.event)).map(|event| event.span).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_and_spans_are_code() {
        let body = "ก `ข` ค\n\n```\nง\n```\n\n    จ\n\nฉ";
        let found: Vec<&str> = code(body).into_iter().map(|span| body[span].trim()).collect();
        assert_eq!(found, ["`ข`", "```\nง\n```", "จ"]);
    }
}
