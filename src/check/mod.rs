//! Checks of a site against the expectations of an assessor (AR13; the manual's page `rules` lists
//! the rules).
//!
//! One folder per family, one file per rule. To add a check: write its file with a `const CHECK`,
//! add it to the list of its family (`mod.rs` of the folder), and write the Markdown case of each
//! code it reports in `src/diagnostics/codes/`. A check reports what is wrong and where; the
//! [severity policy](crate::report::severity_policy) decides how bad it is.
//!
//! A check runs on the site or on each page. A page check gets the [`PageText`] of the page and, if
//! it declares search terms, their matches in the file. Each page is read once and all terms are
//! matched in one pass, so the cost of a further rule is negligible on a large site.

pub(crate) mod attachments;
mod completeness;
mod identity;
mod markup;
mod privacy;
mod quiet_pages;
mod references;
mod rule;
mod scores;
mod structure;
mod text;
mod wording;
mod years;

use rayon::prelude::*;

pub(crate) use identity::{full_type, full_types};
pub use quiet_pages::QuietPages;
pub use rule::{Check, CheckContext};

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::site::Page;
use crate::unforeseen::{self, Activity};
use rule::CheckScope;
use wording::{PageText, TermMatch, TermMatcher};

/// All checks, by family.
pub const FAMILIES: &[&[Check]] = &[
    references::ALL,
    completeness::ALL,
    attachments::ALL,
    scores::ALL,
    years::ALL,
    identity::ALL,
    structure::ALL,
    text::ALL,
    markup::ALL,
    privacy::ALL,
];

/// Runs all checks, except those of pages that are known to have no findings; updates these.
pub fn run(checked: &CheckContext<'_>, known: &mut QuietPages) -> Diagnostics {
    let checks: Vec<&Check> = FAMILIES.iter().copied().flatten().collect();
    let (mut all, of_pages) = rayon::join(|| at_site(&checks, checked), || at_pages(&checks, checked, known));
    all.extend(of_pages);
    all
}

/// Runs the checks of scores only.
pub fn run_scores(checked: &CheckContext<'_>) -> Diagnostics {
    at_site(&scores::ALL.iter().collect::<Vec<_>>(), checked)
}

fn at_site(checks: &[&Check], checked: &CheckContext<'_>) -> Diagnostics {
    let look = |check: &&Check| match check.run {
        CheckScope::Site(look) => Some(look(checked)),
        CheckScope::Pages(_) | CheckScope::Words(..) => None,
    };
    let found: Vec<Diagnostics> = checks.par_iter().filter_map(look).collect();
    let mut all = Diagnostics::new();
    found.into_iter().for_each(|diagnostics| all.append(diagnostics));
    all
}

/// Runs all page checks in one pass over the pages, in parallel.
fn at_pages(checks: &[&Check], checked: &CheckContext<'_>, known: &mut QuietPages) -> Vec<Diagnostic> {
    *known = known.with_inputs(quiet_pages::inputs(checked));
    let words = |check: &&Check| match check.run {
        CheckScope::Words(words, _) => words(&checked.site.config),
        CheckScope::Site(_) | CheckScope::Pages(_) => Vec::new(),
    };
    let lexicon = TermMatcher::of(&checks.iter().map(words).collect::<Vec<_>>());
    let (quiet, pages): (Vec<&Page>, Vec<&Page>) =
        checked.site.written_pages().partition(|page| known.holds(&page.document.source, &page.document.body.file));
    let look =
        |page: &&Page| unforeseen::at(page.document.source.as_str(), Activity::Checking, || at_page(checks, &lexicon, checked, page));
    let found: Vec<Vec<Diagnostic>> = pages.par_iter().map(look).collect();
    let without = pages.iter().zip(&found).filter(|(_, found)| found.is_empty()).map(|(page, _)| *page);
    known.replace(quiet.into_iter().chain(without));
    found.into_iter().flatten().collect()
}

fn at_page(checks: &[&Check], lexicon: &TermMatcher<'_>, checked: &CheckContext<'_>, page: &Page) -> Vec<Diagnostic> {
    let file = page.document.body.file.read();
    let reading = PageText::of(page, &file);
    let hits = lexicon.find(&reading.letters);
    let look = |(check, hits): (&&Check, Vec<TermMatch>)| match check.run {
        CheckScope::Site(_) => Vec::new(),
        CheckScope::Pages(look) => look(checked, &reading),
        CheckScope::Words(_, look) => look(checked, &reading, hits),
    };
    let home = &page.document.home;
    let found = checks.iter().zip(hits).flat_map(look);
    found.map(|found| found.about(home.fiscal_year(), home.item())).collect()
}
