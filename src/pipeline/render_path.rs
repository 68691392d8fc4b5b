//! Renders any planned path.

use super::planned::PlannedSite;
use super::render_job::render_job;
use super::search_files::SearchFiles;
use crate::diagnostics::Diagnostic;
use crate::output::Output;
use crate::plan::{Job, Planned};
use crate::source::SourceTree;

/// Returns the bytes of one output path; none for a path that is not planned.
///
/// # Errors
/// A template error, or a page over its limits.
pub fn render_path(planned: &PlannedSite, tree: &SourceTree, path: &str) -> Result<Output, Box<Diagnostic>> {
    match planned.outputs.get(path) {
        Some(Planned { job: job @ (Job::SearchShard(_) | Job::SearchIndex), .. }) => {
            SearchFiles::new(planned, tree).script(job).map(Output::Text)
        }
        _ => render_job(planned, tree, path),
    }
}
