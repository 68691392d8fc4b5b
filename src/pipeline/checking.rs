//! Runs the checks on a planned site.

use super::checked_site::CheckedSite;
use super::draft::Draft;
use super::request::Request;
use crate::attachment::Inspected;
use crate::error::Result;
use crate::external::{self, Timeouts};
use crate::report::severity_policy::Report;
use crate::source::SourceTree;
use crate::store::StoredChecks;
use crate::timings::Stage;
use crate::{attachment, check};

/// Inspects the attachments and runs every check, except for what is in `known`, which is updated;
/// returns also what was inspected.
///
/// # Errors
/// An attachment that cannot be read, or the run was interrupted.
pub fn check_site(request: &Request, tree: &SourceTree, draft: &Draft, known: &mut StoredChecks) -> Result<(Report, Inspected)> {
    let timings = &request.timings;
    let mut found = draft.found.all();
    let mut inspected = Inspected::default();
    if let Some(site) = &draft.site {
        let go_on = || request.interrupt.check(&request.root);
        inspected = attachment::inspect(tree, &site.attachments, &site.config.limits, &mut known.inspected, &go_on)?;
        go_on()?;
        timings.lap(Stage::Attachments);
        let mut more = check::run(&check::CheckContext::of(site, tree, &inspected, request.today), &mut known.quiet);
        // The site holds older versions of these files, so the positions would be wrong.
        more.keep_files(|file| !draft.outdated.files.contains(file));
        found.append(more);
        timings.lap(Stage::Check);
        // Render findings pass the same gate later; unused exceptions are reported here, where all
        // findings that an exception can apply to are known.
        let unused = draft.gate.unused(&found, tree);
        found.append(unused);
    }
    Ok((draft.gate.apply(found), inspected))
}

/// Checks external links and adds the findings to the report. Optional, and independent of the two
/// halves.
pub fn follow_outside_links(understood: &mut CheckedSite, patience: Timeouts) {
    let Some(planned) = &understood.planned else { return };
    let findings = &mut understood.report.findings;
    findings.extend(understood.gate.apply(external::check(&planned.site, patience)).findings);
    findings.sort_by(|(_, a), (_, b)| {
        (&a.place.file, a.place.span.start, a.place.span.end).cmp(&(&b.place.file, b.place.span.start, b.place.span.end))
    });
}
