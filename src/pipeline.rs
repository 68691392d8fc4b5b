//! The order of the stages; nobody else knows it.
//!
//! Each stage takes values and returns a value with what it found wrong, as good a value as it can, so that one run reports
//! everything (DESIGN 2). Only the first stage and that of attachments read, and only the last one writes.

mod continuity;
mod describe;
mod edited;
mod found;
mod left;
mod memory;
mod output;
mod renamed;
mod request;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use continuity::follow_published;
pub use edited::plan_edited;
pub use memory::Memory;
pub use output::render_path;
pub use renamed::{Renaming, rename};
pub use request::{Cache, Request};

use crate::base::RelPath;
use crate::config::{self, Checks, Config};
use crate::diagnostics::{Diagnostics, Purpose, Severity};
use crate::error::Result;
use crate::external::Patience;
use crate::plan::{self, Outputs};
use crate::publish::{Durability, Finish, Left, Manifest, Published, Session};
use crate::record::{self, Record};
use crate::render::Theme;
use crate::report::gate::{Gate, Report, Strictness};
use crate::site::{self, Site};
use crate::source::{Keep, SourceTree, stamps};
use crate::timings::Stage;
use crate::{attachment, check, content, external};

pub(crate) use continuity::follow;
pub(crate) use describe::describe;
use found::Found;
use left::{left_by, surroundings};

/// Everything that is known about a site before anything is rendered.
#[derive(Debug)]
pub struct Understood {
    /// The files, for the lines in messages.
    pub tree: SourceTree,
    /// The site with its theme and plan; `None` if the site file or the theme cannot be used.
    pub planned: Option<PlannedSite>,
    /// What is wrong, weighed.
    pub report: Report,
    gate: Gate,
    strictness: Strictness,
}

/// A site that can be rendered; the parts are shared with whoever answers from them.
#[derive(Clone, Debug)]
pub struct PlannedSite {
    /// The pages.
    pub site: Arc<Site>,
    /// How they look.
    pub theme: Arc<Theme>,
    /// What is written where.
    pub outputs: Arc<Outputs>,
}

/// What the stages up to the plan give: enough to render any page, and not checked yet.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The site with its theme and plan; `None` if the site file or the theme cannot be used.
    pub planned: Option<PlannedSite>,
    /// What of it is older than the files.
    pub outdated: Outdated,
    /// What is checked, also when there is no theme to show it.
    site: Option<Arc<Site>>,
    found: Found,
    gate: Gate,
}

/// What is shown as it was before, because the files cannot be used as they are now. Only the preview has a before.
#[derive(Clone, Debug, Default)]
pub struct Outdated {
    /// Documents, lists of items, and the results of the body.
    pub files: BTreeSet<RelPath>,
    /// Whether anything but documents is older: then every page is.
    pub frame: bool,
}

impl Draft {
    /// What was found on the way to the plan, weighed; the checks find more.
    pub fn report(&self) -> Report {
        self.gate.weigh(self.found.all())
    }

    /// Whether it was found on the way to `other` too, and nothing else: then their reports are the same.
    pub fn shares_findings(&self, other: &Draft) -> bool {
        self.found.is(&other.found)
    }
}

impl Understood {
    /// Whether what was found stops the run.
    pub fn is_stopped(&self) -> bool {
        self.report.stops(self.strictness)
    }

    /// What was found later, weighed for the same purpose.
    pub(crate) fn add(&mut self, found: Diagnostics) {
        self.report.findings.extend(self.gate.weigh(found).findings);
    }

    /// What needs a reason to be published has one: it is still said, and stops nothing.
    pub(crate) fn accept_reason(&mut self) {
        let moved = self.report.findings.iter_mut().filter(|(_, finding)| finding.code == "base-moved");
        moved.for_each(|(severity, _)| *severity = Severity::Info);
    }

    /// What was published; the findings of a run that made nothing join the report.
    fn accept(&mut self, made: Result<Published, Diagnostics>) -> Option<Published> {
        made.map_err(|faults| self.add(faults)).ok()
    }
}

