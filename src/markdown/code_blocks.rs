//! Unintended code: an indented paragraph, an unclosed fence, text after a fence.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Tag};

use super::event::{MarkdownEvent, SpannedEvent};
use super::lines::{after, before};
use super::outline::{UnshownKind, UnshownMarkup};

/// Reports unintended code.
pub(super) fn report(body: &str, events: &[SpannedEvent], refusals: &mut Vec<UnshownMarkup>) {
    for SpannedEvent { event, span } in events {
        let MarkdownEvent::Start(tag) = event else { continue };
        match &**tag {
            Tag::CodeBlock(CodeBlockKind::Indented) => refusals.extend(indented(body, span)),
            Tag::CodeBlock(CodeBlockKind::Fenced(behind)) => {
                let fence = span.start..span.start + after(body, span.start).len();
                if is_text(behind) {
                    refusals.push(UnshownMarkup { span: fence.clone(), kind: UnshownKind::TextBehindFence });
                }
                if !is_closed(body, span) {
                    refusals.push(UnshownMarkup { span: fence, kind: UnshownKind::OpenFence });
                }
            }
            _ => {}
        }
    }
}

/// Reports an indented block of prose by its first line. Authors of code normally use fences; an
/// indented block is more often meant as a paragraph.
fn indented(body: &str, block: &Range<usize>) -> Option<UnshownMarkup> {
    let source = body.get(block.clone())?;
    let is_thai = source.contains(|c: char| ('\u{E00}'..='\u{E7F}').contains(&c));
    let is_code = !is_thai && source.contains(|c| "{}=;<>$\\/|`".contains(c));
    let start = block.start + source.len() - source.trim_start().len();
    let line = after(body, start).trim_end();
    // Up to the first tab or four spaces, the prefix of the line belongs to the enclosing quotes
    // and lists.
    let around = before(body, start).trim_end_matches([' ', '\t']);
    let kind = UnshownKind::IndentedText { line: format!("{around}{}{line}", if around.is_empty() { "" } else { " " }) };
    (!is_code).then_some(UnshownMarkup { span: start..start + line.len(), kind })
}

/// True if the info string is more than a language name.
fn is_text(behind: &str) -> bool {
    let behind = behind.trim();
    let is_name = is_language(behind) && behind.starts_with(|c: char| c.is_ascii_alphabetic());
    !(is_name || behind.is_empty())
}

/// True if `word` can be part of a class name without escaping.
pub(super) fn is_language(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_alphanumeric() || "_+-".contains(c))
}

fn is_closed(body: &str, block: &Range<usize>) -> bool {
    let source = body.get(block.clone()).unwrap_or_default().trim_end();
    let mark = if source.starts_with('~') { '~' } else { '`' };
    let length = |line: &str| line.len() - line.trim_start_matches(mark).len();
    let Some((first, rest)) = source.split_once('\n') else { return false };
    let last = rest.rsplit('\n').next().unwrap_or_default().trim_start_matches(|c: char| c.is_whitespace() || c == '>');
    length(last) == last.len() && length(last) >= length(first)
}

#[cfg(test)]
mod tests {
    use crate::markdown::UnshownKind::{IndentedText, OpenFence, TextBehindFence};
    use crate::markdown::testing::refusals;

    #[test]
    fn an_indented_paragraph_is_named_with_its_line() {
        for (body, place, line) in [
            ("\tก ข\nค", "ก ข", "ก ข"),
            ("ก\n\n        ข\n        ค", "ข", "ข"),
            ("- ก\n\n      ข", "ข", "ข"),
            ("> ก\n>\n>     ข", "ข", "> ข"),
            ("    1,200 บาท", "1,200 บาท", "1,200 บาท"),
            ("    Some words.", "Some words.", "Some words."),
        ] {
            let expected = (place, IndentedText { line: line.into() });
            assert_eq!(refusals(body), [expected], "{body}");
        }
        assert_eq!(refusals("    let a = 1;\n\nก\n    ข"), []);
    }

    #[test]
    fn an_open_fence_and_words_behind_one_are_named() {
        assert_eq!(refusals("```\nก\n\nข"), [("```", OpenFence)]);
        assert_eq!(refusals("> ~~~\n> ก\n\nข"), [("~~~", OpenFence)]);
        assert_eq!(refusals("````\nก\n```"), [("````", OpenFence)]);
        assert_eq!(refusals("```"), [("```", OpenFence)]);
        assert_eq!(refusals("```ข้อความ\nก\n```"), [("```ข้อความ", TextBehindFence)]);
        assert_eq!(refusals("~~~ 2566\nก\n~~~"), [("~~~ 2566", TextBehindFence)]);
        for body in ["```\nก\n```", "- ```\n  ก\n  ```", "> ``` c++ \n> ก\n> ```", "~~~\n~~~~", "```\n```  "] {
            assert_eq!(refusals(body), [], "{body}");
        }
    }
}
