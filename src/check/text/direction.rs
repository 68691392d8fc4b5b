//! Reports invisible direction control characters, which reverse the displayed order of the text
//! after them.

use memchr::memchr2_iter;

use crate::base::{RelPath, is_direction, is_direction_override};
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};

pub(super) const PAGES: Check = Check { run: CheckScope::Pages(of_page) };

pub(super) const DATA: Check = Check { run: CheckScope::Site(of_data) };

fn of_page(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    turned(&page.document.source, page.file).into_iter().collect()
}

fn of_data(checked: &CheckContext<'_>) -> Diagnostics {
    let data = checked.tree.texts_below("content/").filter(|file| matches!(file.path.extension().as_str(), "yaml" | "yml"));
    data.filter_map(|file| turned(&file.path, &file.text.read())).collect()
}

/// Reports the first such character of a file, with the code points of all.
fn turned(path: &RelPath, text: &str) -> Option<Diagnostic> {
    let mut found = letters(text);
    // Direction marks and embeddings are legitimate in text with right-to-left scripts; overrides
    // never are.
    if found.iter().any(|(_, c)| !is_direction_override(*c))
        && text.chars().any(|c| matches!(c, '\u{590}'..='\u{61B}' | '\u{61D}'..='\u{8FF}'))
    {
        found.retain(|(_, c)| is_direction_override(*c));
    }
    let (at, first) = *found.first()?;
    let mut codes: Vec<String> = found.iter().map(|(_, c)| format!("U+{:04X}", u32::from(*c))).collect();
    codes.sort_unstable();
    codes.dedup();
    let line = text.get(..at)?.rsplit('\n').next()?.to_owned() + text.get(at..)?.split('\n').next()?;
    let repaired: String = line.trim().chars().filter(|c| !is_direction(*c)).collect();
    let diagnostic = Diagnostic::new("direction-letters", SourceSpan::new(path, at..at + first.len_utf8()));
    Some(diagnostic.with("codes", codes.join(", ")).with("count", found.len()).with("repaired", repaired))
}

/// Returns the control characters with their offsets. Their lead bytes (E2, D8) start no Thai
/// letter.
fn letters(text: &str) -> Vec<(usize, char)> {
    let candidates = memchr2_iter(0xE2, 0xD8, text.as_bytes());
    let letter = |at: usize| text.get(at..)?.chars().next().map(|c| (at, c));
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
        assert!(turned(&path, "\u{200F}ก").is_some());
        assert!(turned(&path, "\u{200F}\u{2067}مرحبا\u{2069}").is_none());
        assert!(turned(&path, "\u{202E}مرحبا").is_some());
    }
}
