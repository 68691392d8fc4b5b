//! PD1, PD2: reports national IDs, taxpayer IDs and mobile numbers that `privacy.allow` of the site
//! file does not list.

use rayon::prelude::*;

use super::kinds::{MIN_DIGITS, NumberKind, PrivateNumber, numbers_in};
use super::published::{PublishedLine, beside_pages};
use crate::base::SITE_FILE;
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) const ON_PAGES: Check = Check { run: CheckScope::Pages(on_page) };
pub(super) const BESIDE_PAGES: Check = Check { run: CheckScope::Site(beside) };

fn on_page(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    PublishedLine::all_of(page).filter(is_long).flat_map(|line| findings(checked, line)).collect()
}

fn beside(checked: &CheckContext<'_>) -> Diagnostics {
    let texts = beside_pages(checked);
    let found = texts.par_iter().flat_map_iter(|text| text.lines()).filter(is_long).flat_map_iter(|line| findings(checked, line));
    found.collect::<Vec<_>>().into_iter().collect()
}

/// True if a line has enough digits for a private number.
pub(super) fn is_long(line: &PublishedLine<'_>) -> bool {
    line.digits >= MIN_DIGITS
}

fn findings(checked: &CheckContext<'_>, line: PublishedLine<'_>) -> Vec<Diagnostic> {
    let private = private_numbers(checked, line).into_iter().filter(|number| !checked.public_numbers.has(&number.digits));
    let finding = |number: PrivateNumber| line.finding(code(number.kind), &number.span, &checked.mentions).with("number", number.masked);
    private.map(finding).collect()
}

/// Private numbers of a line, except those in the `privacy.allow` list itself.
pub(super) fn private_numbers(checked: &CheckContext<'_>, line: PublishedLine<'_>) -> Vec<PrivateNumber> {
    let allow = &checked.site.config.privacy.allow;
    let in_list = |number: &PrivateNumber| allow.iter().any(|entry| line.lies_in(&number.span, SITE_FILE, &entry.span));
    numbers_in(line.text, &line.table()).into_iter().filter(|number| !in_list(number)).collect()
}

fn code(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::NationalId => "national-id",
        NumberKind::TaxpayerId => "taxpayer-id",
        NumberKind::Mobile => "mobile-number",
    }
}
