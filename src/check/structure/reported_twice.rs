//! ST3: a measure has one row in a report: a second one contradicts the first, or repeats it and is
//! counted again.

use std::collections::BTreeMap;

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::ProgressEntry;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::thai::canonical;
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(repeated) };

/// A measure as a row names it.
type Reported<'p> = (&'p Spanned<String>, &'p ProgressEntry);

fn repeated(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let entries = page.document.front_matter.progress.iter().flat_map(|progress| &progress.entries);
    let reported = entries.flat_map(|entry| entry.measures.iter().map(move |id| (id, entry)));
    let mut seen: BTreeMap<&str, Reported<'_>> = BTreeMap::new();
    let mut found = Vec::new();
    for (id, entry) in reported {
        match seen.get(id.value.as_str()) {
            Some(first) => found.extend(fault(checked, page, *first, (id, entry))),
            None => {
                seen.insert(&id.value, (id, entry));
            }
        }
    }
    found
}

/// `None` for rows with titles of their own that differ: the paper has a row for each part of the
/// measure.
fn fault(checked: &CheckContext<'_>, page: &PageText<'_>, first: Reported<'_>, second: Reported<'_>) -> Option<Diagnostic> {
    let ((named, before), (id, entry)) = (first, second);
    let title = |entry: &ProgressEntry| entry.title.as_ref().map(|title| canonical(&title.value));
    let are_parts = title(before).is_some() && title(entry).is_some() && title(before) != title(entry);
    let place = |id: &Spanned<String>| SourceSpan::new(&page.document.source, id.span.clone());
    let finding = Diagnostic::new("measure-reported-twice", place(id)).with("id", &id.value).with("other", checked.line_of(&place(named)));
    let typed = |entry: &ProgressEntry| page.file.get(entry.status.as_ref()?.span.clone()).map(str::to_owned);
    let status = |entry: &ProgressEntry| entry.status.as_ref().map(|status| status.value);
    let finding = match (status(before) != status(entry)).then(|| (typed(before), typed(entry))) {
        Some((Some(there), Some(here))) => finding.with("status", here).with("there", there),
        _ if std::ptr::eq(before, entry) => finding.with("row", ""),
        _ if results(before) != results(entry) => finding.with("results", ""),
        _ => finding.with("same", ""),
    };
    (!are_parts).then_some(finding)
}

fn results(entry: &ProgressEntry) -> Vec<String> {
    entry.results.iter().map(|result| canonical(&result.value)).collect()
}
