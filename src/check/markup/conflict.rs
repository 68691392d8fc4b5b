//! Marks of a conflict in a body; other files have them found where they are read.

use crate::check::wording::Reading;
use crate::check::{At, Check, Checked};
use crate::diagnostics::{Diagnostic, Place};
use crate::source::conflict_mark;

pub(super) const CHECK: Check = Check { about: "marks of a conflict", looks: At::Pages(marks) };

fn marks(_: &Checked<'_>, page: &Reading<'_>) -> Vec<Diagnostic> {
    let body = &page.document.body;
    let mark = page.file.get(body.range.clone()).and_then(conflict_mark).map(|span| (body.in_file(&span), ()));
    let report = |(span, ()): (std::ops::Range<usize>, ())| {
        let text = page.file.get(span.clone()).unwrap_or_default().to_owned();
        Diagnostic::new("conflict-marks", Place::new(&page.document.source, span)).with("text", text)
    };
    page.visible(mark.into_iter().collect()).into_iter().map(report).collect()
}
