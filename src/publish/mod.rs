//! The one stage that writes: a plan becomes a folder, wholly or not at all (PROMISES §7).
//!
//! 1. [`OutputFolder::check`] — refuse a folder that is not ours, before anything is touched.
//! 2. [`Lock::take`] — keep a second run away.
//! 3. [`Staging`] — write everything into a new folder beside it; unchanged files are linked from the old one, so they keep their
//!    bytes and their modification time; files that are not ours are carried over.
//! 4. [`Manifest`] — written last: path, size and SHA-256 of every file of ours.
//! 5. [`swap`](swap::swap) — one step puts the new folder in the place of the old one.
//!
//! Any error before step 5 leaves the published folder as it was.

mod folder;
mod lock;
mod manifest;
mod staging;
mod swap;

use std::path::Path;

use rayon::prelude::*;

pub use manifest::{MANIFEST, Manifest, ManifestEntry};

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::error::Result;
use folder::OutputFolder;
use lock::Lock;
use staging::{Staging, Written};

/// The bytes of one output.
#[derive(Debug)]
pub enum Output {
    /// Made in memory.
    Bytes(Vec<u8>),
    /// Compiled in.
    Static(&'static [u8]),
    /// A file of the sources, copied as it is.
    Copy(std::path::PathBuf),
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
    /// Paths of files of ours that are no longer part of the site.
    pub removed: Vec<String>,
}

/// One output written, or why it cannot be made.
type Made = Result<(ManifestEntry, Written), Box<Diagnostic>>;

/// Writes every output of `paths` into `out` through `make`; if any of them fails, its findings are returned and nothing is touched.
///
/// # Errors
/// Trouble with the disk, or a refusal of the folder; the folder is as it was.
pub fn publish<'p>(
    root: &Path,
    out: &Path,
    paths: &[&'p str],
    make: impl Fn(&'p str) -> Result<Output, Box<Diagnostic>> + Sync,
) -> Result<Result<Published, Diagnostics>> {
    let folder = OutputFolder::check(root, out)?;
    let _lock = Lock::take(&folder)?;
    let old = Manifest::read(&folder.path);
    let staging = Staging::begin(&folder)?;
    let done: Vec<Result<Made>> = paths
        .par_iter()
        .map(|path| match make(path) {
            Ok(output) => staging.write(path, output).map(Ok),
            Err(diagnostic) => Ok(Err(diagnostic)),
        })
        .collect();
    let mut published = Published::default();
    let mut faults = Diagnostics::new();
    for result in done {
        match result? {
            Ok((entry, Written::New)) => {
                published.written += 1;
                published.manifest.files.push(entry);
            }
            Ok((entry, Written::Unchanged)) => {
                published.unchanged += 1;
                published.manifest.files.push(entry);
            }
            Err(diagnostic) => faults.push(*diagnostic),
        }
    }
    if !faults.is_empty() {
        return Ok(Err(faults));
    }
    published.removed = old.paths().filter(|path| !published.manifest.has(path)).map(str::to_owned).collect();
    staging.carry_over_foreign_files(&old, &published.manifest)?;
    staging.write(MANIFEST, Output::Bytes(published.manifest.to_json().into_bytes()))?;
    swap::swap(staging, &folder)?;
    Ok(Ok(published))
}
