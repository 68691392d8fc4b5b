//! The order of the stages; no other module knows it.
//!
//! Each stage takes values and returns a value together with its findings. The value is as complete
//! as possible, so that one run reports everything (AR1). Only the first stage and that of
//! attachments read files, and only the last one writes.

mod build;
mod checked_site;
mod checking;
mod continuity;
mod describe;
mod draft;
mod edited;
mod plan_findings;
mod planned;
mod planning;
mod preview_cache;
mod render_job;
mod render_path;
mod request;
mod reusable;
mod search_files;

pub use build::{BuildStart, begin, build};
pub use checked_site::CheckedSite;
pub use checking::{check_site, follow_outside_links};
pub(crate) use continuity::follow;
pub use continuity::follow_published;
pub(crate) use describe::describe;
pub use draft::{Draft, Stale};
pub use edited::plan_edited;
pub use planned::PlannedSite;
pub use preview_cache::PreviewCache;
pub use render_path::render_path;
pub use request::{Cache, Request};
pub(crate) use search_files::SearchFiles;
pub use search_files::searched_pages;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::error::Result;
use crate::record::Record;
use crate::source::{SourceTree, StorageMode};
use crate::store::StoredRun;
use crate::timings::Stage;
use crate::{config, content, plan, site};
use planning::Planning;

/// The first half: *the source tree holds a configuration, catalogues and documents; they are
/// assembled into a site; the site is checked, and planned as a map of outputs.* The second half is
/// [`build`] or [publish](crate::release::publish).
///
/// # Errors
/// A source that cannot be read.
pub fn understand(request: &Request) -> Result<CheckedSite> {
    let before = request.stored_run(StorageMode::Packed);
    let tree = before.tree.read_again(&BTreeSet::new())?;
    request.timings.lap(Stage::Source);
    let (mut memory, mut checks) = (PreviewCache::with_documents(before.documents.clone()), before.checks.clone());
    let draft = plan_site(request, &tree, &mut memory)?;
    let (report, inspected) = check_site(request, &tree, &draft, &mut checks)?;
    let is_stored = before.is_still_of(&tree, &checks);
    let run = || StoredRun { tree: tree.clone(), documents: memory.documents, checks };
    let storing = if is_stored { None } else { request.store_run_meanwhile(run()) };
    let planned = draft.planned.map(|planned| PlannedSite { inspected: Arc::new(inspected), ..planned });
    Ok(CheckedSite { tree, planned, report, gate: draft.gate, strictness: request.strictness, storing })
}

/// Runs the stages from the files to the plan. Inputs that cannot be used are replaced by the last
/// good values in `memory`.
///
/// # Errors
/// The run was interrupted.
pub fn plan_site(request: &Request, tree: &SourceTree, memory: &mut PreviewCache) -> Result<Draft> {
    let mut planning = Planning::begin(request, tree);
    let Some(config) = planning.config(config::read(tree), memory)? else { return Ok(planning.end_without_site()) };
    let content = content::read(tree, &config.limits, &mut memory.documents);
    let content = planning.content(content, memory);
    let (catalogues, theme) = memory.catalogues_and_theme(tree, &config, &site::years_of_lists(&config, &content));
    let catalogues = planning.catalogues(catalogues, memory);
    let theme = planning.theme(theme, memory);
    let record = planning.record(Record::read(tree), &config);
    let site = planning.site(site::assemble(config, catalogues, content, record, request.drafts))?;
    let planned = theme.map(|theme| {
        let outputs = planning.outputs(plan::make(&site, theme.asset_paths(), theme.item_pictures()));
        PlannedSite::new(&site, theme, outputs)
    });
    Ok(planning.end(site, planned))
}
