//! A publication with records.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::before::PreviousRelease;
use super::frozen;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::error::Result;
use crate::output::{Durability, FinalOutputs, Interrupt, Manifest, Output, Published, Session};
use crate::pipeline::{CheckedSite, PlannedSite, Request, SearchFiles, describe, follow, render_path, understand};
use crate::record::{Changes, HistoryEntry, Record};
use crate::release::Summary;
use crate::site::Site;
use crate::source::SourceTree;

/// Outcome of a publication.
#[derive(Clone, Debug)]
pub enum Submission {
    /// Folder and records have been replaced.
    Done(Box<Submitted>),
    /// The changes are frozen and need a reason.
    Frozen(Option<Summary>),
    /// Findings stop the publication.
    Stopped,
}

/// A completed publication.
#[derive(Clone, Debug, Default)]
pub struct Submitted {
    /// Changes to the output folder.
    pub(crate) published: Published,
    /// Changes recorded in the history; empty if nothing differs from the last publication.
    pub(crate) changes: Changes,
    /// The same for people; `None` for the first publication.
    pub(crate) summary: Option<Summary>,
}

impl Submitted {
    /// True for the first publication in the records.
    pub fn is_first(&self) -> bool {
        self.summary.is_none() && !self.changes.is_empty()
    }
}

/// Like [`build`](crate::pipeline::build), but with records: every URL is locked, the changes are
/// appended to the history, and folder and records are replaced together. The folder is locked
/// before the sources are read, so that two publications cannot continue the same history entry.
///
/// # Errors
/// A disk error, or the folder is refused; folder and records are unchanged.
pub fn publish(request: &Request, out: &Path, note: Option<&str>, progress: &(dyn Fn() + Sync)) -> Result<(CheckedSite, Submission)> {
    let session = Session::begin_publication(&request.root, out, &request.interrupt)?;
    let mut understood = understand(request)?;
    follow(&mut understood, &session.old_site());
    if note.is_some() {
        understood.accept_reason();
    }
    let Some(planned) = understood.planned.take().filter(|_| !understood.is_stopped()) else {
        return Ok((understood, Submission::Stopped));
    };
    let now = match hashes(&planned, &understood.tree, &request.interrupt)? {
        Ok(now) => now,
        Err(faults) => {
            understood.add(faults);
            return Ok((understood, Submission::Stopped));
        }
    };
    let before = PreviousRelease::of(Record::clone(&planned.site.record), &session);
    let changes = Changes::between(&before.record.history.published(), &now);
    if note.is_none() {
        let is_as_typed = |url: &str| before.is_as_typed(&planned, &understood.tree, url);
        let frozen = frozen(&planned.site, &planned.outputs, &changes, request.today, is_as_typed);
        if !frozen.is_empty() {
            understood.add(frozen);
            return Ok((understood, Submission::Frozen(before.summary(&planned, &changes))));
        }
    }
    let base = planned.site.config.base_url.as_str();
    let new_base = (before.record.history.base() != Some(base)).then(|| base.to_owned());
    let entry = (!changes.is_empty()).then(|| HistoryEntry { date: request.today, note: note.map(str::to_owned), base: new_base, changes });
    // Pages show their publication dates, so their bytes are final only now, and their hashes after
    // that.
    let record = before.record.next(planned.outputs.sources(), base, entry.clone());
    let publication = NextRelease { before, planned: planned.with(record), entry };
    let submission = match publication.publish(session, &understood.tree, progress)? {
        Ok(submitted) => Submission::Done(Box::new(submitted)),
        Err(faults) => {
            understood.add(faults);
            return Ok((understood, Submission::Stopped));
        }
    };
    Ok((understood, submission))
}

/// A site with its next record.
struct NextRelease {
    before: PreviousRelease,
    planned: PlannedSite,
    /// `None` if nothing changed.
    entry: Option<HistoryEntry>,
}

impl NextRelease {
    fn publish(&self, session: Session, tree: &SourceTree, progress: &(dyn Fn() + Sync)) -> Result<Result<Submitted, Diagnostics>> {
        let paths = self.planned.outputs.made_together(|output| self.entry.is_none() || !output.job.traits().is_made_last);
        let search = SearchFiles::new(&self.planned, tree);
        let make = |paths: &[&str]| {
            paths.iter().for_each(|_| progress());
            search.render(paths)
        };
        let mut submitted = Submitted::default();
        let finish = |manifest: &mut Manifest| {
            let (mut record, mut outputs) = (Record::clone(&self.planned.site.record), Vec::new());
            if let Some(entry) = &self.entry {
                let changes = Changes::between(&self.before.record.history.published(), &self.planned.outputs.hashes(manifest));
                let entry = HistoryEntry { changes: changes.clone(), ..entry.clone() };
                record = self.before.record.next(self.planned.outputs.sources(), self.planned.site.config.base_url.as_str(), Some(entry));
                outputs = self.made_last(&record, tree)?;
                submitted.summary = self.before.summary(&self.planned, &changes);
                submitted.changes = changes;
            }
            outputs.extend(search.outputs(None, manifest)?.made);
            describe(manifest, &self.planned, &record, tree);
            Ok(FinalOutputs { outputs, left: Vec::new(), records: record.files_other_than(&self.before.record) })
        };
        let made = session.publish(&paths, Durability::OnDisk, |_| None, make, finish)?;
        Ok(made.map(|published| Submitted { published, ..submitted }))
    }

    /// Renders the outputs that show the record with the hashes of all others.
    fn made_last(&self, record: &Record, tree: &SourceTree) -> Result<Vec<(String, Output)>, Box<Diagnostic>> {
        let site = Site { record: Arc::new(record.clone()), ..Site::clone(&self.planned.site) };
        let planned = PlannedSite { site: Arc::new(site), ..self.planned.clone() };
        let outputs = planned.outputs.iter().filter(|(_, output)| output.job.traits().is_made_last);
        outputs.map(|(path, _)| Ok((path.to_owned(), render_path(&planned, tree, path)?))).collect()
    }
}

/// SHA-256 of every output with a permanent address.
fn hashes(planned: &PlannedSite, tree: &SourceTree, interrupt: &Interrupt) -> Result<Result<BTreeMap<String, String>, Diagnostics>> {
    let urls: Vec<(&str, &str)> = planned.outputs.urls().map(|(url, path, _)| (url, path)).collect();
    let go_on = || interrupt.check(&tree.root);
    let hash = |path| {
        go_on()?;
        render_path(planned, tree, path).map(|output| output.sha256(&go_on)).map_or_else(|fault| Ok(Err(fault)), |hash| hash.map(Ok))
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
