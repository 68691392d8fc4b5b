//! Verifies that a copy of a site is what was published: a folder, a web address, or the pack of
//! one page (P36, P37).
//!
//! A copy is compared with its own `manifest.json`, each file read once, and the manifest with
//! `manifest-sha256.txt` and with the history, whose hash chain is verified. No source folder is
//! needed, and nothing is written; if there is one, its [`SiteRecords`] tell whether the copy is
//! the last publication. A [`SiteCopy`] provides bytes by path, [`compare`] compares, and
//! [`VerifyReport`] holds the result. The [strict parser](manifest) treats the manifest as
//! untrusted.

mod addresses;
mod archive;
mod checksums;
mod compare;
mod copy;
mod file;
mod folder;
mod halves;
mod history;
mod last;
mod last_words;
mod line_ends;
mod manifest;
mod pack_files;
mod publication;
mod report;
mod told;
mod web;
mod witness;
mod words;

use std::path::Path;
use std::time::Duration;

use url::Url;

use crate::output::Manifest;
use crate::record::History;
use crate::witness::Signers;

pub use compare::ProgressFn;
pub use copy::ReadFailure;
pub use last::{SiteRecords, own_address};
pub use manifest::{HostileManifest, ManifestFlaw};
pub use publication::{CopyOrigin, LastPublication};
pub use report::{HistoryState, Notice, OldManifest, Problem, ServedInstead, ValidSignature, VerifyError, VerifyReport};
pub use told::HistoryUnknown;

pub(crate) use checksums::text as checksum_lines;
pub(crate) use copy::{FileTrouble, SiteCopy, read_all};
pub(crate) use folder::FolderCopy;
pub(crate) use history::{problems as history_problems, read as read_history};
pub(crate) use manifest::{MAX_BYTES, read as read_manifest};
pub(crate) use pack_files::{README, belongs, is_shared};

/// Verifies a folder; with `signers`, signatures by other keys are reported as problems.
///
/// # Errors
/// The folder does not exist, or contains no manifest.
pub fn folder(path: &Path, signers: Option<&Signers>, progress: ProgressFn<'_>) -> Result<VerifyReport, VerifyError> {
    compare::compare(&FolderCopy::open(path)?, &|_| true, signers, progress)
}

/// Verifies what a web server serves below `base`. Unlisted files cannot be detected there.
///
/// # Errors
/// The server does not respond, or has no manifest there.
pub fn web(base: &Url, patience: Duration, signers: Option<&Signers>, progress: ProgressFn<'_>) -> Result<VerifyReport, VerifyError> {
    compare::compare(&web::WebCopy::new(base, patience), &|_| true, signers, progress)
}

/// The manifest and history of a copy in a folder, if both are trustworthy.
///
/// # Errors
/// They cannot be read or trusted, or the site was never published.
pub fn told_by_folder(path: &Path) -> Result<(Manifest, History), HistoryUnknown> {
    told::told(&FolderCopy::open(path).map_err(HistoryUnknown::Unread)?)
}

/// The same for a copy on the web.
///
/// # Errors
/// As for [`told_by_folder`].
pub fn told_by_web(base: &Url, patience: Duration) -> Result<(Manifest, History), HistoryUnknown> {
    told::told(&web::WebCopy::new(base, patience))
}

/// Verifies the pack of one page.
///
/// # Errors
/// Not a ZIP file, or without manifest.
pub fn pack(path: &Path, signers: Option<&Signers>, progress: ProgressFn<'_>) -> Result<VerifyReport, VerifyError> {
    let archive = archive::OpenPack::open(path)?;
    let page = archive.page();
    compare::compare(&archive, &|path| belongs(&page, path), signers, progress)
}
