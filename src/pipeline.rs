//! The order of the stages; nobody else knows it.
//!
//! Each stage takes values and returns a value with what it found wrong, as good a value as it can, so that one run reports
//! everything (DESIGN 2). Only the first stage and that of attachments read, and only the last one writes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use url::Url;

use crate::catalogue::Catalogues;
use crate::config::{self, Checks, Config};
use crate::content;
use crate::diagnostics::gate::{Gate, Purpose, Report};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::error::Result;
use crate::external::Patience;
use crate::plan::{self, Job, Outputs};
use crate::publish::{Durability, Finish, HISTORY_OF_SITE, HistoryMark, Interrupt, Manifest, Output, Published, Session};
use crate::record::{self, Changes, HistoryEntry, Record};
use crate::render::{self, AssetSource, Theme};
use crate::site::{self, Drafts, Site};
use crate::source::SourceTree;
use crate::timings::{Stage, Timings};
use crate::{attachment, check, checksum, external, thai};

/// What a run is asked for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The folder that holds `content/`.
    pub root: PathBuf,
    /// Another address than that of the site file.
    pub base_url: Option<Url>,
    /// Whether drafts are part of the site.
    pub drafts: Drafts,
    /// What the findings are for.
    pub purpose: Purpose,
    /// The day on which the run takes place, for checks; no output depends on it.
    pub today: thai::Date,
    /// Whether it is to end early; only runs that write look at it.
    pub interrupt: Interrupt,
    /// The stopwatch of the run, if it has one.
    pub timings: Timings,
}

impl Request {
    /// To look at a site as it is and write nothing: without drafts, at its own address.
    pub fn to_look(root: PathBuf, purpose: Purpose, today: thai::Date) -> Request {
        Request { root, base_url: None, drafts: Drafts::Hide, purpose, today, interrupt: Interrupt::default(), timings: Timings::default() }
    }
}

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
}

/// A site that can be rendered.
#[derive(Debug)]
pub struct PlannedSite {
    /// The pages.
    pub site: Site,
    /// How they look.
    pub theme: Theme,
    /// What is written where.
    pub outputs: Outputs,
}

impl Understood {
    /// The same with what was found later, weighed for the same purpose.
    fn with(mut self, found: Diagnostics) -> Understood {
        self.report.findings.extend(self.gate.weigh(found).findings);
        self
    }

    /// What was published; the findings of a run that made nothing join the report.
    fn accept(&mut self, made: Result<Published, Diagnostics>) -> Option<Published> {
        made.map_err(|faults| self.report.findings.extend(self.gate.weigh(faults).findings)).ok()
    }
}

impl PlannedSite {
    /// The same site with another record, planned anew: the first publication brings the history page.
    fn with(self, record: Record) -> PlannedSite {
        let site = Site { record, ..self.site };
        let (outputs, _) = plan::make(&site, self.theme.assets().map(|asset| asset.path.as_str()));
        PlannedSite { site, outputs, theme: self.theme }
    }
}

