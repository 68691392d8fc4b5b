//! The only stage that writes: turns a plan into a folder, atomically (AR4).
//!
//! 1. [`Session::begin`] — rejects a folder not written by this program before anything is changed;
//!    locks out other runs; commits or drops records left pending by a killed run.
//! 2. `Staging` — writes everything to a staging directory beside the folder. Unchanged files are
//!    hard-linked from the old site and keep bytes and mtime; foreign files are carried over.
//!    Copied sources must be stable from their inspection until the swap, so that no partial file
//!    is published ([`Original`](crate::source::Original)).
//! 3. [`Manifest`] — written last: path, size and SHA-256 of every file, also as
//!    `manifest-sha256.txt` for `sha256sum -c`.
//! 4. The records (`urls.lock`, `history.yaml`) are written beside their old versions, with a
//!    [note](records) that names their folder; the files to upload are added to a [list](Uploads)
//!    beside the folder.
//! 5. The staging directory is swapped with the folder in one step; then the records are renamed
//!    into place. If the run is killed in between, the next run sees that the site was swapped in
//!    and commits the records.
//!
//! A `build` then leaves a [`Receipt`]: if nothing changed, the next build does nothing, otherwise
//! it only makes outputs that may have changed.
//!
//! Any error before step 5 leaves the published folder and the records unchanged.

mod bytes;
mod claim;
mod folder;
mod folder_check;
mod interrupt;
mod lock;
mod manifest;
mod old_site;
mod receipt;
mod records;
mod removal;
mod sizes;
mod staging;
mod swap;
mod uploads;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

pub use bytes::{Durability, Output};
pub use claim::{RecordsClaim, RecordsOutcome};
pub use interrupt::Interrupt;
pub use manifest::{HistoryMark, Manifest, ManifestEntry};
pub use old_site::{OldSite, log_of};
pub use receipt::{PreviousBuild, Receipt, UpToDate};
pub use records::are_waiting as has_unfinished_records;
pub(crate) use sizes::of_publication as checksums_of_publication;
pub use uploads::Uploads;

use crate::base::{CHECKSUMS, MANIFEST};
use crate::checksum;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::error::{Error, Operation, Refusal, Result};
use crate::record::RecordFile;
use crate::timings::{Stage, Timings};
use folder::OutputFolder;
use lock::Lock;
use records::{Note, Records};
use staging::{Staging, WriteOutcome};

/// Restores the site of `folder` that a killed run moved aside, on systems without atomic exchange
/// of folders.
///
/// # Errors
/// Another run holds the folder, or it cannot be renamed.
pub fn put_back(folder: &Path) -> Result<()> {
    swap::undo_half(&OutputFolder { path: folder.to_owned() })
}

/// Outputs that depend on the hashes of all others.
#[derive(Debug, Default)]
pub struct FinalOutputs {
    pub(crate) outputs: Vec<(String, Output)>,
    /// Entries of the old site that would be the same.
    pub(crate) left: Vec<ManifestEntry>,
    /// Records to commit together with the site.
    pub(crate) records: Vec<RecordFile>,
}

/// Result of a publication or build.
#[derive(Clone, Debug, Default)]
pub struct Published {
    /// The manifest of the site.
    pub(crate) manifest: Manifest,
    /// Number of new or changed files.
    pub(crate) written: usize,
    /// Number of unchanged files.
    pub(crate) unchanged: usize,
    /// Number of unchanged files that were not rendered again.
    pub left: usize,
    /// Paths of our files that are no longer part of the site.
    pub(crate) removed: Vec<String>,
    /// Files to upload; `None` for a site that was never published.
    pub(crate) uploads: Option<Uploads>,
}

/// The written output, or the finding that prevents it.
type OutputResult = Result<(ManifestEntry, WriteOutcome), Box<Diagnostic>>;

