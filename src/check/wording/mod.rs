//! Shared parts of the text checks: they read the source text, for exact spans, and skip the parts
//! that are no prose.

mod encoded_text;
mod hidden;
mod page_text;
mod particles;
mod program_error;
mod term_matcher;
mod years;

use crate::slice::slice;
use std::ops::Range;

pub(super) use encoded_text::{EncodedLine, EncodedText, FOUR_BYTES, PRIVATE, code, is_thai_digit};
pub(super) use page_text::PageText;
pub(super) use particles::starts_with_particle;
pub(super) use program_error::{FAILED_CELLS, FAILED_REFERENCES, narrow_cells, program_errors};
pub(super) use term_matcher::{TermMatch, TermMatcher};
pub(super) use years::{first_year, years_after_their_word, years_in};

/// Returns the leading Thai letters, vowels and marks of a text, not ฯ, ๆ, ฿ and digits; at most 60
/// characters, the longest name.
pub(super) fn thai_letters(text: &str) -> &str {
    let is_letter = |c: char| matches!(c, 'ก'..='ฮ' | 'ะ'..='ฺ' | 'เ'..='ๅ' | '\u{e47}'..='\u{e4e}');
    let end = text.char_indices().enumerate().find(|(count, (_, c))| *count == 60 || !is_letter(*c));
    slice(text, ..end.map_or(text.len(), |(_, (at, _))| at))
}

/// Span of the wording on paper that belongs to the value at `value`; the value itself if it does
/// not follow.
pub(super) fn place_on_paper(file: &str, value: &Range<usize>, paper: &str) -> Range<usize> {
    const KEY: &str = "as_written";
    let between = |c: char| c.is_whitespace() || matches!(c, ',' | '"' | '\'' | ':');
    let after = file.get(value.end..).unwrap_or_default();
    let wording = after.trim_start_matches(between).strip_prefix(KEY).map(|rest| rest.trim_start_matches(between));
    match wording.filter(|wording| wording.starts_with(paper)) {
        Some(wording) => file.len() - wording.len()..file.len() - wording.len() + paper.len(),
        None => value.clone(),
    }
}

/// Splits a text at byte offset `at`; both parts are empty if it is no character boundary.
pub(super) fn around(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or_default()
}

/// Parts of the line before and after byte offset `at`, at most 400 characters each: some pages are
/// a single line.
pub(super) fn line_around(text: &str, at: usize) -> (&str, &str) {
    const NEAR: usize = 400;
    let (before, behind) = around(text, at);
    let start = before.char_indices().rev().take(NEAR).take_while(|(_, c)| *c != '\n').last().map_or(before.len(), |(at, _)| at);
    let end = behind.char_indices().take(NEAR).take_while(|(_, c)| *c != '\n').last().map_or(0, |(at, c)| at + c.len_utf8());
    (around(before, start).1, around(behind, end).0)
}

/// True for the code points of the Symbol and Wingdings fonts: bullets copied from Word.
pub(super) fn is_symbol(c: char) -> bool {
    matches!(c, '\u{F000}'..='\u{F0FF}')
}
