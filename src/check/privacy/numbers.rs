//! PD1, PD2: no ID number, number of a taxpayer or mobile telephone is published unless `privacy.allow` of the site file says so.

use std::collections::BTreeSet;
use std::ops::Range;

use rayon::prelude::*;

use super::kinds::{Kind, Number, SHORTEST, masked, numbers};
use super::published::{Line, texts};
use super::runs::{has_digits, runs};
use crate::check::{Check, Checked};
use crate::config::{Contact, Privacy, SITE_FILE};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::source::RelPath;
use crate::yaml::Given;

pub(super) const CHECK: Check = Check { about: "private numbers", run };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let config = &checked.site.config;
    let allow = &config.privacy.allow;
    let texts = texts(checked);
    let in_list = |line: &Line<'_>, number: &Number| allow.iter().any(|entry| line.lies_in(&number.span, SITE_FILE, &entry.span));
    let lines = texts.par_iter().flat_map_iter(|text| text.lines().filter(|line| has_digits(line.text, SHORTEST)));
    let found: Vec<(Line<'_>, Number)> = lines.flat_map_iter(numbers_of).filter(|(line, number)| !in_list(line, number)).collect();

    let allowed: BTreeSet<String> = allow.iter().map(|entry| Privacy::digits(&entry.value)).collect();
    let contact = of_contact(&config.contact);
    let mentions = &checked.mentions;
    let findings = found.iter().filter(|(_, number)| !allowed.contains(&number.digits) && !contact.contains(&number.digits));
    let findings = findings.map(|(line, number)| line.finding(code(number.kind), &number.span, mentions).with("number", &number.masked));
    let used: BTreeSet<&str> = found.iter().map(|(_, number)| number.digits.as_str()).collect();
    let stands = |entry: &Given<String>, digits: &str| {
        let other = |line: &Line<'_>, span: &Range<usize>| !line.lies_in(span, SITE_FILE, &entry.span);
        texts.par_iter().flat_map_iter(|text| text.lines()).any(|line| {
            runs(line.text).iter().any(|run| run.windows(digits.len()).any(|it| it.digits() == digits && other(&line, &it.span())))
        })
    };
    let is_unused = |entry: &&Given<String>| {
        let digits = Privacy::digits(&entry.value);
        !used.contains(digits.as_str()) && !stands(entry, &digits)
    };
    findings.chain(allow.iter().filter(is_unused).filter_map(unused)).collect()
}

fn numbers_of(line: Line<'_>) -> impl Iterator<Item = (Line<'_>, Number)> {
    numbers(line.text).into_iter().map(move |number| (line, number))
}

fn code(kind: Kind) -> &'static str {
    match kind {
        Kind::NationalId => "national-id",
        Kind::TaxpayerId => "taxpayer-id",
        Kind::Mobile => "mobile-number",
    }
}

/// The numbers under which the body itself is reached.
fn of_contact(contact: &Contact) -> BTreeSet<String> {
    let fields = [&contact.address, &contact.phone, &contact.fax, &contact.email, &contact.hours, &contact.website];
    let texts = fields.into_iter().flatten().map(|field| field.value.as_str());
    texts.flat_map(numbers).filter(|number| number.kind == Kind::Mobile).map(|number| number.digits).collect()
}

/// An exception that nothing needs any more would let the number pass unseen later.
fn unused(entry: &Given<String>) -> Option<Diagnostic> {
    let place = Place::new(&RelPath::new(SITE_FILE)?, entry.span.clone());
    Some(Diagnostic::new("allow-unused", place).with("number", masked(&entry.value)))
}
