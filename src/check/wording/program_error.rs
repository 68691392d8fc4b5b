//! What Excel, LibreOffice and Word write where a value or a reference is missing.

use std::ops::Range;

use memchr::memchr_iter;

/// Values of cells: Excel, LibreOffice, Google Sheets (`#ERROR!`).
pub(in crate::check) const FAILED_CELLS: &[&str] =
    &["#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#ERROR!"];
/// References of Word, in English and Thai.
pub(in crate::check) const FAILED_REFERENCES: &[&str] = &[
    "Error! Reference source not found",
    "Error! Bookmark not defined",
    "Error! No text of specified style",
    "ผิดพลาด! ไม่ได้กำหนดที่คั่นหน้า",
    "ผิดพลาด! ไม่พบแหล่งการอ้างอิง",
];
/// Fewer signs are a heading of Markdown, or a blank to be filled in.
const NARROW: usize = 4;

/// Spans of such values, ascending.
pub(in crate::check) fn program_errors(text: &str) -> Vec<Range<usize>> {
    let cells = memchr_iter(b'#', text.as_bytes()).filter_map(|at| cell_error(text, at));
    let has_reference = text.contains("! ");
    let references = FAILED_REFERENCES.iter().filter(|_| has_reference).flat_map(|words| text.match_indices(words));
    let mut errors: Vec<Range<usize>> = cells.chain(references.map(|(at, words)| at..at + words.len())).collect();
    errors.sort_unstable_by_key(|span| span.start);
    errors
}

/// Spans of cells that were too narrow for their number when they were printed: `#####`.
pub(in crate::check) fn narrow_cells(text: &str) -> Vec<Range<usize>> {
    let words = memchr_iter(b'#', text.as_bytes()).filter(|at| begins_a_word(text, *at));
    let cell = |at: usize| {
        let rest = text.get(at..)?;
        let count = rest.len() - rest.trim_start_matches('#').len();
        (count >= NARROW && rest.get(count..)?.chars().next().is_none_or(char::is_whitespace)).then_some(at..at + count)
    };
    words.filter_map(cell).collect()
}

fn cell_error(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text
        .get(at..)
        .filter(|_| begins_a_word(text, at) || text.get(..at).is_some_and(|before| before.ends_with(['|', '=', '(', '"', ','])))?;
    let error = FAILED_CELLS.iter().find(|error| rest.starts_with(**error))?;
    let goes_on = rest.get(error.len()..)?.starts_with(|c: char| c.is_ascii_alphanumeric());
    (!goes_on).then_some(at..at + error.len())
}

/// True if a word may begin at `at`.
fn begins_a_word(text: &str, at: usize) -> bool {
    text.get(..at).and_then(|before| before.chars().next_back()).is_none_or(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_cells_and_references_are_found() {
        for (text, count) in [
            ("ยอด\t#REF!\t#DIV/0!", 2),
            ("| #N/A |#VALUE!|", 2),
            ("#ERROR!\t#ERROR", 1),
            ("ดูตารางที่ Error! Reference source not found.", 1),
            ("หน้า ผิดพลาด! ไม่ได้กำหนดที่คั่นหน้า", 1),
            ("https://www.example.go.th/a#N/A", 0),
            ("#N/Anything #REFERENCE! #1 # หัวข้อ ข้อผิดพลาด!", 0),
        ] {
            assert_eq!(program_errors(text).len(), count, "{text}");
        }
    }

    #[test]
    fn only_words_of_signs_are_narrow_cells() {
        for (text, count) in [("ยอด ##### ####\n", 2), ("### 0-####-#### ####ก", 0), ("##########", 1)] {
            assert_eq!(narrow_cells(text).len(), count, "{text}");
        }
    }
}