/// The first half: *the source tree holds a configuration, catalogues and documents; they are assembled into a site; the site is
/// checked, and planned as a map of outputs.*
///
/// # Errors
/// A source that cannot be read.
pub fn understand(request: &Request) -> Result<Understood> {
    let timings = &request.timings;
    let (tree, mut found) = SourceTree::read(&request.root)?;
    timings.lap(Stage::Source);
    let (config, more) = config::read(&tree);
    found.append(more);
    let Some(config) = config else {
        let gate = Gate::new(Checks::default(), request.purpose);
        return Ok(Understood { tree, planned: None, report: gate.weigh(found), gate });
    };
    let config = Config { base_url: request.base_url.clone().unwrap_or(config.base_url), ..config };
    let gate = Gate::new(config.checks.clone(), request.purpose);
    let go_on = || request.interrupt.check(&request.root);
    go_on()?;
    timings.lap(Stage::Config);
    let (content, more) = content::read(&tree, &config.limits);
    found.append(more);
    timings.lap(Stage::Content);
    let years: Vec<_> = site::years_of(&config, &content).into_iter().chain(content.assessed_years()).collect();
    let (catalogues, more) = Catalogues::read(&tree, &years);
    found.append(more);
    let (theme, more) = Theme::load(&tree, config.theme.as_ref());
    found.append(more);
    let (record, more) = Record::read(&tree);
    found.append(more);
    timings.lap(Stage::Config);
    let (site, more) = site::assemble(config, catalogues, content, record, request.drafts);
    found.append(more);
    go_on()?;
    timings.lap(Stage::Site);
    let attachments = attachment::inspect(&tree.root, &site.attachments, &site.config.limits)?;
    go_on()?;
    timings.lap(Stage::Attachments);
    found.append(check::run(&check::Checked::of(&site, &tree, &attachments, request.today)));
    timings.lap(Stage::Check);
    let planned = theme.map(|theme| {
        let (outputs, more) = plan::make(&site, theme.assets().map(|asset| asset.path.as_str()));
        found.append(more);
        PlannedSite { site, theme, outputs }
    });
    // Rendering weighs its faults through the same gate; what is unused is said here, where all that is excepted can be found.
    let unused = gate.unused(&found, &tree);
    found.append(unused);
    let report = gate.weigh(found);
    timings.lap(Stage::Plan);
    Ok(Understood { tree, planned, report, gate })
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

/// The second half: *each output is rendered by a pure function; the outputs are published.* `None` if errors stand in the way; then
/// nothing was touched. What rendering itself finds is added to the report.
///
/// # Errors
/// Trouble with the disk or a refusal of the folder; the folder is as it was.
pub fn publish(understood: &mut Understood, request: &Request, out: &Path, progress: &(dyn Fn() + Sync)) -> Result<Option<Published>> {
    let Some(planned) = understood.planned.as_ref().filter(|_| !understood.report.has_errors()) else { return Ok(None) };
    let tree = &understood.tree;
    let paths: Vec<&str> = planned.outputs.iter().map(|(path, _)| path).collect();
    let make = |path| {
        progress();
        request.timings.during(Stage::Render, || render_path(planned, tree, path))
    };
    let finish = |manifest: &mut Manifest| {
        describe(manifest, planned, &planned.site.record, tree);
        Ok(Finish::default())
    };
    let made =
        Session::begin(&tree.root, out, &request.interrupt)?.timed(&request.timings).publish(&paths, Durability::Cached, make, finish)?;
    Ok(understood.accept(made))
}

/// A publication that counts: what it changed.
#[derive(Clone, Debug, Default)]
pub struct Submitted {
    /// What the run did to the folder.
    pub published: Published,
    /// What the history says of it; empty if nothing of what was published before differs.
    pub changes: Changes,
}

/// Like [`publish`], and the records with it: every URL is locked, what changed is appended to the history, and all of it takes its place together.
/// The folder is ours from before the sources are read, so that two publications cannot both follow on the same history.
///
/// # Errors
/// Trouble with the disk or a refusal of the folder; folder and records are as they were.
pub fn submit(request: &Request, out: &Path, note: Option<&str>, progress: &(dyn Fn() + Sync)) -> Result<(Understood, Option<Submitted>)> {
    let session = Session::begin(&request.root, out, &request.interrupt)?;
    let mut understood = understand(request)?;
    let Some(planned) = understood.planned.take().filter(|_| !understood.report.has_errors()) else { return Ok((understood, None)) };
    let now = match hashes(&planned, &understood.tree, &request.interrupt)? {
        Ok(now) => now,
        Err(faults) => return Ok((understood.with(faults), None)),
    };
    let old = planned.site.record.clone();
    let changes = Changes::between(&old.history, &now);
    if note.is_none() {
        let published = Manifest::read(session.folder())?;
        let is_as_typed = |url: &str| is_as_typed(&published, &planned, &understood.tree, url);
        let frozen = record::frozen(&planned.site, &planned.outputs, &changes, request.today, is_as_typed);
        if !frozen.is_empty() {
            return Ok((understood.with(frozen), None));
        }
    }
    // The days on which a page was published stand on the page, so its bytes are settled only now, and their hashes after that.
    let entry = |changes: Changes| HistoryEntry { date: request.today, note: note.map(str::to_owned), changes };
    let planned = match changes.is_empty() {
        true => planned,
        false => {
            let next = old.next(&planned.outputs, entry(changes));
            planned.with(next)
        }
    };
    let (tree, is_new) = (&understood.tree, planned.site.record.history.entries.len() > old.history.entries.len());
    let is_written_last = |job: &Job| is_new && matches!(job, Job::History | Job::HistoryLog);
    let paths: Vec<&str> = planned.outputs.iter().filter(|(_, output)| !is_written_last(&output.job)).map(|(path, _)| path).collect();
    let make = |path| {
        progress();
        render_path(&planned, tree, path)
    };
    let mut changes = Changes::default();
    let finish = |manifest: &mut Manifest| {
        let mut record = planned.site.record.clone();
        let mut outputs = Vec::new();
        if is_new {
            changes = Changes::between(&old.history, &planned.outputs.hashes(manifest));
            record = old.next(&planned.outputs, entry(changes.clone()));
            let page = render::history(&planned.site, &planned.theme, &record.history)?;
            let log = record.history.text.clone();
            outputs = vec![
                ("history/index.html".to_owned(), Output::Bytes(page.into_bytes())),
                (HISTORY_OF_SITE.to_owned(), Output::Bytes(log.into_bytes())),
            ];
        }
        describe(manifest, &planned, &record, tree);
        Ok(Finish { outputs, records: record.files_other_than(&old) })
    };
    let made = session.publish(&paths, Durability::OnDisk, make, finish)?;
    let submitted = understood.accept(made).map(|published| Submitted { published, changes });
    Ok((understood, submitted))
}

/// Whether the file behind a page is what it was when the site in the folder was published.
fn is_as_typed(published: &Manifest, planned: &PlannedSite, tree: &SourceTree, url: &str) -> bool {
    let Some((_, path, output)) = planned.outputs.urls().find(|(known, ..)| *known == url) else { return false };
    let before = published.files.iter().find(|entry| entry.path == path).and_then(|entry| entry.source_sha256.clone());
    let now = tree.text(output.origin.file.as_str()).map(|file| checksum::hex(&file.sha256));
    before.is_some() && before == now
}

/// The SHA-256 of every output that has an address to be kept.
fn hashes(planned: &PlannedSite, tree: &SourceTree, interrupt: &Interrupt) -> Result<Result<BTreeMap<String, String>, Diagnostics>> {
    let urls: Vec<(&str, &str)> = planned.outputs.urls().map(|(url, path, _)| (url, path)).collect();
    let hash = |path| {
        interrupt.check(&tree.root)?;
        render_path(planned, tree, path).map(|output| output.sha256()).map_or_else(|fault| Ok(Err(fault)), |hash| hash.map(Ok))
    };
    let made: Vec<_> = urls.par_iter().map(|(url, path)| (*url, hash(path))).collect();
    let (mut hashes, mut faults) = (BTreeMap::new(), Diagnostics::new());
    for (url, made) in made {
        match made? {
            Ok(hash) => drop(hashes.insert(url.to_owned(), hash)),
            Err(fault) => faults.push(*fault),
        }
    }
    Ok(if faults.is_empty() { Ok(hashes) } else { Err(faults) })
}

/// Says in the manifest from which source each file was made, and which history the site belongs to.
fn describe(manifest: &mut Manifest, planned: &PlannedSite, record: &Record, tree: &SourceTree) {
    manifest.history = record.history.head().map(|head| HistoryMark { entries: record.history.entries.len(), head });
    for entry in &mut manifest.files {
        let Some(output) = planned.outputs.get(&entry.path) else { continue };
        if !matches!(output.job, Job::Page(_) | Job::PageData(_) | Job::PageTable(..) | Job::Redirect { .. } | Job::Attachment(_)) {
            continue;
        }
        let source = &output.origin.file;
        entry.source = Some(source.to_string());
        entry.source_sha256 = tree.text(source.as_str()).map(|file| checksum::hex(&file.sha256));
    }
}

/// The bytes of one output path.
///
/// # Errors
/// A template that fails, or a path that is not planned.
pub fn render_path(planned: &PlannedSite, tree: &SourceTree, path: &str) -> Result<Output, Box<Diagnostic>> {
    let PlannedSite { site, theme, outputs } = planned;
    let Some(plan) = outputs.get(path) else { return Ok(Output::Static(b"")) };
    let text = |text: String| Ok(Output::Bytes(text.into_bytes()));
    match &plan.job {
        Job::Home | Job::Year(_) | Job::Page(_) | Job::Topic(_) | Job::Redirect { .. } | Job::History | Job::NotFound => {
            // The template is right; the source of the page is what has to be made smaller.
            let at_source = |finding: Box<Diagnostic>| match finding.code {
                "page-too-large" => Box::new(Diagnostic { place: plan.origin.clone(), ..*finding }),
                _ => finding,
            };
            text(render::html(site, theme, &plan.job).map_err(at_source)?)
        }
        Job::PageData(id) => text(site.page(*id).map(|page| render::machine::page_data(site, page)).unwrap_or_default()),
        Job::PageTable(id, name) => text(render::csv(site, theme, *id, name).unwrap_or_default()),
        Job::HistoryLog => text(site.record.history.text.clone()),
        Job::Sitemap => text(render::machine::sitemap(site)),
        Job::Feed => text(render::machine::feed(site)),
        Job::Catalog => text(render::machine::catalog(site)),
        Job::SecurityTxt => {
            text(site.config.security.as_ref().map(|security| render::machine::security_txt(site, security)).unwrap_or_default())
        }
        Job::Headers(host) => text(render::machine::headers(*host, &site.config.base_url)),
        Job::Asset(path) => Ok(asset(theme, path, &tree.root)),
        Job::Attachment(source) => Ok(Output::Copy(source.below(&tree.root))),
    }
}

fn asset(theme: &Theme, path: &str, root: &Path) -> Output {
    match theme.asset(path).map(|asset| &asset.source) {
        Some(AssetSource::BuiltIn(bytes)) => Output::Static(bytes),
        Some(AssetSource::Text(text)) => Output::Bytes(text.as_bytes().to_vec()),
        Some(AssetSource::File(file)) => Output::Copy(file.below(root)),
        None => Output::Static(b""),
    }
}
