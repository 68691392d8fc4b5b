//! Evidence belongs to the year that the item requires: last year's file costs the item its 100
//! points (AS8).

use std::ops::RangeInclusive;

use super::pointers::Reference;
use crate::catalogue::{DataYear, Kind};
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::Diagnostic;
use crate::site::{LinkTarget, Site};
use crate::thai::{FiscalYear, to_arabic};

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(other_years) };

fn other_years(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let evidence = page.pointers.iter().filter(|pointer| pointer.link.role.is_evidence());
    evidence.filter_map(|pointer| other_year(checked.site, pointer)).collect()
}

fn other_year(site: &Site, pointer: &Reference<'_>) -> Option<Diagnostic> {
    let asked = ExpectedYears::of(site, pointer)?;
    let found = match pointer.target(site) {
        LinkTarget::Inside { permalink, .. } => year_of_path(permalink.as_str()),
        // For other sites, only if the catalogue states the year of the data: laws, for example,
        // may be of any year.
        LinkTarget::Outside(_) if asked.is_stated => year_of_path(pointer.outside(site)?.path()),
        _ => None,
    }?;
    let covers = covers(pointer.link.text, asked.own) || covers(&pointer.destination, asked.own);
    let is_asked = found.clone().any(|year| asked.years.contains(&year));
    (!is_asked && !covers).then(|| pointer.report("link-other-year").with("found", found.start()).with("year", asked.own))
}

/// Years allowed for the evidence of an item.
struct ExpectedYears {
    own: u16,
    years: RangeInclusive<u16>,
    is_stated: bool,
}

impl ExpectedYears {
    fn of(site: &Site, pointer: &Reference<'_>) -> Option<ExpectedYears> {
        let document = &pointer.page.document;
        let fiscal_year = document.home.fiscal_year()?;
        let item = site.year(fiscal_year)?.catalogue.item(document.home.item()?)?.item;
        let kind = document.front_matter.kind.as_ref().map_or(item.kind, |kind| kind.value);
        // Measures respond to the result of the preceding year; a report may concern the plan of
        // another year.
        let of = document.front_matter.progress.as_ref().and_then(|progress| progress.of.as_ref()?.fiscal_year.as_ref());
        let before = item.data_year == Some(DataYear::Previous) || kind == Kind::Measures || kind == Kind::Progress;
        let own = fiscal_year.number();
        let first = own.saturating_sub(u16::from(before)).min(of.map_or(own, |of| of.value.number()));
        Some(ExpectedYears { own, years: first..=own, is_stated: item.data_year.is_some() })
    }
}

/// Fiscal years that a folder in the path may stand for; a year of the Christian era overlaps two.
/// A folder of uploads (`2023/05`) states the upload date, not the year of the document.
fn year_of_path(path: &str) -> Option<RangeInclusive<u16>> {
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let parts: Vec<&str> = decoded.split('/').collect();
    let year = |at: usize| {
        let number: u16 = parts.get(at).filter(|part| part.chars().count() == 4).and_then(|part| to_arabic(part).parse().ok())?;
        let is_upload = parts.get(at + 1).is_some_and(|next| next.len() == 2 && next.bytes().all(|b| b.is_ascii_digit()));
        let is_last = at + 1 == parts.len();
        match number {
            2550..=2599 if !is_upload && !is_last => Some(number..=number),
            2010..=2056 if !is_upload && !is_last => Some(number + 543..=number + 544),
            _ => None,
        }
    };
    (0..parts.len()).find_map(year)
}

/// True if a title or name states that the document covers `year`: a plan of 2566–2570 covers 2569.
fn covers(text: &str, year: u16) -> bool {
    let digits = to_arabic(text);
    let numbers: Vec<u16> =
        digits.split(|c: char| !c.is_ascii_digit()).filter(|part| part.len() == 4).filter_map(|part| part.parse::<u16>().ok()).collect();
    let years: Vec<u16> = numbers.into_iter().filter(|number| FiscalYear::new(*number).is_some()).collect();
    years.contains(&year) || years.windows(2).any(|pair| (pair[0]..=pair[1]).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_paths_in_both_eras() {
        assert_eq!(year_of_path("2565/o12/plan.pdf"), Some(2565..=2565));
        assert_eq!(year_of_path("/ita/๒๕๖๕/plan.pdf"), Some(2565..=2565));
        assert_eq!(year_of_path("/news/2022/a.pdf"), Some(2565..=2566));
        for path in ["", "/wp-content/uploads/2022/05/a.pdf", "/plan-2565.pdf", "/2565", "/9999/a", "/item/2565x/a"] {
            assert_eq!(year_of_path(path), None, "{path}");
        }
    }

    #[test]
    fn a_plan_of_several_years_covers_those_between() {
        assert!(covers("แผนพัฒนา พ.ศ. ๒๕๖๖ - ๒๕๗๐", 2569));
        assert!(covers("plan-2566-2570.pdf", 2566));
        assert!(!covers("รายงานปี 2565", 2566));
        assert!(!covers("", 2566));
    }
}
