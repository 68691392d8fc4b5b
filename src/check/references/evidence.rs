//! Evidence is there: attachments exist, pages exist, addresses of other sites are addresses.

use super::empty::is_nowhere;
use super::links::dead_end;
use crate::check::{Check, Checked};
use crate::content::front_matter::{Evidence, EvidenceTarget};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::site::{Page, Site, Target, resolve};
use crate::yaml::Given;

pub(super) const CHECK: Check = Check { about: "evidence", run };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let site = checked.site;
    let of_page = |page| missing(site, page);
    site.written_pages().flat_map(of_page).collect()
}

fn missing(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let document = &page.document;
    let fault = |evidence: &Evidence| match &evidence.target {
        EvidenceTarget::File(file) => {
            let place = Place::new(&document.source, file.span.clone());
            match resolve(site, &document.source, &page.permalink, &file.value) {
                Target::Outside(_) => Some(Diagnostic::new("evidence-file-is-url", place).with("link", &file.value)),
                _ => dead_end(site, page, &file.value, place),
            }
        }
        // An address still to come is said by the rule on empty links.
        EvidenceTarget::Url(url) if is_nowhere(&url.value) => None,
        EvidenceTarget::Url(url) => {
            let good = url::Url::parse(&url.value).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
            let place = Place::new(&document.source, url.span.clone());
            match good {
                true => dead_end(site, page, &url.value, place),
                false => Some(Diagnostic::new("evidence-url", place).with("link", &url.value)),
            }
        }
        EvidenceTarget::Page(target) => {
            let destination = page_address(&target.value);
            dead_end(site, page, &destination, Place::new(&document.source, target.span.clone()))
        }
    };
    let about = |diagnostic: Diagnostic| diagnostic.about(document.home.fiscal_year(), document.home.item());
    let of_evidence = document.front_matter.evidence.iter().filter_map(fault);
    of_evidence.chain(references(site, page)).map(about).collect()
}

/// Other pages that front matter names: the plan reported on, the page superseded. (`source.file` names a paper in a cupboard as often as a file.)
fn references(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let front_matter = &page.document.front_matter;
    let plan = front_matter.progress.iter().filter_map(|progress| progress.of.as_ref()?.page.as_ref());
    let pages = plan.chain(&front_matter.publication.supersedes).map(|given| (given, page_address(&given.value)));
    let dead = |(given, destination): (&Given<String>, String)| {
        dead_end(site, page, &destination, Place::new(&page.document.source, given.span.clone()))
    };
    pages.filter_map(dead).collect()
}

/// `2566/o42` means the page at that address; `../o42.md` the one made from that file.
pub(crate) fn page_address(target: &str) -> String {
    match target.contains(".md") || target.starts_with(['.', '/', '#']) {
        true => target.to_owned(),
        false => format!("/{target}"),
    }
}
