//! The dashboard: all findings with links to their pages, and the completeness of each year.
//! Filters are links, so that no script is needed.

use std::collections::BTreeMap;

use super::completeness::page_link;
use super::filter::SEVERITIES;
use super::findings::{self, Explanation};
use super::markup::HtmlBuilder;
use super::units::Units;
use super::{Filter, FindingsByPage, completeness, own_page, shown};
use crate::base::Lang;
use crate::diagnostics::{Diagnostic, Severity};
use crate::report::severity_policy::Report;
use crate::site::{Permalink, Site};
use crate::source::SourceTree;
use crate::thai::{Date, FiscalYear};
use crate::words::preview;

/// Maximum number of findings listed; the rest is counted, as a site may have tens of thousands of
/// pages.
const MAX_FINDINGS: usize = 300;

/// Anchor of the list of findings.
const PROBLEMS: &str = "problems";

/// Findings by page.
type PageFindings<'r> = BTreeMap<Permalink, Vec<&'r (Severity, Diagnostic)>>;

/// What the dashboard shows.
#[derive(Clone, Copy)]
pub struct DashboardState<'s> {
    /// The current site, if there is any.
    pub site: Option<&'s Site>,
    /// All findings.
    pub report: &'s Report,
    /// The sources, to quote lines.
    pub tree: &'s SourceTree,
    /// From which days are counted.
    pub today: Date,
}

/// The page at `_prongsai/`.
pub fn dashboard(shown: DashboardState<'_>, lang: Lang, filter: &Filter) -> String {
    let DashboardState { site, report, tree, today } = shown;
    let units = Units { site };
    let mut wanted = PageFindings::new();
    for (page, found) in FindingsByPage::of(report, site).iter(report) {
        if filter.year.is_none_or(|year| year_of(page) == Some(year)) && units.matches(filter, page) {
            let found: Vec<_> = found.into_iter().filter(|(of, _)| filter.severity.is_none_or(|severity| severity == *of)).collect();
            if !found.is_empty() {
                wanted.insert(page.clone(), found);
            }
        }
    }
    own_page::page(preview::dashboard(lang), lang, |markup| {
        markup.element("p", &[], |markup| markup.link("../", preview::to_site(lang)));
        if !wanted.is_empty() {
            summary(markup, &wanted, lang);
        }
        filters(markup, site, &units, filter, lang);
        markup.leaf("h2", &[], preview::completeness(lang));
        match site {
            Some(site) => completeness::write(markup, site, today, &units, filter, lang),
            None => markup.leaf("p", &[], preview::no_site(lang)),
        }
        markup.leaf("h2", &[("id", PROBLEMS)], preview::problems(lang));
        problems(markup, site, &wanted, tree, lang);
        if wanted.is_empty() {
            let words = if filter.is_everything() { preview::no_problems(lang) } else { preview::no_match(lang) };
            markup.leaf("p", &[], words);
        }
    })
}

/// Number of findings by severity at the top, with a link past the years.
fn summary(markup: &mut HtmlBuilder, by_page: &PageFindings<'_>, lang: Lang) {
    markup.element("p", &[], |markup| {
        findings::counts(markup, |of| by_page.values().flatten().filter(|(severity, _)| *severity == of).count(), lang);
        markup.link(&format!("#{PROBLEMS}"), preview::problems(lang));
    });
}

fn problems(markup: &mut HtmlBuilder, site: Option<&Site>, by_page: &PageFindings<'_>, tree: &SourceTree, lang: Lang) {
    let mut room = MAX_FINDINGS;
    for (page, found) in by_page {
        if room == 0 {
            break;
        }
        let few = &found[..found.len().min(room)];
        room -= few.len();
        markup.element("h3", &[], |markup| page_link(markup, page, &heading(site, page, lang)));
        findings::list(markup, &shown(few.iter().copied(), tree, lang), Explanation::At("explain/"), lang);
    }
    let hidden = by_page.values().map(Vec::len).sum::<usize>().saturating_sub(MAX_FINDINGS);
    if hidden > 0 {
        markup.leaf("p", &[], &preview::more(lang, hidden));
    }
}

/// The address of a page with its title; for a year only its name, as the address adds nothing.
fn heading(site: Option<&Site>, page: &Permalink, lang: Lang) -> String {
    if *page == Permalink::home() {
        return preview::whole_site(lang).to_owned();
    }
    if let Some(year) = year_of(page).filter(|year| Permalink::year(*year) == *page) {
        return format!("{} {year}", preview::year(lang));
    }
    let title = site.and_then(|site| site.written_page(page)).map(|page| page.title.as_str());
    title.map_or_else(|| page.to_string(), |title| format!("{page} {title}"))
}

fn year_of(page: &Permalink) -> Option<FiscalYear> {
    FiscalYear::parse(page.as_str().split('/').next()?)
}

fn filters(markup: &mut HtmlBuilder, site: Option<&Site>, units: &Units<'_>, filter: &Filter, lang: Lang) {
    let everything = preview::all(lang).to_owned();
    let severities = SEVERITIES.map(|severity| (severity.word(lang).to_owned(), Some(severity)));
    let severities = std::iter::once((everything.clone(), None)).chain(severities);
    let severities = severities.map(|(text, severity)| (text, Filter { severity, ..filter.clone() }));
    let years = site.iter().flat_map(|site| site.years.iter().rev()).map(|year| (year.fiscal_year.to_string(), Some(year.fiscal_year)));
    let years = std::iter::once((everything.clone(), None)).chain(years).map(|(text, year)| (text, Filter { year, ..filter.clone() }));
    let named = units.all().into_iter().map(|unit| (unit.to_owned(), Some(unit.to_owned())));
    let unnamed = std::iter::once((preview::no_unit(lang).to_owned(), Some(String::new())));
    let of_unit = std::iter::once((everything, None)).chain(named).chain(unnamed);
    let of_unit = of_unit.map(|(text, unit)| (text, Filter { unit, ..filter.clone() }));
    markup.element("nav", &[("class", "prongsai-filters"), ("aria-label", preview::show_only(lang))], |markup| {
        choice(markup, preview::severity(lang), severities, filter);
        choice(markup, preview::year(lang), years, filter);
        choice(markup, preview::unit(lang), of_unit, filter);
    });
}

/// A line of filter links; the active one is marked.
fn choice(markup: &mut HtmlBuilder, name: &str, links: impl Iterator<Item = (String, Filter)>, now: &Filter) {
    markup.element("p", &[], |markup| {
        markup.leaf("span", &[], &format!("{name}: "));
        for (text, filter) in links {
            let href = filter.href();
            let current: &[_] = if filter == *now { &[("href", href.as_str()), ("aria-current", "true")] } else { &[("href", &href)] };
            markup.leaf("a", current, &text);
            markup.text(" ");
        }
    });
}
