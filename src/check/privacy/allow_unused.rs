//! PD1, PD2: reports unused entries of `privacy.allow`, which would later let the number pass
//! unnoticed.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::kinds::masked;
use super::numbers::{is_long, private_numbers};
use super::published::{PublishedLine, PublishedText, beside_pages};
use super::runs::runs;
use crate::base::{RelPath, SITE_FILE};
use crate::check::{Check, CheckContext, CheckScope};
use crate::config::Privacy;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::site::Page;
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let allow = &checked.site.config.privacy.allow;
    if allow.is_empty() {
        return Diagnostics::new();
    }
    let (pages, beside): (Vec<&Page>, _) = (checked.site.written_pages().collect(), beside_pages(checked));
    let on_pages = pages.par_iter().flat_map_iter(|page| needed(checked, &PublishedText::of_page(page)));
    let needed: BTreeSet<usize> = on_pages.chain(beside.par_iter().flat_map_iter(|text| needed(checked, text))).collect();
    let is_unused = |(at, _): &(usize, &Spanned<String>)| !needed.contains(at);
    allow.iter().enumerate().filter(is_unused).filter_map(|(_, entry)| unused(entry)).collect()
}

/// Indices of the entries that a text needs.
fn needed(checked: &CheckContext<'_>, text: &PublishedText<'_>) -> Vec<usize> {
    let lines: Vec<PublishedLine<'_>> = text.lines().into_iter().filter(|line| line.digits > 0).collect();
    let long = lines.iter().filter(|line| is_long(line));
    let used: BTreeSet<String> = long.flat_map(|line| private_numbers(checked, *line)).map(|number| number.digits).collect();
    let stands = |entry: &Spanned<String>, digits: &str| {
        lines.iter().any(|line| {
            let is_it = |it: super::runs::RunWindow<'_>| it.digits() == digits && !line.lies_in(&it.span(), SITE_FILE, &entry.span);
            runs(line.text).iter().any(|run| run.windows(digits.len()).any(is_it))
        })
    };
    let is_needed = |entry: &Spanned<String>| {
        let digits = Privacy::digits(&entry.value);
        used.contains(digits.as_str()) || stands(entry, &digits)
    };
    let allow = checked.site.config.privacy.allow.iter().enumerate();
    allow.filter(|(_, entry)| is_needed(entry)).map(|(at, _)| at).collect()
}

fn unused(entry: &Spanned<String>) -> Option<Diagnostic> {
    let place = SourceSpan::new(&RelPath::new(SITE_FILE)?, entry.span.clone());
    Some(Diagnostic::new("allow-unused", place).with("number", masked(&entry.value)))
}
