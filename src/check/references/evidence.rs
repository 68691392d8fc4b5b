//! Evidence is there: attachments exist, pages exist, addresses of other sites are addresses.

use super::empty::is_nowhere;
use super::links::dead_end;
use super::pointers::{Pointer, PointerKind};
use crate::check::wording::Reading;
use crate::check::{At, Check, Checked};
use crate::content::front_matter::EvidenceTarget;
use crate::diagnostics::{Diagnostic, Place};
use crate::site::{Page, Site, Target, resolve};
use crate::yaml::Given;

pub(super) const CHECK: Check = Check { about: "evidence", looks: At::Pages(faults) };

fn faults(checked: &Checked<'_>, page: &Reading<'_>) -> Vec<Diagnostic> {
    let site = checked.site;
    let pointers = page.pointers.iter().filter(|pointer| pointer.kind == PointerKind::Evidence);
    let of_evidence = page.document.front_matter.evidence.iter().zip(pointers);
    let missing = of_evidence.filter_map(|(evidence, pointer)| missing(site, &evidence.target, pointer));
    missing.chain(references(site, page.page)).collect()
}

fn missing(site: &Site, evidence: &EvidenceTarget, pointer: &Pointer<'_>) -> Option<Diagnostic> {
    let is_address = |text: &str| url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    let target = pointer.target(site);
    let code = match evidence {
        EvidenceTarget::File(_) if matches!(target, Target::Outside(_)) => "evidence-file-is-url",
        // An address still to come is said by the rule on empty links.
        EvidenceTarget::Url(url) if is_nowhere(&url.value) => return None,
        EvidenceTarget::Url(url) if !is_address(&url.value) => "evidence-url",
        _ => return dead_end(site, pointer.page, &pointer.destination, target, &pointer.place),
    };
    Some(pointer.report(code))
}

/// Other pages that front matter names: the plan reported on, the page superseded. (`source.file` names a paper in a cupboard as often as a file.)
fn references(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let front_matter = &page.document.front_matter;
    let plan = front_matter.progress.iter().filter_map(|progress| progress.of.as_ref()?.page.as_ref());
    let pages = plan.chain(&front_matter.publication.supersedes).map(|given| (given, page_address(&given.value)));
    let dead = |(given, destination): (&Given<String>, String)| {
        let target = resolve(site, &page.document.source, &page.permalink, &destination);
        dead_end(site, page, &destination, &target, &Place::new(&page.document.source, given.span.clone()))
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
