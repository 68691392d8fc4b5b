//! Maps findings to pages. Every finding belongs to exactly one page.

use std::collections::BTreeMap;

use crate::base::RelPath;
use crate::content::{FileRole, role};
use crate::diagnostics::{Diagnostic, Severity};
use crate::report::severity_policy::Report;
use crate::site::{Permalink, Site};

/// Index of a report by page. Computed once per report, so that the lookup for a page does not grow
/// with the site.
#[derive(Clone, Debug, Default)]
pub struct FindingsByPage {
    /// Indices into the report, in its order.
    by_page: BTreeMap<Permalink, Vec<usize>>,
}

type WeighedFinding = (Severity, Diagnostic);

impl FindingsByPage {
    /// Indexes a report. `site` tells which folders are pages and may be older than the report: a
    /// file that can no longer be read still has its page.
    pub fn of(report: &Report, site: Option<&Site>) -> FindingsByPage {
        let mut by_page: BTreeMap<Permalink, Vec<usize>> = BTreeMap::new();
        for (at, (_, finding)) in report.findings.iter().enumerate() {
            by_page.entry(page_of(finding, site)).or_default().push(at);
        }
        FindingsByPage { by_page }
    }

    /// The findings of the page at `own`; `report` must be the indexed one.
    pub fn of_page<'r>(&self, report: &'r Report, own: &Permalink) -> Vec<&'r WeighedFinding> {
        self.by_page.get(own).into_iter().flatten().filter_map(|at| report.findings.get(*at)).collect()
    }

    /// The findings for a last good version: those of the page, and errors in the inputs of all
    /// pages (site file, theme). If these include no error, all errors of the site, since one of
    /// them must be the cause.
    pub fn of_old_page<'r>(&self, report: &'r Report, own: &Permalink) -> Vec<&'r WeighedFinding> {
        let is_error = |finding: &&WeighedFinding| finding.0 == Severity::Error;
        let mut found = self.of_page(report, own);
        if *own != Permalink::home() {
            found.extend(self.of_page(report, &Permalink::home()).into_iter().filter(is_error));
        }
        if !found.iter().any(is_error) {
            found.extend(report.findings.iter().filter(is_error));
        }
        found
    }

    /// Every page with its findings, ordered by address.
    pub(super) fn iter<'r>(&self, report: &'r Report) -> impl Iterator<Item = (&Permalink, Vec<&'r WeighedFinding>)> {
        self.by_page.keys().map(|page| (page, self.of_page(report, page)))
    }
}

/// The page of a finding: that of its file; that of the folder for a file beside a page; else that
/// of the item or year it is about; else the home page, which stands for the site file and the
/// theme.
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
        FileRole::Document(home) => Some(Permalink::of(&home)),
        FileRole::Attachment(output) => of_folder(&output, site),
        FileRole::Witness(_) => Some(Permalink::history()),
        FileRole::Elsewhere => None,
    }
}

/// The nearest parent folder of a file that is a page.
fn of_folder(output: &str, site: Option<&Site>) -> Option<Permalink> {
    let is_page = |folder: &&str| site.is_none_or(|site| site.addresses.at(folder).is_some());
    let folders = std::iter::successors(output.rsplit_once('/'), |(folder, _)| folder.rsplit_once('/'));
    folders.map(|(folder, _)| folder).find(is_page).map(Permalink::page)
}
