//! ST2: an indicator has the number that the catalogue of its year assigns to its name; papers
//! restart at 1 in each instrument (S1).

use crate::catalogue::Catalogue;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::IndicatorScore;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::site::FiledItem;
use crate::thai::{canonical, to_arabic};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    checked.site.filed_items().flat_map(misnumbered).collect()
}

fn misnumbered(item: FiledItem<'_>) -> impl Iterator<Item = Diagnostic> {
    let document = &item.page.document;
    let instruments = document.front_matter.assessment.iter().flat_map(|assessment| &assessment.instruments);
    instruments.flat_map(|instrument| &instrument.indicators).filter_map(move |indicator| {
        let (written, right) = other_number(&item.year.catalogue, indicator)?;
        let name = indicator.name.as_ref().map(|name| name.value.as_str()).or(item.year.catalogue.indicator_name(right));
        let diagnostic = Diagnostic::new("indicator-number", SourceSpan::new(&document.source, indicator.no.span.clone()));
        let diagnostic = diagnostic.with("written", written).with("right", right).with("name", name.unwrap_or_default());
        Some(diagnostic.about(Some(item.year.fiscal_year), Some(item.code())))
    })
}

/// The number on the page or in the paper, and the correct one.
fn other_number(catalogue: &Catalogue, indicator: &IndicatorScore) -> Option<(String, u32)> {
    let no = indicator.no.value;
    if let Some(written) = &indicator.no.as_written
        && to_arabic(written.trim()).trim_end_matches('.').parse() != Ok(no)
    {
        return Some((written.clone(), no));
    }
    let name = canonical(&indicator.name.as_ref()?.value);
    let right = catalogue.instruments.iter().flat_map(|instrument| &instrument.indicators).find(|known| canonical(&known.name) == name)?.no;
    (right != no).then(|| (no.to_string(), right))
}
