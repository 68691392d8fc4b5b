//! What the rules of wording share: they look at the file as it was typed, so that a finding stands
//! at the very text, and leave out what no reader takes for words of the document.

mod encoded_text;
mod hidden;
mod page_text;
mod particles;
mod term_matcher;
mod years;

use crate::slice::slice;
use std::ops::Range;

pub(super) use encoded_text::{EncodedLine, EncodedText, FOUR_BYTES, PRIVATE, code, is_thai_digit};
pub(super) use page_text::PageText;
pub(super) use particles::starts_with_particle;
pub(super) use term_matcher::{TermMatch, TermMatcher};
pub(super) use years::{first_year, years_after_their_word, years_in};

/// Thai letters, vowels and marks at the beginning of a text; not ฯ, ๆ, ฿ and digits. At most
/// sixty, for no name is longer.
pub(super) fn thai_letters(text: &str) -> &str {
    let is_letter = |c: char| matches!(c, 'ก'..='ฮ' | 'ะ'..='ฺ' | 'เ'..='ๅ' | '\u{e47}'..='\u{e4e}');
    let end = text.char_indices().enumerate().find(|(count, (_, c))| *count == 60 || !is_letter(*c));
    slice(text, ..end.map_or(text.len(), |(_, (at, _))| at))
}

/// Where the words of the paper stand that belong to the value at `value`; the value itself if they
/// are not beside it.
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

/// The text before byte `at` and from it on; both empty if `at` is no boundary of a character.
pub(super) fn around(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or_default()
}

/// The parts of its line before and behind byte `at`. No more than some hundred letters of them:
/// there are pages of one line.
pub(super) fn line_around(text: &str, at: usize) -> (&str, &str) {
    const NEAR: usize = 400;
    let (before, behind) = around(text, at);
    let start = before.char_indices().rev().take(NEAR).take_while(|(_, c)| *c != '\n').last().map_or(before.len(), |(at, _)| at);
    let end = behind.char_indices().take(NEAR).take_while(|(_, c)| *c != '\n').last().map_or(0, |(at, c)| at + c.len_utf8());
    (around(before, start).1, around(behind, end).0)
}

/// Where the fonts Symbol and Wingdings have their signs: bullets that were copied from Word.
pub(super) fn is_symbol(c: char) -> bool {
    matches!(c, '\u{F000}'..='\u{F0FF}')
}
