//! Renders a planned path that depends on no other: dispatches each job to its renderer.

use super::planned::PlannedSite;
use crate::base::SITE_FILE;
use crate::diagnostics::Diagnostic;
use crate::output::Output;
use crate::plan::{Job, Planned};
use crate::render::{self, AssetSource, RenderedPage, Theme};
use crate::site::SitePage;
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

/// The same for paths that are [made together](crate::plan::Outputs::made_together), in their order:
/// one parse of a text gives its page and its tables.
///
/// # Errors
/// As [`render_job`].
pub(super) fn render_together(planned: &PlannedSite, tree: &SourceTree, paths: &[&str]) -> Result<Vec<Output>, Box<Diagnostic>> {
    let plans: Option<Vec<&Planned>> = paths.iter().map(|path| planned.outputs.get(path)).collect();
    match plans.as_deref() {
        Some([plan @ Planned { job: Job::Page(page), .. }, tables @ ..]) if !tables.is_empty() => {
            let made = unforeseen::at(plan.origin.file.as_str(), Activity::Rendering, || planned.renderer().page(*page));
            let mut made = made.map_err(|finding| whose_fault(planned, plan, finding))?;
            let tables = tables
                .iter()
                .map(|table| if let Job::TextTable(_, number) = table.job { text_table(&mut made, number) } else { String::new() });
            let tables: Vec<Output> = tables.map(Output::Text).collect();
            Ok(std::iter::once(Output::Text(made.html)).chain(tables).collect())
        }
        _ => paths.iter().map(|path| render_job(planned, tree, path)).collect(),
    }
}

fn render(planned: &PlannedSite, tree: &SourceTree, plan: &Planned) -> Result<Output, Box<Diagnostic>> {
    let PlannedSite { site, theme, .. } = planned;
    let renderer = planned.renderer();
    let text = |text: String| Ok(Output::Text(text));
    let html = |made: Result<String, Box<Diagnostic>>| made.map(Output::Text).map_err(|finding| whose_fault(planned, plan, finding));
    match &plan.job {
        Job::Page(page) => html(renderer.page(*page).map(|page| page.html)),
        Job::Redirect { from, to } => html(renderer.redirect(from, to)),
        Job::NotFound => html(renderer.not_found()),
        Job::PageData(id) => text(site.page(*id).map(|page| render::machine::page_data(site, page)).unwrap_or_default()),
        Job::PageTable(id, name) => text(render::csv(site, theme, *id, name).unwrap_or_default()),
        Job::TextTable(id, number) => html(renderer.page(SitePage::Written(*id)).map(|mut page| text_table(&mut page, *number))),
        Job::SharePicture(id) => Ok(Output::Bytes(render::share_picture(site, *id).unwrap_or_default())),
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

/// The table of a page's text with a number; empty if there is none.
fn text_table(page: &mut RenderedPage, number: usize) -> String {
    number.checked_sub(1).and_then(|at| page.text_tables.get_mut(at)).map(std::mem::take).unwrap_or_default()
}

/// Decides where to report `page-too-large`: at the custom template if the document is small, else
/// at the document.
fn whose_fault(planned: &PlannedSite, plan: &Planned, finding: Box<Diagnostic>) -> Box<Diagnostic> {
    /// Upper bound for the growth of a text when rendered as a page.
    const LONGER: usize = 20;
    let value = |name: &str| finding.values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str());
    if finding.code != "page-too-large" {
        return finding;
    }
    let page = plan.job.document().and_then(|id| planned.site.page(id));
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
        Some(AssetSource::Text(text)) => Output::Text(text.to_string()),
        Some(AssetSource::File(file)) => Output::Copy(tree.original(file)),
        None => Output::Static(b""),
    }
}