/// Exclusive access to the output folder for one run.
#[derive(Debug)]
pub struct Session {
    root: PathBuf,
    folder: OutputFolder,
    /// The site in the folder before the run.
    old: Arc<OldSite>,
    interrupt: Interrupt,
    timings: Timings,
    receipt: Option<Receipt>,
    _lock: Lock,
    /// Held by runs that write records.
    _claim: Option<RecordsClaim>,
}

impl Session {
    /// Checks and locks the folder, and settles records of a killed run, for a run that writes no
    /// records.
    ///
    /// # Errors
    /// The folder was not written by this program, another run holds it, or an I/O error; the site
    /// is unchanged.
    pub fn begin(root: &Path, out: &Path, interrupt: &Interrupt) -> Result<Session> {
        let checked = OutputFolder::check(root, out)?;
        claim::settle_if_idle(root)?;
        Session::of(root, checked, None, interrupt)
    }

    /// Like [`Session::begin`], with exclusive access to the records, for a run that writes them.
    ///
    /// # Errors
    /// As [`Session::begin`]; also if it is undecidable whether the site of pending records was
    /// swapped in.
    pub fn begin_publication(root: &Path, out: &Path, interrupt: &Interrupt) -> Result<Session> {
        let checked = OutputFolder::check(root, out)?;
        let claim = RecordsClaim::take(root)?;
        match claim.settle()? {
            RecordsOutcome::Whole => {}
            RecordsOutcome::WithoutNote => claim.settle_without_note(&checked.0.path)?,
            RecordsOutcome::Waiting(folder) => return Err(Error::refused(Operation::Settle, &folder, Refusal::Waiting)),
        }
        Session::of(root, checked, Some(claim), interrupt)
    }

    fn of(root: &Path, (folder, seen): (OutputFolder, OldSite), claim: Option<RecordsClaim>, interrupt: &Interrupt) -> Result<Session> {
        let lock = Lock::take(folder.sibling("lock"), &folder.path)?;
        swap::remove_leftovers(&folder)?;
        let old = Arc::new(seen.now()?);
        let (timings, receipt) = (Timings::default(), None);
        Ok(Session { root: root.to_owned(), folder, old, interrupt: interrupt.clone(), timings, receipt, _lock: lock, _claim: claim })
    }

    /// Sets the stopwatch.
    pub fn timed(self, timings: &Timings) -> Session {
        Session { timings: timings.clone(), ..self }
    }

    /// Sets the receipt to write at the end.
    pub fn with_receipt(self, receipt: Option<Receipt>) -> Session {
        Session { receipt, ..self }
    }

    /// Result of the last build if neither the sources nor the folder changed since, according to
    /// its receipt.
    pub fn fits(&self, receipt: &Receipt) -> Option<UpToDate> {
        receipt.fits(&self.old)
    }

    /// The previous build of this folder with the same options as in `receipt`.
    pub fn earlier(&self, receipt: &Receipt) -> Option<PreviousBuild> {
        receipt.earlier(&self.old)
    }

    /// The site in the folder before the run.
    pub fn old_site(&self) -> Arc<OldSite> {
        Arc::clone(&self.old)
    }

