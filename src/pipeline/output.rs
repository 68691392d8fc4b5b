//! From a planned path to its bytes: which renderer makes what.

use std::path::Path;

use super::PlannedSite;
use crate::config::SITE_FILE;
use crate::diagnostics::Diagnostic;
use crate::plan::{Job, Planned};
use crate::publish::Output;
use crate::render::{self, AssetSource, Theme};
use crate::unforeseen::{self, Doing};

/// The bytes of one output path.
///
/// # Errors
/// A template that fails, or a path that is not planned.
pub fn render_path(planned: &PlannedSite, root: &Path, path: &str) -> Result<Output, Box<Diagnostic>> {
    let Some(plan) = planned.outputs.get(path) else { return Ok(Output::Static(b"")) };
    // What is made of no file in particular is named by its own path.
    let file = Some(plan.origin.file.as_str()).filter(|file| *file != SITE_FILE);
    unforeseen::at(file.unwrap_or(path), Doing::Rendering, || render(planned, root, plan))
}

fn render(planned: &PlannedSite, root: &Path, plan: &Planned) -> Result<Output, Box<Diagnostic>> {
    let PlannedSite { site, theme, .. } = planned;
    let text = |text: String| Ok(Output::Bytes(text.into_bytes()));
    match &plan.job {
        Job::Home | Job::Year(_) | Job::Page(_) | Job::Topic(_) | Job::PageList | Job::Redirect { .. } | Job::History | Job::NotFound => {
            // The template is right; the source of the page is what has to be made smaller.
            let at_source = |finding: Box<Diagnostic>| match finding.code {
                "page-too-large" => Box::new(Diagnostic { place: plan.origin.clone(), ..*finding }),
                _ => finding,
            };
            Ok(Output::Bytes(render::html(site, theme, &plan.job).map_err(at_source)?))
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
        Job::Asset(path) => Ok(asset(theme, path, root)),
        Job::Attachment(source) => Ok(Output::Copy(source.below(root))),
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
