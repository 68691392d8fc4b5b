//! Reports unfiled items in years that can still be scored: one diagnostic per year, with the count
//! and the next deadline. A site that has only begun is told where to go on.

use crate::base::{ItemCode, RelPath, SITE_FILE};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::site::{Site, Year};
use crate::thai::{Date, Digits, FiscalYear};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let site = checked.site;
    let unread = site.unread.iter().filter_map(|(_, home)| home.fiscal_year());
    let newest = site.years.iter().map(|year| year.fiscal_year).chain(unread).max();
    let current = FiscalYear::of(checked.today);
    // Past years are no longer scored; the newest year is always included.
    let is_open = |year: &&Year| Some(year.fiscal_year) == newest || current.is_some_and(|current| year.fiscal_year >= current);
    let is_begun = site.unread.iter().any(|(_, home)| home.item().is_some()) || site.years.iter().any(|year| year.filed() > 0);
    let code = if is_begun { "items-unfiled" } else { "nothing-filed" };
    site.years.iter().filter(is_open).filter_map(|year| unfiled(code, site, year, checked.today)).collect()
}

fn unfiled(code: &'static str, site: &Site, year: &Year, today: Date) -> Option<Diagnostic> {
    let codes: Vec<&ItemCode> = year
        .entries
        .iter()
        .filter(|entry| !entry.is_filed() && !site.is_item_unread(year.fiscal_year, &entry.code))
        .map(|entry| &entry.code)
        .collect();
    let first = codes.first()?;
    let of_year = |deadline: &&crate::config::Deadline| deadline.fiscal_year.as_ref().is_none_or(|given| given.value == year.fiscal_year);
    let due = site.config.deadlines.iter().filter(of_year).map(|deadline| deadline.date.value).filter(|date| *date >= today).min();
    let diagnostic = Diagnostic::new(code, place(site, year.fiscal_year)?).with("year", year.fiscal_year).with("first", first);
    let diagnostic =
        diagnostic.with("count", codes.len()).with("all", year.entries.len()).with("items", ItemCode::ranges(codes.iter().copied()));
    Some(diagnostic.with_some("due", due.map(|date| date.long(Digits::Arabic))).about(Some(year.fiscal_year), None))
}

/// Span of the year in the site file, else the file as a whole.
fn place(site: &Site, year: FiscalYear) -> Option<SourceSpan> {
    let file = RelPath::new(SITE_FILE)?;
    let named = site.config.years.iter().find(|given| given.value == year);
    Some(named.map_or_else(|| SourceSpan::file(&file), |given| SourceSpan::new(&file, given.span.clone())))
}
