//! Reports invisible direction control characters, which reverse the displayed order of the text
//! after them.

use std::ops::Range;

use memchr::memchr2_iter;

use super::escapes::{escapes_of_data, references};
use crate::base::{RelPath, is_direction, is_direction_override};
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::slice::slice;
use crate::source::TextFile;

pub(super) const PAGES: Check = Check { run: CheckScope::Pages(of_page) };

pub(super) const DATA: Check = Check { run: CheckScope::Site(of_data) };

fn of_page(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let body = &page.document.body;
    let in_text = references(page.file).into_iter().filter(|(span, c)| span.start >= body.range.start && is_direction(*c)).collect();
    let escaped = page.visible(in_text).into_iter().chain(in_data(&page.document.source, page.file, 0..body.range.start));
    turned(&page.document.source, page.file, escaped.collect()).into_iter().collect()
}

fn of_data(checked: &CheckContext<'_>) -> Diagnostics {
    let data = checked.tree.texts_below("content/").filter(|file| matches!(file.path.extension().as_str(), "yaml" | "yml"));
    let fault = |file: &TextFile| {
        let text = &*file.text.read();
        turned(&file.path, text, in_data(&file.path, text, 0..text.len()))
    };
    data.filter_map(fault).collect()
}

fn in_data(path: &RelPath, text: &str, data: Range<usize>) -> Vec<(Range<usize>, char)> {
    escapes_of_data(path, text, data).into_iter().filter(|(_, c)| is_direction(*c)).collect()
}

/// Reports the first such character of a file, with the code points of all; `escaped` are those that
/// are written as escapes.
fn turned(path: &RelPath, text: &str, escaped: Vec<(Range<usize>, char)>) -> Option<Diagnostic> {
    let mut found = letters(text);
    found.extend(escaped.iter().cloned());
    found.sort_by_key(|(span, _)| span.start);
    // Direction marks and embeddings are legitimate in text with right-to-left scripts; overrides
    // never are.
    if found.iter().any(|(_, c)| !is_direction_override(*c))
        && text.chars().any(|c| matches!(c, '\u{590}'..='\u{61B}' | '\u{61D}'..='\u{8FF}'))
    {
        found.retain(|(_, c)| is_direction_override(*c));
    }
    let (place, _) = found.first()?.clone();
    let mut codes: Vec<String> = found.iter().map(|(_, c)| format!("U+{:04X}", u32::from(*c))).collect();
    codes.sort_unstable();
    codes.dedup();
    let start = text.get(..place.start)?.rfind('\n').map_or(0, |at| at + 1);
    let end = text.get(place.start..)?.find('\n').map_or(text.len(), |at| place.start + at);
    let (mut plain, mut done) = (String::new(), start);
    for (span, _) in escaped.iter().filter(|(span, _)| span.start >= start && span.end <= end) {
        plain.push_str(slice(text, done..span.start));
        done = span.end;
    }
    plain.push_str(slice(text, done..end));
    let repaired: String = plain.trim().chars().filter(|c| !is_direction(*c)).collect();
    let diagnostic = Diagnostic::new("direction-letters", SourceSpan::new(path, place));
    Some(diagnostic.with("codes", codes.join(", ")).with("count", found.len()).with("repaired", repaired))
}

/// Returns the control characters with their places. Their lead bytes (E2, D8) start no Thai letter.
fn letters(text: &str) -> Vec<(Range<usize>, char)> {
    let candidates = memchr2_iter(0xE2, 0xD8, text.as_bytes());
    let letter = |at: usize| text.get(at..)?.chars().next().map(|c| (at..at + c.len_utf8(), c));
    candidates.filter_map(letter).filter(|(_, c)| is_direction(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_the_kind_is_found_and_no_other() {
        for c in ('\u{600}'..='\u{6FF}').chain('\u{2000}'..='\u{20FF}') {
            let is_meant = matches!(u32::from(c), 0x61C | 0x200E | 0x200F | 0x202A..=0x202E | 0x2066..=0x2069);
            assert_eq!(!letters(&format!("ก{c}ข")).is_empty(), is_meant, "{c:?}");
        }
    }

    #[test]
    fn where_arabic_is_written_only_forced_directions_are_found() {
        let path = RelPath::new("content/pages/a.md").unwrap();
        assert!(turned(&path, "\u{200F}ก", Vec::new()).is_some());
        assert!(turned(&path, "\u{200F}\u{2067}مرحبا\u{2069}", Vec::new()).is_none());
        assert!(turned(&path, "\u{202E}مرحبا", Vec::new()).is_some());
    }
}
