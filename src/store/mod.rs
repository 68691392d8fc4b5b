//! What a run keeps on disk for the next one of the same site, so that a run after an edit reads,
//! parses and checks only what was edited.
//!
//! One file per site in the cache folder of the user: texts with the fingerprints of their files,
//! the documents in them, which pages had no findings, and what attachments contain. Everything in
//! it is the result of a pure function, kept with the input that it belongs to: a run takes only
//! results whose input is the same, and makes the others. So deleting the file changes no output,
//! only the time. `publish` does without it.
//!
//! The file belongs to one program: another version ignores it. Each part has a checksum, and a
//! file with a damaged part is ignored. It is written beside its place and renamed, so that a run
//! that is killed, or two at once, leave a whole file. Only its owner may read it, as drafts are in
//! it. Its size is that of one run: some 5 kB a page.

mod parts;
mod store_file;
mod store_writer;
mod stored_run;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

pub use store_writer::StoreWriter;
pub use stored_run::{StoredChecks, StoredRun};

use crate::checksum;
use crate::source::StorageMode;
use store_file::StoreFile;

/// The store of a site.
#[derive(Clone, Debug)]
pub struct Store {
    root: PathBuf,
    file: StoreFile,
}

impl Store {
    /// The store of the site at `root` in a cache folder of the user, for one version of the
    /// program.
    pub fn new(root: &Path, folder: &Path, program: &str) -> Self {
        let place = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let path = folder.join(format!("{}.store", checksum::of(place.as_os_str().as_encoded_bytes())));
        Self { root: root.to_owned(), file: StoreFile::new(path, program) }
    }

    /// The last run; empty if there is none that can be used.
    pub fn load(&self, keep: StorageMode) -> StoredRun {
        let run = self.file.read(|parts| parts::run_of(&self.root, keep, parts));
        run.unwrap_or_else(|| StoredRun::nothing(&self.root, keep))
    }

    /// Replaces the last run. Failure is ignored: the next run makes everything.
    pub fn save(&self, run: &StoredRun) {
        let _ = parts::parts_of(run).and_then(|parts| self.file.write(parts));
    }

    /// The same, while the caller goes on.
    pub fn save_meanwhile(self, run: StoredRun) -> StoreWriter {
        StoreWriter::start(move || self.save(&run))
    }
}
