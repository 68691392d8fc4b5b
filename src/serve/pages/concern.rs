//! Which page a finding concerns. Every finding has exactly one, so that each is on some page and on none twice.

use crate::content::{Role, role};
use crate::diagnostics::Diagnostic;
use crate::diagnostics::Severity;
use crate::diagnostics::gate::Report;
use crate::site::{Permalink, Site};
use crate::source::RelPath;

/// The findings of the page at `own`, in the order of the report. `site` tells which folders are pages, and may be older than the report: a
/// file that cannot be read any more still has its place.
pub fn of_page<'r>(report: &'r Report, site: Option<&Site>, own: &Permalink) -> Vec<&'r (Severity, Diagnostic)> {
    report.findings.iter().filter(|(_, finding)| page_of(finding, site) == *own).collect()
}

/// The findings over a page that is the last good one: its own, and the errors of what all pages are made with (site file, theme). Without an
/// error among these all errors of the site, for something is in the way.
pub fn of_old_page<'r>(report: &'r Report, site: Option<&Site>, own: &Permalink) -> Vec<&'r (Severity, Diagnostic)> {
    let is_error = |finding: &&(Severity, Diagnostic)| finding.0 == Severity::Error;
    let mut found = of_page(report, site, own);
    if *own != Permalink::home() {
        found.extend(of_page(report, site, &Permalink::home()).into_iter().filter(is_error));
    }
    if !found.iter().any(is_error) {
        found.extend(report.findings.iter().filter(is_error));
    }
    found
}

/// The page that a finding concerns: that of its file; that of the folder for a file beside a page; else that of the item or
/// year it is about; else the home page, which speaks for the site file and the theme.
pub fn page_of(finding: &Diagnostic, site: Option<&Site>) -> Permalink {
    match of_file(&finding.place.file, site) {
        Some(page) => page,
        None => match (finding.fiscal_year, &finding.item) {
            (Some(year), Some(item)) => Permalink::item(year, item),
            (Some(year), None) => Permalink::year(year),
            (None, _) => Permalink::home(),
        },
    }
}

fn of_file(file: &RelPath, site: Option<&Site>) -> Option<Permalink> {
    if !file.as_str().starts_with("content/") {
        return None;
    }
    match role(file).ok()? {
        Role::Document(home) => Some(Permalink::of(&home)),
        Role::Attachment(output) => of_folder(&output, site),
        Role::Elsewhere => None,
    }
}

/// The nearest folder above a file that is a page.
fn of_folder(output: &str, site: Option<&Site>) -> Option<Permalink> {
    let is_page = |folder: &&str| site.is_none_or(|site| site.addresses.at(folder).is_some());
    let folders = std::iter::successors(output.rsplit_once('/'), |(folder, _)| folder.rsplit_once('/'));
    folders.map(|(folder, _)| folder).find(is_page).map(Permalink::page)
}