    /// Writes the outputs of `paths`, of which some are made together: if `left` returns an entry for
    /// all of those, they are linked from the old site, else `make` returns them in the same order;
    /// then the outputs of `finish`, computed from their manifest. If any output fails, returns the
    /// findings and leaves the folder unchanged.
    ///
    /// # Errors
    /// I/O errors or cancellation; the folder is unchanged unless the error occurs after the swap.
    pub fn publish<'p>(
        self,
        paths: &[Vec<&'p str>],
        durability: Durability,
        left: impl Fn(&'p str) -> Option<ManifestEntry> + Sync,
        make: impl Fn(&[&'p str]) -> Result<Vec<Output>, Box<Diagnostic>> + Sync,
        finish: impl FnOnce(&mut Manifest) -> Result<FinalOutputs, Box<Diagnostic>>,
    ) -> Result<Result<Published, Diagnostics>> {
        let staging = Staging::begin(&self.folder, durability, &self.interrupt, &self.timings)?;
        self.timings.lap(Stage::Rest);
        let write_together = |paths: &Vec<&'p str>| -> Vec<Result<OutputResult>> {
            if let Some(entries) = paths.iter().map(|path| left(path)).collect::<Option<Vec<_>>>() {
                return entries.into_iter().map(|entry| staging.keep(entry).map(Ok)).collect();
            }
            let outputs = match make(paths) {
                Ok(outputs) => outputs,
                Err(diagnostic) => return vec![Ok(Err(diagnostic))],
            };
            debug_assert_eq!(outputs.len(), paths.len(), "{paths:?}");
            paths.iter().zip(&outputs).map(|(path, output)| staging.write(path, output).map(Ok)).collect()
        };
        let done: Vec<Result<OutputResult>> = paths.par_iter().flat_map_iter(write_together).collect();
        self.timings.shared_lap();
        let mut published = Published::default();
        let mut faults = Diagnostics::new();
        for result in done {
            match result? {
                Ok(made) => published.count(made),
                Err(diagnostic) => faults.push(*diagnostic),
            }
        }
        if !faults.is_empty() {
            return Ok(Err(faults));
        }
        published.manifest.sort();
        let finish = match finish(&mut published.manifest) {
            Ok(finish) => finish,
            Err(diagnostic) => return Ok(Err(std::iter::once(*diagnostic).collect())),
        };
        for entry in finish.left {
            published.count(staging.keep(entry)?);
        }
        for (path, output) in finish.outputs {
            published.count(staging.write(&path, &output)?);
        }
        published.manifest.sort();
        published.removed = self.old.manifest().paths().filter(|path| !published.manifest.has(path)).map(str::to_owned).collect();
        staging.settle()?;
        staging.carry_over_foreign_files(self.old.manifest(), &published.manifest)?;
        let manifest = published.manifest.to_json();
        let checksums = published.manifest.to_checksums(&manifest);
        let lists = [
            (MANIFEST, staging.write_unlisted(MANIFEST, &manifest)?),
            (CHECKSUMS, staging.write_unlisted(CHECKSUMS, checksums.as_bytes())?),
        ];
        let rewritten: Vec<&str> = lists.into_iter().filter(|(_, written)| *written == WriteOutcome::New).map(|(name, _)| name).collect();
        published.uploads = Uploads::between(self.old.manifest(), &published.manifest, &rewritten, &self.folder);
        if let Some(uploads) = &published.uploads {
            uploads.add_to_list(&published.manifest, &staging.path)?;
        }
        let note = Note::new(&self.root, &self.folder.path, checksum::of(&manifest))?;
        let records = Records::write(&self.root, finish.records, &note)?;
        if durability == Durability::OnDisk {
            staging.sync()?;
        }
        self.interrupt.check(&self.folder.path)?;
        staging.look_at_sources()?;
        self.timings.lap(Stage::Manifest);
        // No cancellation from here on. The old site is removed last, after the records are
        // committed.
        swap::swap(&staging.path, &self.folder)?;
        records.commit()?;
        if durability == Durability::OnDisk {
            let parent = self.folder.parent();
            staging::sync_folder(parent).map_err(|error| Error::io(Operation::Write, parent, error))?;
        }
        self.timings.lap(Stage::Swap);
        drop(staging);
        self.timings.lap(Stage::RemoveOld);
        if let Some(receipt) = &self.receipt {
            receipt.leave(&self.folder.path, &published.manifest);
        }
        self.timings.lap(Stage::Rest);
        Ok(Ok(published))
    }
}

impl Published {
    fn count(&mut self, (entry, written): (ManifestEntry, WriteOutcome)) {
        match written {
            WriteOutcome::New => self.written += 1,
            WriteOutcome::Unchanged => self.unchanged += 1,
            WriteOutcome::Left => (self.unchanged, self.left) = (self.unchanged + 1, self.left + 1),
        }
        self.manifest.files.push(entry);
    }
}
