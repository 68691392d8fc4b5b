//! Reports values that a program could not compute, find or print: `#REF!`, `#####` (tables of a
//! published paper).

use crate::attachment::{Contents, FileInfo, Passage, TextPosition};
use crate::check::wording::{narrow_cells, program_errors};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::Diagnostics;
use crate::slice::slice;

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let finding = |(source, info)| {
        let (first, place, count) = errors(info)?;
        let finding = checked.mentions.finding("attachment-program-error", source).with("text", first).with("count", count);
        Some(match place {
            Some(place) => finding.with_phrase("place", |lang| place.phrase(lang)),
            None => finding,
        })
    };
    checked.attachments.iter().filter_map(finding).collect()
}

/// The first error of a file with its position, and how many there are.
fn errors(info: &FileInfo) -> Option<(&str, Option<&TextPosition>, usize)> {
    let is_printed = matches!(info.contents, Contents::Pdf(_));
    let of_passage = move |passage: &Passage| {
        let narrow = if is_printed { narrow_cells(&passage.text) } else { Vec::new() };
        [program_errors(&passage.text), narrow].concat()
    };
    let mut found = info.contents.passages().iter().flat_map(|passage| of_passage(passage).into_iter().map(move |span| (passage, span)));
    let (passage, span) = found.next()?;
    Some((slice(&passage.text, span.clone()), passage.place_of(span.start), 1 + found.count()))
}
