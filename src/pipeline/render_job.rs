//! Renders a planned path that depends on no other: dispatches each job to its renderer.

use super::planned::PlannedSite;
use crate::base::SITE_FILE;
use crate::diagnostics::Diagnostic;
use crate::output::Output;
use crate::plan::{Job, Planned};
use crate::render::{self, AssetSource, Theme};
use crate::site::Site;
use crate::source::SourceTree;
use crate::unforeseen::{self, Activity};

/// Returns the bytes of one output path; none for a path that is not planned, and for the scripts of
/// the search page, which are made from all other pages.
///
/// # Errors
/// A template error, or a page over its limits.
pub(super) fn render_job(planned: &PlannedSite, tree: &SourceTree, path: &str) -> Result<Output, Box<Diagnostic>> {
    let Some(plan) = planned.outputs.get(path) else { return Ok(Output::Static(b"")) };
    // Outputs without a single source file are named by their own path.
    let file = Some(plan.origin.file.as_str()).filter(|file| *file != SITE_FILE);
    unforeseen::at(file.unwrap_or(path), Activity::Rendering, || render(planned, tree, plan))
}

fn render(planned: &PlannedSite, tree: &SourceTree, plan: &Planned) -> Result<Output, Box<Diagnostic>> {
    let PlannedSite { site, theme, .. } = planned;
    let text = |text: String| Ok(Output::Bytes(text.into_bytes()));
    let html = |made: Result<Vec<u8>, Box<Diagnostic>>| made.map(Output::Bytes).map_err(|finding| whose_fault(site, plan, finding));
    match &plan.job {
        Job::Page(page) => html(render::page(site, theme, *page)),
        Job::Redirect { from, to } => html(render::redirect(site, theme, from, to)),
        Job::NotFound => html(render::not_found(site, theme)),
        Job::PageData(id) => text(site.page(*id).map(|page| render::machine::page_data(site, page)).unwrap_or_default()),
        Job::PageTable(id, name) => text(render::csv(site, theme, *id, name).unwrap_or_default()),
        Job::TextTable(id, number) => text(render::text_table(site, *id, *number).unwrap_or_default()),
        Job::HistoryLog => text(site.record.history.text.clone()),
        Job::Sitemap => text(render::machine::sitemap(site)),
        Job::SearchShard(_) | Job::SearchIndex => Ok(Output::Static(b"")),
        Job::Feed => text(render::feed(site, theme)),
        Job::Catalog => text(render::machine::catalog(site, theme.strings(site.config.lang()))),
        Job::Robots => text(render::machine::robots(site)),
        Job::SecurityTxt => {
            text(site.config.security.as_ref().map(|security| render::machine::security_txt(site, security)).unwrap_or_default())
        }
        Job::Headers(host) => text(render::machine::headers(*host, &site.config.base_url)),
        Job::Asset(path) => Ok(asset(theme, path, tree)),
        Job::Witness(at) => text(site.witnesses.get(*at).map(|witness| witness.text.clone()).unwrap_or_default()),
        Job::Attachment(source) => Ok(Output::Copy(tree.original(source))),
    }
}

/// Decides where to report `page-too-large`: at the custom template if the document is small, else
/// at the document.
fn whose_fault(site: &Site, plan: &Planned, finding: Box<Diagnostic>) -> Box<Diagnostic> {
    /// Upper bound for the growth of a text when rendered as a page.
    const LONGER: usize = 20;
    let value = |name: &str| finding.values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str());
    if finding.code != "page-too-large" {
        return finding;
    }
    let page = plan.job.document().and_then(|id| site.page(id));
    let size = page.map_or(0, |page| page.document.body.file.len());
    let limit = value("limit").and_then(|limit| limit.parse().ok()).unwrap_or(usize::MAX);
    match value("template").is_some() && size.saturating_mul(LONGER) < limit {
        true => Box::new(finding.with("size", size)),
        false => Box::new(Diagnostic { place: plan.origin.clone(), ..*finding }),
    }
}

fn asset(theme: &Theme, path: &str, tree: &SourceTree) -> Output {
    match theme.asset(path).map(|asset| &asset.source) {
        Some(AssetSource::BuiltIn(bytes)) => Output::Static(bytes),
        Some(AssetSource::Text(text)) => Output::Bytes(text.as_bytes().to_vec()),
        Some(AssetSource::File(file)) => Output::Copy(tree.original(file)),
        None => Output::Static(b""),
    }
}
