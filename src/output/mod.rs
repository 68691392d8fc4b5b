//! The one stage that writes: a plan becomes a folder, wholly or not at all (AR4).
//!
//! 1. [`Session::begin`] — refuse a folder that is not ours, before anything is touched; keep a
//!    second run away; finish or undo what a killed run left of the records.
//! 2. `Staging` — write everything into a new folder beside it; unchanged files are linked from the
//!    old one, so they keep their bytes and their modification time; files that are not ours are
//!    carried over. What is copied from the sources must be left alone from before it was inspected
//!    until the swap, so that nothing half-written is published
//!    ([`Original`](crate::source::Original)).
//! 3. [`Manifest`] — written last: path, size and SHA-256 of every file of ours, and the same as
//!    `manifest-sha256.txt` for `sha256sum -c`.
//! 4. The records (`urls.lock`, `history.yaml`) are written beside their old versions, with a
//!    [note](records) of the folder to which they belong; and the files that the web server has to
//!    be sent are added to a [list](Uploads) beside the folder.
//! 5. One step puts the new folder in the place of the old one; then the records take theirs. A run
//!    that is killed between the two is finished by the next one, which sees from the site that it
//!    is in place.
//!
//! A `build` then leaves a [`Receipt`]: one that would make the same again does nothing at all, and
//! any other makes only what may have changed.
//!
//! Any error before step 5 leaves the published folder and the records as they were.

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

/// Puts back the site of `folder` that a killed run left aside, where the system cannot exchange
/// two folders at once.
///
/// # Errors
/// Another run has the folder, or it cannot be moved.
pub fn put_back(folder: &Path) -> Result<()> {
    swap::undo_half(&OutputFolder { path: folder.to_owned() })
}

/// What is made last, from the hashes of everything else.
#[derive(Debug, Default)]
pub struct FinalOutputs {
    /// More outputs.
    pub outputs: Vec<(String, Output)>,
    /// Files of the content that take their place together with the site.
    pub records: Vec<RecordFile>,
}

/// What a run did to the folder.
#[derive(Clone, Debug, Default)]
pub struct Published {
    /// Every file of the site.
    pub manifest: Manifest,
    /// How many files were written because they are new or changed.
    pub written: usize,
    /// How many files were there already, with the same bytes.
    pub unchanged: usize,
    /// How many of these were not made again to see it.
    pub left: usize,
    /// Paths of files of ours that are no longer part of the site.
    pub removed: Vec<String>,
    /// What the web server has to be sent; none of a site that was never published.
    pub uploads: Option<Uploads>,
}

/// One output written, or why it cannot be made.
type OutputResult = Result<(ManifestEntry, WriteOutcome), Box<Diagnostic>>;

/// A folder that is ours alone until the end of the run.
#[derive(Debug)]
pub struct Session {
    root: PathBuf,
    folder: OutputFolder,
    /// What lies there.
    old: Arc<OldSite>,
    interrupt: Interrupt,
    timings: Timings,
    receipt: Option<Receipt>,
    _lock: Lock,
    /// Of a run that writes records.
    _claim: Option<RecordsClaim>,
}

impl Session {
    /// Looks at the folder, takes its lock, and settles what a killed run left. The run writes no
    /// records.
    ///
    /// # Errors
    /// A folder that is not ours, another run, trouble with the disk; nothing was touched.
    pub fn begin(root: &Path, out: &Path, interrupt: &Interrupt) -> Result<Session> {
        let checked = OutputFolder::check(root, out)?;
        claim::settle_if_idle(root)?;
        Session::of(root, checked, None, interrupt)
    }

    /// The same for a run that writes records, which are its own from now on.
    ///
    /// # Errors
    /// As of [`Session::begin`]; also records of a killed run of which nobody can see whether their
    /// site is in place.
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

    /// The same with a stopwatch.
    pub fn timed(self, timings: &Timings) -> Session {
        Session { timings: timings.clone(), ..self }
    }

    /// The same, and it leaves a receipt when it is over.
    pub fn with_receipt(self, receipt: Option<Receipt>) -> Session {
        Session { receipt, ..self }
    }

    /// What a build of this receipt left in the folder, if it is there as it was left.
    pub fn fits(&self, receipt: &Receipt) -> Option<UpToDate> {
        receipt.fits(&self.old)
    }

    /// What an earlier build that was asked for the same as that of this receipt left in the
    /// folder.
    pub fn earlier(&self, receipt: &Receipt) -> Option<PreviousBuild> {
        receipt.earlier(&self.old)
    }

    /// The site in the folder as it is.
    pub fn old_site(&self) -> Arc<OldSite> {
        Arc::clone(&self.old)
    }

    /// Writes every output of `paths`: those that `left` knows are in the folder already, the
    /// others come through `make`; then what `finish` makes of their manifest. If any of them
    /// fails, its findings are returned and nothing is touched.
    ///
    /// # Errors
    /// Trouble with the disk; the folder is as it was.
    pub fn publish<'p>(
        self,
        paths: &[&'p str],
        durability: Durability,
        left: impl Fn(&'p str) -> Option<ManifestEntry> + Sync,
        make: impl Fn(&'p str) -> Result<Output, Box<Diagnostic>> + Sync,
        finish: impl FnOnce(&mut Manifest) -> Result<FinalOutputs, Box<Diagnostic>>,
    ) -> Result<Result<Published, Diagnostics>> {
        let staging = Staging::begin(&self.folder, durability, &self.interrupt, &self.timings)?;
        self.timings.lap(Stage::Rest);
        let write_one = |path: &&'p str| match left(path) {
            Some(entry) => staging.keep(entry).map(Ok),
            None => make(path).map_or_else(|diagnostic| Ok(Err(diagnostic)), |output| staging.write(path, &output).map(Ok)),
        };
        let done: Vec<Result<OutputResult>> = paths.par_iter().map(write_one).collect();
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
        let finish = match finish(&mut published.manifest) {
            Ok(finish) => finish,
            Err(diagnostic) => return Ok(Err(std::iter::once(*diagnostic).collect())),
        };
        for (path, output) in finish.outputs {
            published.count(staging.write(&path, &output)?);
        }
        published.manifest.files.sort_by(|a, b| a.path.cmp(&b.path));
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
        // From here on the run finishes, whoever wants it to end. The old site is removed last,
        // when the records agree with the new one.
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
