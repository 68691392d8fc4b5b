//! Writes a planned site to a folder.

use std::path::{Path, PathBuf};

use super::checked_site::CheckedSite;
use super::continuity::follow;
use super::describe::describe;
use super::request::Request;
use super::reusable::{reusable_output, shared_inputs_hash};
use super::search_files::{SearchFiles, SearchOutputs};
use crate::error::Result;
use crate::output::{Durability, FinalOutputs, Manifest, Published, Session, UpToDate};
use crate::source::stamps;
use crate::timings::Stage;

/// A build that has opened and locked its output folder, if it exists, but has not read the sources
/// yet.
#[derive(Debug)]
pub struct BuildStart {
    /// Set if the folder is up to date: an earlier build with the same request left it, and neither
    /// sources nor outputs have changed since. Nothing needs to be built then.
    pub(crate) left: Option<UpToDate>,
    out: PathBuf,
    /// `None` if the folder does not exist yet or no cache is configured.
    session: Option<Session>,
}

/// Runs before both halves: checks whether there is anything to build.
///
/// # Errors
/// Sources that cannot be read, or the folder is refused.
pub fn begin(request: &Request, out: &Path) -> Result<BuildStart> {
    let out = out.to_owned();
    if request.cache.is_none() || !out.exists() {
        return Ok(BuildStart { left: None, out, session: None });
    }
    let (session, sources) = rayon::join(|| Session::begin(&request.root, &out, &request.interrupt), || stamps(&request.root));
    let (session, sources) = (session?, sources?);
    request.timings.lap(Stage::Source);
    let left = sources.and_then(|sources| request.receipt(&sources)).and_then(|receipt| session.fits(&receipt));
    request.timings.lap(Stage::Compare);
    Ok(BuildStart { left, out, session: Some(session) })
}

/// The second half: *each output is rendered by a pure function; the outputs are published.*
/// Returns `None`, with the folder untouched, if findings stop the run. Findings of the rendering
/// are added to the report.
///
/// # Errors
/// A disk error, or the folder is refused; the folder is unchanged.
pub fn build(
    understood: &mut CheckedSite,
    request: &Request,
    begun: BuildStart,
    progress: &(dyn Fn() + Sync),
) -> Result<Option<Published>> {
    if understood.planned.is_none() || understood.is_stopped() {
        return Ok(None);
    }
    let BuildStart { out, session, .. } = begun;
    let session = session.map_or_else(|| Session::begin(&request.root, &out, &request.interrupt), Ok)?.timed(&request.timings);
    follow(understood, &session.old_site());
    let Some(planned) = understood.planned.as_ref().filter(|_| !understood.is_stopped()) else { return Ok(None) };
    let tree = &understood.tree;
    let paths = planned.outputs.made_together(|_| true);
    let search = SearchFiles::new(planned, tree);
    let receipt = tree.stamps().and_then(|sources| request.receipt(sources));
    let (surroundings, earlier) = rayon::join(|| shared_inputs_hash(planned, tree), || session.earlier(receipt.as_ref()?));
    let receipt = receipt.map(|receipt| receipt.with_found(understood.report.findings.len(), surroundings.clone()));
    let session = session.with_receipt(receipt);
    let left = |path| reusable_output(earlier.as_ref()?, &surroundings, planned, tree, path).cloned().inspect(|_| progress());
    let make = |paths: &[&str]| {
        paths.iter().for_each(|_| progress());
        request.timings.during(Stage::Render, || search.render(paths))
    };
    let finish = |manifest: &mut Manifest| {
        let SearchOutputs { made, left } =
            search.outputs(earlier.as_ref().filter(|earlier| earlier.has_surroundings(&surroundings)), manifest)?;
        describe(manifest, planned, &planned.site.record, tree);
        Ok(FinalOutputs { outputs: made, left, ..FinalOutputs::default() })
    };
    let made = session.publish(&paths, Durability::Cached, left, make, finish)?;
    Ok(understood.accept(made))
}
