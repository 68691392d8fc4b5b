//! The reporting cadence fits the period of a measure (YR6).

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::{Cadence, Measure};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::thai::Digits;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(too_slow) };

/// Reports a cadence of a quarter or longer for a measure of one month: one of the two is wrong.
fn too_slow(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let slow = |measure: &Measure| {
        let period = measure.period.as_ref()?;
        let (from, to) = (period.from.as_ref()?, period.to.as_ref()?);
        let cadence = &measure.report.as_ref()?.cadence;
        let first =
            cadence.first().filter(|_| from.value == to.value && cadence.iter().all(|cadence| cadence.value != Cadence::Monthly))?;
        let place = SourceSpan::new(&page.document.source, first.span.clone());
        let names = |name: fn(Cadence) -> &'static str| cadence.iter().map(|cadence| name(cadence.value)).collect::<Vec<_>>().join(", ");
        let diagnostic = Diagnostic::new("cadence-does-not-fit", place).with("measure", &measure.id.value);
        let diagnostic = diagnostic.with("thai", names(in_thai)).with("cadence", names(Cadence::key));
        Some(diagnostic.with("month", from.value.short(Digits::Arabic)))
    };
    page.document.front_matter.measures.iter().filter_map(slow).collect()
}

fn in_thai(cadence: Cadence) -> &'static str {
    match cadence {
        Cadence::Monthly => "ทุกเดือน",
        Cadence::Quarterly => "รายไตรมาส",
        Cadence::SixMonths => "รอบ 6 เดือน",
        Cadence::TwelveMonths => "รอบ 12 เดือน",
        Cadence::Yearly => "รายปี",
    }
}