impl PlannedSite {
    /// The same site with another record, planned anew: the first publication brings the history page.
    pub(crate) fn with(self, record: Record) -> PlannedSite {
        let site = Site { record: Arc::new(record), ..Site::clone(&self.site) };
        let (outputs, _) = plan::make(&site, self.theme.assets().map(|asset| asset.path.as_str()));
        PlannedSite { site: Arc::new(site), outputs: Arc::new(outputs), theme: self.theme }
    }
}

/// The first half: *the source tree holds a configuration, catalogues and documents; they are assembled into a site; the site is
/// checked, and planned as a map of outputs.*
///
/// # Errors
/// A source that cannot be read.
pub fn understand(request: &Request) -> Result<Understood> {
    let tree = SourceTree::read(&request.root, Keep::Packed)?;
    request.timings.lap(Stage::Source);
    let mut memory = Memory::default();
    let draft = plan_site(request, &tree, &mut memory)?;
    let report = check_site(request, &tree, &draft, &mut attachment::Known::default())?;
    Ok(Understood { tree, planned: draft.planned, report, gate: draft.gate, strictness: request.strictness })
}

/// The stages from the files to the plan. Where the files cannot be used, what the memory holds from before is.
///
/// # Errors
/// The run is to end early.
pub fn plan_site(request: &Request, tree: &SourceTree, memory: &mut Memory) -> Result<Draft> {
    let timings = &request.timings;
    let mut found = tree.findings();
    let mut outdated = Outdated::default();
    let (config, more) = config::read(tree);
    found.append(more);
    outdated.frame |= config.is_none();
    let Some(config) = config.or_else(|| memory.last_config.clone()) else {
        return Ok(Draft { planned: None, outdated, site: None, found: found.into(), gate: Gate::new(Checks::default(), request.purpose) });
    };
    memory.last_config = Some(config.clone());
    let config = Config { base_url: request.base_url.clone().unwrap_or(config.base_url), ..config };
    let gate = Gate::new(config.checks.clone(), request.purpose);
    request.interrupt.check(&request.root)?;
    timings.lap(Stage::Config);
    let (mut content, more) = content::read(tree, &config.limits, &mut memory.documents);
    found.append(more);
    outdated.files = memory.documents.outdated();
    let mut data: Vec<RelPath> = memory.results_or_as_before(tree, &mut content, &found).into_iter().collect();
    timings.lap(Stage::Content);
    let years: Vec<_> = site::years_of(&config, &content).into_iter().chain(content.assessed_years()).collect();
    let ((catalogues, more), (theme, of_theme)) = memory.catalogues_and_theme(tree, &config, &years);
    found.append(more);
    let (catalogues, broken) = catalogues.or_as_before(&memory.last_catalogues);
    memory.last_catalogues = catalogues.clone();
    data.extend(broken);
    outdated.frame |= !data.is_empty();
    outdated.files.extend(data);
    found.append(of_theme);
    outdated.frame |= theme.is_none();
    memory.last_theme = theme.or_else(|| memory.last_theme.clone());
    let (record, more) = Record::read(tree);
    found.append(more);
    // A build for another place moves nothing.
    if request.base_url.is_none() || request.purpose == Purpose::Submission {
        found.extend(record::moved(&config, &record));
    }
    timings.lap(Stage::Config);
    let (site, more) = site::assemble(config, catalogues, content, record, request.drafts);
    found.append(more);
    request.interrupt.check(&request.root)?;
    timings.lap(Stage::Site);
    let site = Arc::new(site);
    let planned = memory.last_theme.clone().map(|theme| {
        let (outputs, more) = plan::make(&site, theme.assets().map(|asset| asset.path.as_str()));
        found.append(more);
        PlannedSite { site: Arc::clone(&site), theme, outputs: Arc::new(outputs) }
    });
    timings.lap(Stage::Plan);
    Ok(Draft { planned, outdated, site: Some(site), found: found.into(), gate })
}

