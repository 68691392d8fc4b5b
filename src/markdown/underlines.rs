use pulldown_cmark::Tag;

use super::event::{MarkdownEvent, SpannedEvent};
use super::outline::{UnshownKind, UnshownMarkup};

/// Reports unintended setext headings. A line of dashes is usually meant as a separator; a line of
/// equals signs below a single line is accepted as intended.
pub(super) fn report(body: &str, events: &[SpannedEvent], refusals: &mut Vec<UnshownMarkup>) {
    for SpannedEvent { event, span } in events {
        let MarkdownEvent::Start(tag) = event else { continue };
        let Some(source) = body.get(span.clone()).filter(|source| matches!(**tag, Tag::Heading { .. }) && !source.starts_with('#')) else {
            continue;
        };
        let source = source.trim_end();
        let Some((above, line)) = source.rsplit_once('\n') else { continue };
        let line = line.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
        let is_meant = line.starts_with("===") && !above.contains('\n');
        // Merge conflicts are reported elsewhere.
        if !is_meant && !above.contains("<<<<<<<") {
            let end = span.start + source.len();
            let above = above.trim_end().rsplit('\n').next().unwrap_or_default().to_owned();
            refusals.push(UnshownMarkup { span: end - line.len()..end, kind: UnshownKind::Underline { above } });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::UnshownKind::Underline;
    use crate::markdown::testing::refusals;

    #[test]
    fn a_line_under_a_text_is_named() {
        for (body, line, above) in [
            ("ก\nข\n-----\n\nค", "-----", "ข"),
            ("ก\n-", "-", "ก"),
            ("> ก\n> ---", "---", "ก"),
            ("- ก\n  ---", "---", "ก"),
            ("ก\nข\n=====", "=====", "ข"),
        ] {
            assert_eq!(refusals(body), [(line, Underline { above: above.into() })], "{body}");
        }
        for body in ["ก\n\n-----\n\nข", "# ก\n---", "หัวข้อ\n=======", "|ก|\n|-|\n|ข|", "ก\n***", "ก\n***\nข\n___"]
        {
            assert_eq!(refusals(body), [], "{body}");
        }
    }
}
