//! Targets named in front matter: attachments and pages exist, URLs are valid.

use super::empty::is_nowhere;
use super::links::dead_end;
use super::missing::own_computer;
use super::pointers::Reference;
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::config::{is_web_address, meant_address};
use crate::diagnostics::Diagnostic;
use crate::site::{LinkRole, LinkTarget, Site};
use crate::source::on_own_computer;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(faults) };

fn faults(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let site = checked.site;
    page.pointers.iter().filter_map(|pointer| fault(site, pointer)).collect()
}

fn fault(site: &Site, pointer: &Reference<'_>) -> Option<Diagnostic> {
    let dead_end = || dead_end(site, pointer.page, &pointer.destination, pointer.target(site), &pointer.link.place);
    match pointer.link.role {
        LinkRole::EvidenceFile | LinkRole::EvidenceUrl | LinkRole::EvidencePage => {
            of_own_computer(pointer).or_else(|| missing(site, pointer))
        }
        // A missing plan is reported elsewhere.
        LinkRole::Plan => dead_end().filter(|_| site.missing_plan(pointer.page).is_none()),
        LinkRole::Superseded => dead_end(),
        // May name a paper document as well as a file; only a path on the author's computer is
        // surely wrong, and is shown to readers.
        LinkRole::Paper => of_own_computer(pointer),
        LinkRole::Link | LinkRole::Address | LinkRole::Image | LinkRole::Website => None,
    }
}

fn of_own_computer(pointer: &Reference<'_>) -> Option<Diagnostic> {
    let typed = pointer.link.typed;
    on_own_computer(typed).map(|file| own_computer(pointer.link.place.clone(), typed, file))
}

fn missing(site: &Site, pointer: &Reference<'_>) -> Option<Diagnostic> {
    let target = pointer.target(site);
    let code = match pointer.link.role {
        LinkRole::EvidenceFile if matches!(target, LinkTarget::Outside(_)) => "evidence-file-is-url",
        // Placeholders are reported by the rule on empty links.
        LinkRole::EvidenceUrl if is_nowhere(pointer.link.typed) => return None,
        LinkRole::EvidenceUrl if !is_web_address(pointer.link.typed) => "evidence-url",
        _ => return dead_end(site, pointer.page, &pointer.destination, target, &pointer.link.place),
    };
    Some(pointer.report(code).with_some("meant", meant_address(&pointer.destination)))
}
