//! Remarks, joined where one place has several of a kind.

use crate::attachment::TextPosition;
use crate::attachment::grid::{Remark, RemarkKind};

/// Longest text of a remark, in letters.
const LONGEST: usize = 80;

/// Most remarks; beyond, one says that there are more.
const MOST: usize = 10_000;

/// How far back a remark of the same place is looked for: there are fewer kinds.
const KINDS: usize = 24;

/// Remarks in reading order.
#[derive(Debug, Default)]
pub(super) struct Remarks(Vec<Remark>);

impl Remarks {
    /// Adds a remark, or its text to one of the same place and kind.
    pub(super) fn add(&mut self, place: Option<TextPosition>, kind: RemarkKind, text: &str) {
        let text = text.trim();
        let same = self.0.iter_mut().rev().take(KINDS).find(|remark| remark.place == place && remark.kind == kind);
        if let Some(same) = same.filter(|_| is_joined(kind)) {
            if !text.is_empty() {
                push_break(&mut same.text);
            }
            return push_shortened(&mut same.text, text);
        }
        match self.0.len() {
            ..MOST => self.0.push(Remark { place, kind, text: shortened(text) }),
            MOST => self.0.push(Remark { place: None, kind: RemarkKind::TooLarge, text: String::new() }),
            _ => {}
        }
    }

    /// Number of remarks so far.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Places of the remarks from a number on.
    pub(super) fn places_from(&mut self, number: usize) -> impl Iterator<Item = &mut TextPosition> {
        self.0.iter_mut().skip(number).filter_map(|remark| remark.place.as_mut())
    }

    /// All remarks.
    pub(super) fn into_vec(self) -> Vec<Remark> {
        self.0
    }
}

/// True for kinds of which one for each place is enough.
fn is_joined(kind: RemarkKind) -> bool {
    !matches!(kind, RemarkKind::Comment | RemarkKind::Note | RemarkKind::TextBox | RemarkKind::HiddenRow | RemarkKind::Unreadable)
}

/// Adds to a text of a remark what it may still have.
pub(super) fn push_shortened(text: &mut String, more: &str) {
    // A letter with its marks has at most some twelve bytes; a text of that length is not counted anew.
    if text.len() > LONGEST * 12 || text.ends_with('…') {
        return;
    }
    let left = LONGEST.saturating_sub(text.chars().count());
    text.extend(more.chars().take(left));
    if more.chars().nth(left).is_some() {
        text.push('…');
    }
}

/// Parts what comes next from a text of a remark.
pub(super) fn push_break(text: &mut String) {
    if !text.is_empty() && !text.ends_with(' ') {
        push_shortened(text, " ");
    }
}

fn shortened(text: &str) -> String {
    let mut short = String::new();
    push_shortened(&mut short, text);
    short
}
