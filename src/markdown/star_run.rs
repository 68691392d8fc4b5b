use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::thai_letter::{is_thai_letter, is_thai_word, is_zero_width};

/// A delimiter run of asterisks.
///
/// In CommonMark, a run with punctuation on the inner side can open or close only if the outer side
/// is white space or punctuation (section 6.2, "left-flanking"). Thai has no spaces between words,
/// so next to Thai letters this condition is waived.
#[derive(Debug)]
pub(super) struct StarRun {
    pub span: Range<usize>,
    pub can_open: bool,
    pub can_close: bool,
    /// True if CommonMark reads the run differently.
    pub is_reread: bool,
    /// Between a Thai letter and an opening bracket, like the note mark in `ราคา*(บาท)`.
    pub is_like_note_mark: bool,
    /// Set if the run is between a digit and a letter, like the multiplication sign in `3*ยาว`.
    pub times: Option<Times>,
    /// Number of unused asterisks.
    pub free: usize,
    /// Emphasis closed by this run, left to right.
    pub closed: Vec<Emphasis>,
    /// Emphasis opened by this run, right to left.
    pub opened: Vec<Emphasis>,
}

/// Side of the digit at a possible multiplication sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Times {
    DigitBefore,
    DigitAfter,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Emphasis {
    Single,
    Double,
}

impl Emphasis {
    pub fn stars(self) -> usize {
        match self {
            Emphasis::Single => 1,
            Emphasis::Double => 2,
        }
    }
}

impl StarRun {
    /// Creates a run; `before` and `after` are the text around it, empty at a line border.
    pub fn new(span: Range<usize>, before: &str, after: &str) -> Self {
        let inward_before = || before.chars().rev().filter(|c| !is_zero_width(*c));
        let inward_after = || after.chars().filter(|c| !is_zero_width(*c));
        let previous = inward_before().next();
        let next = inward_after().next();
        let stars = span.len();

        let beside_thai = is_thai(previous)
            || is_thai(next)
            || (stars >= 2 && (is_thai_after_marks(inward_before()) || is_thai_after_marks(inward_after())));
        let opens = !is_space(next) && (!is_mark(next) || is_space(previous) || is_mark(previous));
        let closes = !is_space(previous) && (!is_mark(previous) || is_space(next) || is_mark(next));
        // Between two digits: a multiplication sign (5*3), or masked digits (081****567).
        let are_text = is_digit(previous) && is_digit(next);
        let can_open = !are_text && (opens || (beside_thai && !is_space(next) && !is_closing_mark(next)));
        let can_close = !are_text && (closes || (beside_thai && !is_space(previous) && !is_opening_mark(previous)));

        let times = if stars == 1 { times(previous, next) } else { None };

        StarRun {
            can_open,
            can_close,
            is_reread: (can_open, can_close) != (opens, closes) || times.is_some() || (beside_thai && stars == 4 && can_open && can_close),
            is_like_note_mark: is_thai(previous) && is_opening_mark(next),
            times,
            free: stars,
            closed: Vec::new(),
            opened: Vec::new(),
            span,
        }
    }

    /// True if `self` as opener can be paired with the later `closer`.
    pub fn pairs_with(&self, closer: &StarRun) -> bool {
        let are_note_marks = self.is_like_note_mark && closer.is_like_note_mark;
        let are_times = self.times.is_some() && self.times == closer.times;
        !are_note_marks && !are_times && !self.is_barred_by_three(closer)
    }

    /// CommonMark's rules 9 and 10, which distinguish `*a**b**c*` from `*a**b*`. A run of four is
    /// unambiguous: it closes and opens strong, as in `**ก****ข**`.
    fn is_barred_by_three(&self, closer: &StarRun) -> bool {
        let (opening, closing) = (self.span.len(), closer.span.len());
        let either_is_both = (self.can_open && self.can_close) || (closer.can_open && closer.can_close);
        either_is_both && opening != 4 && closing != 4 && (opening + closing) % 3 == 0 && (opening % 3 != 0 || closing % 3 != 0)
    }

    /// Equivalence class of closers: all runs of a class match the same openers, so a failed search
    /// holds for the whole class.
    pub fn class(&self) -> usize {
        let length = if self.span.len() == 4 { 3 } else { self.span.len() % 3 };
        let open = if self.can_open { 4 } else { 0 };
        let note = if self.is_like_note_mark { 8 } else { 0 };
        let times = match self.times {
            None => 0,
            Some(Times::DigitBefore) => 16,
            Some(Times::DigitAfter) => 32,
        };
        length + open + note + times
    }

    /// Number of classes.
    pub const CLASSES: usize = 48;
}

fn is_space(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

/// Punctuation or symbol (Unicode categories P and S), approximated as neither letter, mark, digit,
/// space nor control.
fn is_mark(c: Option<char>) -> bool {
    c.is_some_and(is_punctuation)
}

fn is_punctuation(c: char) -> bool {
    !(c.is_alphanumeric() || c.is_whitespace() || c.is_control() || is_combining_mark(c))
}

pub(super) fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit() || ('๐'..='๙').contains(&c))
}

fn times(before: Option<char>, after: Option<char>) -> Option<Times> {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() || is_thai_letter(c));
    match (is_digit(before), is_digit(after)) {
        (true, false) if is_letter(after) => Some(Times::DigitBefore),
        (false, true) if is_letter(before) => Some(Times::DigitAfter),
        _ => None,
    }
}

fn is_thai(c: Option<char>) -> bool {
    c.is_some_and(is_thai_word)
}

/// True if only punctuation is between the run and a Thai letter, as in `**พ.ศ.**2567`. Looks at a
/// few characters only.
fn is_thai_after_marks(characters: impl Iterator<Item = char>) -> bool {
    is_thai(characters.take(8).find(|c| *c == '*' || !is_punctuation(*c)))
}

fn is_opening_mark(c: Option<char>) -> bool {
    c.is_some_and(|c| "([{<“‘«‹「『".contains(c))
}

fn is_closing_mark(c: Option<char>) -> bool {
    c.is_some_and(|c| ")]}>”’»›」』".contains(c))
}
