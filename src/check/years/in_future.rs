//! Reports dates in the future in fields that state past events.

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::thai::{Date, Digits};
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(in_future) };

fn in_future(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let front_matter = &page.document.front_matter;
    let adopted = front_matter.adopted.iter().filter_map(|adopted| adopted.date.as_ref());
    let stated = front_matter.as_of.iter().chain(&front_matter.publication.first).chain(adopted);
    let report = |date: &Spanned<Date>| {
        let diagnostic = Diagnostic::new("date-in-future", SourceSpan::new(&page.document.source, date.span.clone()));
        diagnostic.with("date", date.value.long(Digits::Arabic)).with("today", checked.today.long(Digits::Arabic))
    };
    stated.filter(|date| date.value > checked.today).map(report).collect()
}
