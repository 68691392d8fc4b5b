//! Reports attachments that were not inspected, or not as a whole: a file without diagnostics was
//! always read (P42).

use super::sizes::megabytes;
use crate::attachment::{Contents, FileInfo, NotInspected, Pdf, UnreadPart};
use crate::base::RelPath;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    checked.attachments.iter().filter_map(|(source, facts)| finding(checked, source, facts)).collect()
}

fn finding(checked: &CheckContext<'_>, source: &RelPath, facts: &FileInfo) -> Option<Diagnostic> {
    let finding = || checked.mentions.finding("attachment-not-inspected", source);
    Some(match &facts.contents {
        Contents::NotInspected(NotInspected::FileSize) => {
            let limit = megabytes(checked.site.config.limits.inspect as u64);
            finding().with("size", megabytes(facts.size)).with("limit", limit)
        }
        Contents::NotInspected(NotInspected::UnpackedSize) => finding().with("packed", megabytes(facts.size)),
        Contents::NotInspected(NotInspected::Unreadable) => finding(),
        Contents::NotInspected(NotInspected::Format) => finding().with("format", source.extension()),
        Contents::Pdf(pdf) if !pdf.unread.is_empty() => finding().with("pages", numbers(&pdf.unread)),
        Contents::Pdf(Pdf { unread_files: unread, .. }) | Contents::Partly { unread, .. } if !unread.is_empty() => {
            finding().with("parts", names(unread))
        }
        Contents::Pdf(pdf) => finding().with("letters", letters_without_code(pdf)?),
        _ => return None,
    })
}

/// Page numbers, the first few.
fn numbers(pages: &[usize]) -> String {
    first_of(10, pages.iter().map(usize::to_string))
}

/// Names of parts, the first few.
fn names(unread: &[UnreadPart]) -> String {
    first_of(3, unread.iter().map(|unread| unread.part.to_string()))
}

fn first_of(count: usize, mut names: impl Iterator<Item = String>) -> String {
    let shown: Vec<String> = names.by_ref().take(count).collect();
    let more = if names.next().is_some() { " …" } else { "" };
    shown.join(", ") + more
}

/// Number of letters without a code, if they are the greater part of the text.
fn letters_without_code(pdf: &Pdf) -> Option<usize> {
    const TRACE: usize = 20;
    let letters = || pdf.text.iter().flat_map(|passage| passage.text.chars());
    let unknown = letters().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    (unknown > TRACE && unknown > letters().filter(|c| c.is_alphanumeric()).count()).then_some(unknown)
}
