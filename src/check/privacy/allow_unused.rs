//! PD1, PD2: an exception of `privacy.allow` that nothing needs any more would let the number pass unseen later.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::kinds::masked;
use super::numbers::{is_long, private_numbers};
use super::published::{Line, beside_pages, of_pages};
use super::runs::runs;
use crate::check::{At, Check, Checked};
use crate::config::{Privacy, SITE_FILE};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::source::RelPath;
use crate::yaml::Given;

pub(super) const CHECK: Check = Check { about: "exceptions that nothing needs", looks: At::Site(run) };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let allow = &checked.site.config.privacy.allow;
    if allow.is_empty() {
        return Diagnostics::new();
    }
    let texts = [of_pages(checked), beside_pages(checked)].concat();
    let lines: Vec<Line<'_>> = texts.par_iter().flat_map_iter(|text| text.lines()).filter(|line| line.digits > 0).collect();
    let used: BTreeSet<String> = lines
        .par_iter()
        .filter(|line| is_long(line))
        .flat_map_iter(|line| private_numbers(checked, *line))
        .map(|number| number.digits)
        .collect();
    let stands = |entry: &Given<String>, digits: &str| {
        lines.par_iter().any(|line| {
            let is_it = |it: super::runs::Window<'_>| it.digits() == digits && !line.lies_in(&it.span(), SITE_FILE, &entry.span);
            runs(line.text).iter().any(|run| run.windows(digits.len()).any(is_it))
        })
    };
    let is_unused = |entry: &&Given<String>| {
        let digits = Privacy::digits(&entry.value);
        !used.contains(digits.as_str()) && !stands(entry, &digits)
    };
    allow.iter().filter(is_unused).filter_map(unused).collect()
}

fn unused(entry: &Given<String>) -> Option<Diagnostic> {
    let place = Place::new(&RelPath::new(SITE_FILE)?, entry.span.clone());
    Some(Diagnostic::new("allow-unused", place).with("number", masked(&entry.value)))
}
