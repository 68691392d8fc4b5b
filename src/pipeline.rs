//! The order of the stages; nobody else knows it.
//!
//! Each stage takes values and returns a value with what it found wrong, as good a value as it can, so that one run reports
//! everything (DESIGN 2). Only the first stage and that of attachments read, and only the last one writes.

use std::path::{Path, PathBuf};

use url::Url;

use crate::catalogue::Catalogues;
use crate::config::{self, Config};
use crate::content;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::gate::{Gate, Report};
use crate::error::Result;
use crate::external::Patience;
use crate::plan::{self, Job, Outputs};
use crate::publish::{self, Output, Published};
use crate::render::{self, AssetSource, Theme};
use crate::site::{self, Drafts, Site};
use crate::source::SourceTree;
use crate::{attachment, check, external, thai};

/// What a run is asked for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The folder that holds `content/`.
    pub root: PathBuf,
    /// Another address than that of the site file.
    pub base_url: Option<Url>,
    /// Whether drafts are part of the site.
    pub drafts: Drafts,
    /// The day on which the run takes place, for checks; no output depends on it.
    pub today: thai::Date,
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

/// The first half: *the source tree holds a configuration, catalogues and documents; they are assembled into a site; the site is
/// checked, and planned as a map of outputs.*
///
/// # Errors
/// A source that cannot be read.
pub fn understand(request: &Request) -> Result<Understood> {
    let (tree, mut found) = SourceTree::read(&request.root)?;
    let (config, more) = config::read(&tree);
    found.append(more);
    let Some(config) = config else {
        let report = Gate::default().weigh(found);
        return Ok(Understood { tree, planned: None, report });
    };
    let config = Config { base_url: request.base_url.clone().unwrap_or(config.base_url), ..config };
    let gate = Gate::new(config.severity.clone());
    let (content, more) = content::read(&tree, &config.limits);
    found.append(more);
    let (catalogues, more) = Catalogues::read(&tree, &site::years_of(&config, &content));
    found.append(more);
    let (theme, more) = Theme::load(&tree, config.theme.as_ref());
    found.append(more);
    let (site, more) = site::assemble(config, catalogues, content, request.drafts);
    found.append(more);
    let attachments = attachment::inspect(&tree.root, &site.attachments, &site.config.limits)?;
    found.append(check::run(&check::Checked::of(&site, &tree, &attachments, request.today)));
    let planned = theme.map(|theme| {
        let (outputs, more) = plan::make(&site, theme.assets().map(|asset| asset.path.as_str()));
        found.append(more);
        PlannedSite { site, theme, outputs }
    });
    let report = gate.weigh(found);
    Ok(Understood { tree, planned, report })
}

/// Beside the two halves, and only when asked to: whether links to other sites lead somewhere. What is found is added to the report.
pub fn follow_outside_links(understood: &mut Understood, patience: Patience) {
    let Some(planned) = &understood.planned else { return };
    let gate = Gate::new(planned.site.config.severity.clone());
    let findings = &mut understood.report.findings;
    findings.extend(gate.weigh(external::check(&planned.site, patience)).findings);
    findings.sort_by(|(_, a), (_, b)| {
        (&a.place.file, a.place.span.start, a.place.span.end).cmp(&(&b.place.file, b.place.span.start, b.place.span.end))
    });
}

/// The second half: *each output is rendered by a pure function; the outputs are published.* `None` if errors stand in the way; then
/// nothing was touched. What rendering itself finds is added to the report.
///
/// # Errors
/// Trouble with the disk or a refusal of the folder; the folder is as it was.
pub fn publish(understood: &mut Understood, out: &Path, progress: &(dyn Fn() + Sync)) -> Result<Option<Published>> {
    let Some(planned) = understood.planned.as_ref().filter(|_| !understood.report.has_errors()) else { return Ok(None) };
    let tree = &understood.tree;
    let paths: Vec<&str> = planned.outputs.iter().map(|(path, _)| path).collect();
    let made = publish::publish(&tree.root, out, &paths, |path| {
        progress();
        render_path(planned, tree, path)
    })?;
    match made {
        Ok(published) => Ok(Some(published)),
        Err(faults) => {
            let gate = Gate::new(planned.site.config.severity.clone());
            understood.report.findings.extend(gate.weigh(faults).findings);
            Ok(None)
        }
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
        Job::Home | Job::Year(_) | Job::Page(_) | Job::Topic(_) | Job::Redirect { .. } | Job::NotFound => {
            // The template is right; the source of the page is what has to be made smaller.
            let at_source = |finding: Box<Diagnostic>| match finding.code {
                "page-too-large" => Box::new(Diagnostic { place: plan.origin.clone(), ..*finding }),
                _ => finding,
            };
            text(render::html(site, theme, &plan.job).map_err(at_source)?)
        }
        Job::PageData(id) => text(site.page(*id).map(|page| render::machine::page_data(site, page)).unwrap_or_default()),
        Job::PageTable(id, name) => text(render::csv(site, theme, *id, name).unwrap_or_default()),
        Job::Sitemap => text(render::machine::sitemap(site)),
        Job::Feed => text(render::machine::feed(site)),
        Job::Catalog => text(render::machine::catalog(site)),
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
