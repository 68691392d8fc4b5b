//! The dates of a document are in order: adoption, publication, revisions; references of a memo are
//! not later than the memo, and nothing is later than the last revision.

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::FrontMatter;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::thai::{Date, Digits};
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(backwards) };

/// Key of a date field, and the date.
type NamedDate<'f> = (&'static str, &'f Spanned<Date>);

fn backwards(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let place = |day: &NamedDate<'_>| SourceSpan::new(&page.document.source, day.1.span.clone());
    let mut found: Vec<Diagnostic> = Vec::new();
    for (earlier, later) in pairs(&page.document.front_matter) {
        // One wrong date contradicts many others.
        let is_told = found.iter().any(|known| known.place == place(&later));
        if later.1.value < earlier.1.value && !is_told {
            let finding = Diagnostic::new("dates-backwards", place(&later));
            let finding = finding.with("later", later.0).with("later_day", later.1.value.long(Digits::Arabic));
            let finding = finding.with("earlier", earlier.0).with("earlier_day", earlier.1.value.long(Digits::Arabic));
            found.push(finding.with("other", checked.line_of(&place(&earlier))));
        }
    }
    found
}

/// Pairs of dates of which the first must not be later than the second.
fn pairs(front_matter: &FrontMatter) -> Vec<(NamedDate<'_>, NamedDate<'_>)> {
    let first = front_matter.publication.first.as_ref().map(|day| ("publication.first", day));
    let revised = front_matter.publication.revised.iter().filter_map(|revision| Some(("publication.revised", revision.date.as_ref()?)));
    let published: Vec<NamedDate<'_>> = first.into_iter().chain(revised).collect();
    let memo = front_matter.memo.as_ref().and_then(|memo| Some(("memo.date", memo.date.as_ref()?)));
    let mut pairs: Vec<_> = published.windows(2).filter_map(|two| Some((*two.first()?, *two.last()?))).collect();
    let adopted = front_matter.adopted.as_ref().and_then(|adopted| Some(("adopted.date", adopted.date.as_ref()?)));
    pairs.extend(adopted.zip(first));
    // Content may be as new as the last revision.
    if let Some(last) = published.iter().max_by_key(|day| day.1.value) {
        let as_of = front_matter.as_of.iter().map(|day| ("as_of", day));
        let evidence = front_matter.evidence.iter().filter_map(|evidence| Some(("evidence.date", evidence.date.as_ref()?)));
        pairs.extend(as_of.chain(memo).chain(evidence).map(|day| (day, *last)));
    }
    let refs = front_matter.memo.iter().flat_map(|memo| &memo.refs).filter_map(|paper| Some(("memo.refs", paper.date.as_ref()?)));
    pairs.extend(refs.flat_map(|paper| memo.map(|memo| (paper, memo))));
    pairs
}
