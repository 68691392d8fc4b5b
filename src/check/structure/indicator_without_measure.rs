//! ST6: each indicator below the target has a measure (S0: 8 and 9 have none).

use std::collections::BTreeSet;

use crate::catalogue::Kind;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::Measure;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::site::{FiledItem, Site};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    checked.site.filed_items().filter(|item| item.kind() == Kind::Measures).flat_map(|item| unanswered(checked.site, item)).collect()
}

fn unanswered(site: &Site, item: FiledItem<'_>) -> Vec<Diagnostic> {
    let document = &item.page.document;
    let Some(assessment) = &document.front_matter.assessment else { return Vec::new() };
    let measures = &document.front_matter.measures;
    let analysed =
        assessment.year.as_ref().or(document.front_matter.analysed_year.as_ref()).and_then(|year| site.catalogues.get(year.value));
    let of_year = analysed.unwrap_or(&item.year.catalogue).pass_target;
    let Some(target) = assessment.target.as_ref().map(|target| target.value.value).or(of_year) else {
        return Vec::new();
    };
    // A measure need not name its indicators and may cover any.
    if measures.is_empty()
        || document.unread.outermost("measures")
        || document.unread.outermost("issues")
        || measures.iter().any(|measure| measure.addresses.is_empty())
    {
        return Vec::new();
    }
    let answered: BTreeSet<u32> = measures.iter().flat_map(|measure| indicators(&item, measure)).collect();
    let weak = assessment.instruments.iter().flat_map(|instrument| &instrument.indicators).filter_map(|indicator| {
        let score = indicator.score.as_ref().filter(|score| score.value.value < target)?;
        (!answered.contains(&indicator.no.value)).then_some((indicator.no.value, score))
    });
    let report = |(no, score): (u32, &crate::yaml::Spanned<crate::yaml::Decimal>)| {
        let diagnostic = Diagnostic::new("indicator-without-measure", SourceSpan::new(&document.source, score.span.clone()));
        let diagnostic = diagnostic.with("no", no).with("score", format!("{:.2}", score.value.value)).with("target", target);
        let name = item.year.catalogue.indicator_name(no).unwrap_or_default();
        diagnostic.with("name", name).about(Some(item.year.fiscal_year), Some(item.code()))
    };
    weak.map(report).collect()
}

/// Indicators a measure covers: named directly, by issues with the measure, or by checklist items.
fn indicators(item: &FiledItem<'_>, measure: &Measure) -> Vec<u32> {
    let numbers = measure.addresses.indicators.iter().map(|no| no.value);
    let items = measure.addresses.items.iter().filter_map(|code| Some(item.year.catalogue.item(&code.value)?.indicator.no));
    let issues = item.page.document.front_matter.issues.iter();
    let of_issues = issues.filter(|issue| issue.measures.iter().any(|id| id.value == measure.id.value)).flat_map(|issue| &issue.indicators);
    numbers.chain(items).chain(of_issues.map(|no| no.value)).collect()
}
