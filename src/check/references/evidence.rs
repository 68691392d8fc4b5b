//! Evidence is there: attachments exist, pages exist, addresses of other sites are addresses.

use super::empty::is_nowhere;
use super::links::dead_end;
use super::missing::own_computer;
use super::pointers::{Reference, ReferenceKind};
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::config::{is_web_address, meant_address};
use crate::content::front_matter::EvidenceTarget;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::site::{LinkTarget, Page, Site, page_address, resolve};
use crate::source::on_own_computer;
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(faults) };

fn faults(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let site = checked.site;
    let pointers = page.pointers.iter().filter(|pointer| pointer.kind == ReferenceKind::Evidence);
    let of_evidence = page.document.front_matter.evidence.iter().zip(pointers);
    let missing = of_evidence.filter_map(|(evidence, pointer)| missing(site, &evidence.target, pointer));
    missing.chain(references(site, page.page)).collect()
}

fn missing(site: &Site, evidence: &EvidenceTarget, pointer: &Reference<'_>) -> Option<Diagnostic> {
    if let Some(file) = on_own_computer(&evidence.text().value) {
        return Some(own_computer(pointer.place.clone(), &evidence.text().value, file));
    }
    let target = pointer.target(site);
    let code = match evidence {
        EvidenceTarget::File(_) if matches!(target, LinkTarget::Outside(_)) => "evidence-file-is-url",
        // An address still to come is said by the rule on empty links.
        EvidenceTarget::Url(url) if is_nowhere(&url.value) => return None,
        EvidenceTarget::Url(url) if !is_web_address(&url.value) => "evidence-url",
        _ => return dead_end(site, pointer.page, &pointer.destination, target, &pointer.place),
    };
    Some(pointer.report(code).with_some("meant", meant_address(&pointer.destination)))
}

/// Other pages that front matter names: the plan reported on, the page superseded. (`source.file`
/// names a paper in a cupboard as often as a file: only the path of somebody's computer is one for
/// sure, and a reader sees it.)
fn references(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let front_matter = &page.document.front_matter;
    let paper = front_matter.source.file.iter().filter_map(|paper| {
        let file = on_own_computer(&paper.value)?;
        Some(own_computer(SourceSpan::new(&page.document.source, paper.span.clone()), &paper.value, file))
    });
    let plan = front_matter.progress.iter().filter_map(|progress| progress.of.as_ref()?.page.as_ref());
    let plan = plan.filter(|_| site.missing_plan(page).is_none());
    let pages = plan.chain(&front_matter.publication.supersedes).map(|given| (given, page_address(&given.value)));
    let dead = |(given, destination): (&Spanned<String>, String)| {
        let target = resolve(site, &page.document.source, &page.permalink, &destination);
        dead_end(site, page, &destination, &target, &SourceSpan::new(&page.document.source, given.span.clone()))
    };
    pages.filter_map(dead).chain(paper).collect()
}
