//! Notes on the wording of the paper: where it differs stands a mark, and the words at the foot of
//! the page, so that a cell says what the body says.

use std::collections::HashMap;

use serde::Serialize;

/// A note at the foot of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PaperNote {
    /// Its number, which its marks show.
    pub(crate) number: String,
    /// The words of the paper.
    pub(crate) text: String,
}

/// Numbers notes in their order, and leaves in their places the number alone. Equal notes have one
/// number.
pub(super) fn at_foot<'n>(notes: impl Iterator<Item = &'n mut String>) -> Vec<PaperNote> {
    let mut made: Vec<PaperNote> = Vec::new();
    let mut numbers: HashMap<String, String> = HashMap::new();
    for place in notes {
        let next = (made.len() + 1).to_string();
        let number = numbers.entry(place.clone()).or_insert_with(|| next.clone()).clone();
        let text = std::mem::replace(place, number);
        if *place == next {
            made.push(PaperNote { number: next, text });
        }
    }
    made
}
