//! PD1, PD2: no ID number, number of a taxpayer or mobile telephone is published unless `privacy.allow` of the site file says so.

use rayon::prelude::*;

use super::kinds::{Kind, Number, SHORTEST, numbers};
use super::published::{Line, beside_pages};
use crate::base::SITE_FILE;
use crate::check::wording::Reading;
use crate::check::{At, Check, Checked};
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) const ON_PAGES: Check = Check { about: "private numbers on pages", looks: At::Pages(on_page) };
pub(super) const BESIDE_PAGES: Check = Check { about: "private numbers in data and attachments", looks: At::Site(beside) };

fn on_page(checked: &Checked<'_>, page: &Reading<'_>) -> Vec<Diagnostic> {
    Line::all_of(page).filter(is_long).flat_map(|line| findings(checked, line)).collect()
}

fn beside(checked: &Checked<'_>) -> Diagnostics {
    let texts = beside_pages(checked);
    let found = texts.par_iter().flat_map_iter(|text| text.lines()).filter(is_long).flat_map_iter(|line| findings(checked, line));
    found.collect::<Vec<_>>().into_iter().collect()
}

/// Whether a private number can stand in a line.
pub(super) fn is_long(line: &Line<'_>) -> bool {
    line.digits >= SHORTEST
}

fn findings(checked: &Checked<'_>, line: Line<'_>) -> Vec<Diagnostic> {
    let private = private_numbers(checked, line).into_iter().filter(|number| !checked.public_numbers.has(&number.digits));
    let finding = |number: Number| line.finding(code(number.kind), &number.span, &checked.mentions).with("number", number.masked);
    private.map(finding).collect()
}

/// Those of a line, but not the list of those that are allowed.
pub(super) fn private_numbers(checked: &Checked<'_>, line: Line<'_>) -> Vec<Number> {
    let allow = &checked.site.config.privacy.allow;
    let in_list = |number: &Number| allow.iter().any(|entry| line.lies_in(&number.span, SITE_FILE, &entry.span));
    numbers(line.text).into_iter().filter(|number| !in_list(number)).collect()
}

fn code(kind: Kind) -> &'static str {
    match kind {
        Kind::NationalId => "national-id",
        Kind::TaxpayerId => "taxpayer-id",
        Kind::Mobile => "mobile-number",
    }
}
