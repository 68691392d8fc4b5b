//! Reports merge conflict markers in a body; in other files they are found when the file is read.

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::source::conflict_mark;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(marks) };

fn marks(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let body = &page.document.body;
    let mark = page.file.get(body.range.clone()).and_then(conflict_mark).map(|span| (body.in_file(&span), ()));
    let report = |(span, ()): (std::ops::Range<usize>, ())| {
        let text = page.file.get(span.clone()).unwrap_or_default().to_owned();
        Diagnostic::new("conflict-marks", SourceSpan::new(&page.document.source, span)).with("text", text)
    };
    page.visible(mark.into_iter().collect()).into_iter().map(report).collect()
}