/// Looks into the attachments that are not `known` and runs every check.
///
/// # Errors
/// An attachment that cannot be read, or the run is to end early.
pub fn check_site(request: &Request, tree: &SourceTree, draft: &Draft, known: &mut attachment::Known) -> Result<Report> {
    let timings = &request.timings;
    let mut found = draft.found.all();
    if let Some(site) = &draft.site {
        let go_on = || request.interrupt.check(&request.root);
        let attachments = attachment::inspect(tree, &site.attachments, &site.config.limits, known, &go_on)?;
        go_on()?;
        timings.lap(Stage::Attachments);
        let mut more = check::run(&check::Checked::of(site, tree, &attachments, request.today));
        // What is older than its file would be reported at places that are others now.
        more.keep_files(|file| !draft.outdated.files.contains(file));
        found.append(more);
        timings.lap(Stage::Check);
        // Rendering weighs its faults through the same gate; what is unused is said here, where all that is excepted can be found.
        let unused = draft.gate.unused(&found, tree);
        found.append(unused);
    }
    Ok(draft.gate.weigh(found))
}

/// Beside the two halves, and only when asked to: whether links to other sites lead somewhere. What is found is added to the report.
pub fn follow_outside_links(understood: &mut Understood, patience: Patience) {
    let Some(planned) = &understood.planned else { return };
    let findings = &mut understood.report.findings;
    findings.extend(understood.gate.weigh(external::check(&planned.site, patience)).findings);
    findings.sort_by(|(_, a), (_, b)| {
        (&a.place.file, a.place.span.start, a.place.span.end).cmp(&(&b.place.file, b.place.span.start, b.place.span.end))
    });
}

/// A build that has looked at its folder, which is its own from then on, and not yet at the site.
#[derive(Debug)]
pub struct Begun {
    /// What an earlier build left in the folder, if this one would leave the same: it was asked for the same, and neither sources nor outputs were touched
    /// since. Then there is nothing to do.
    pub left: Option<Left>,
    out: PathBuf,
    /// Of a folder that is there.
    session: Option<Session>,
}

/// Before both halves: whether there is anything to build.
///
/// # Errors
/// Sources that cannot be looked at, or a refusal of the folder.
pub fn begin(request: &Request, out: &Path) -> Result<Begun> {
    let out = out.to_owned();
    if request.cache.is_none() || !out.exists() {
        return Ok(Begun { left: None, out, session: None });
    }
    let (session, sources) = rayon::join(|| Session::begin(&request.root, &out, &request.interrupt), || stamps(&request.root));
    let (session, sources) = (session?, sources?);
    request.timings.lap(Stage::Source);
    let left = sources.and_then(|sources| request.receipt(&sources)).and_then(|receipt| session.fits(&receipt));
    request.timings.lap(Stage::Compare);
    Ok(Begun { left, out, session: Some(session) })
}

/// The second half: *each output is rendered by a pure function; the outputs are published.* `None` if findings stand in the way; then
/// nothing was touched. What rendering itself finds is added to the report.
///
/// # Errors
/// Trouble with the disk or a refusal of the folder; the folder is as it was.
pub fn build(understood: &mut Understood, request: &Request, begun: Begun, progress: &(dyn Fn() + Sync)) -> Result<Option<Published>> {
    if understood.planned.is_none() || understood.is_stopped() {
        return Ok(None);
    }
    let Begun { out, session, .. } = begun;
    let session = session.map_or_else(|| Session::begin(&request.root, &out, &request.interrupt), Ok)?.timed(&request.timings);
    follow(understood, &session.old_site());
    let Some(planned) = understood.planned.as_ref().filter(|_| !understood.is_stopped()) else { return Ok(None) };
    let tree = &understood.tree;
    let paths: Vec<&str> = planned.outputs.iter().map(|(path, _)| path).collect();
    let finish = |manifest: &mut Manifest| {
        describe(manifest, planned, &planned.site.record, tree);
        Ok(Finish::default())
    };
    let receipt = tree.stamps().and_then(|sources| request.receipt(sources));
    let (surroundings, earlier) = rayon::join(|| surroundings(planned, tree), || session.earlier(receipt.as_ref()?));
    let receipt = receipt.map(|receipt| receipt.with_found(understood.report.findings.len(), surroundings.clone()));
    let session = session.with_receipt(receipt);
    let left = |path| left_by(earlier.as_ref()?, &surroundings, planned, tree, path).cloned().inspect(|_| progress());
    let make = |path| {
        progress();
        request.timings.during(Stage::Render, || render_path(planned, tree, path))
    };
    let made = session.publish(&paths, Durability::Cached, left, make, finish)?;
    Ok(understood.accept(made))
}
