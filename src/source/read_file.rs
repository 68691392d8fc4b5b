//! Reads one file of a source tree, again if it changes meanwhile.

use std::io::{Read, Seek};
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::encoding::decode;
use super::{Blob, Stamp, StorageMode, TextFile, open_regular};
use crate::base::RelPath;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::error::{Error, Operation, Refusal, Result};
use crate::retry_budget::RetryBudget;

/// Upper bound for text files; the configurable limit on documents is lower (see
/// [`Limits`](crate::config::Limits)).
const MAX_TEXT_BYTES: u64 = 64 << 20;

/// A file as it was read.
pub(super) struct TreeEntry {
    pub(super) found: FileKind,
    /// [Settled](Stamp::settled) fingerprint.
    pub(super) stamp: Option<Stamp>,
}

/// What a file is to later stages.
pub(super) enum FileKind {
    Text(TextFile),
    Blob(Blob),
    Refused(TextFile, Box<Diagnostic>),
}

/// Reads a file; retries while a text is being saved, which most programs finish within a moment.
pub(super) fn read(root: &Path, path: &RelPath, keep: StorageMode, patience: &RetryBudget, bytes: &mut Vec<u8>) -> Result<TreeEntry> {
    const TIMES: usize = 20;
    const MOMENT: Duration = Duration::from_millis(10);
    for _ in 0..TIMES {
        if let Some(entry) = read_once(root, path, keep, patience, bytes)? {
            return Ok(entry);
        }
        thread::sleep(MOMENT);
    }
    Err(Error::refused(Operation::Read, &path.below(root), Refusal::Changing))
}

/// Returns `None` if a text changed during the read.
fn read_once(root: &Path, path: &RelPath, keep: StorageMode, patience: &RetryBudget, bytes: &mut Vec<u8>) -> Result<Option<TreeEntry>> {
    let full = path.below(root);
    let trouble = |error| Error::io(Operation::Read, &full, error);
    let file = patience.during(|| open_regular(&full)).map_err(trouble)?;
    let listed = Stamp::of(&file).map_err(trouble)?;
    // What has no fingerprint still has a size.
    let size = match &listed {
        Some(stamp) => stamp.size(),
        None => file.metadata().map_err(trouble)?.len(),
    };
    let stamp = listed.clone().and_then(Stamp::settled);
    if !is_text(path) {
        return Ok(Some(TreeEntry {
            found: FileKind::Blob(Blob { path: path.clone(), size, stamp: listed, sha256: Arc::default() }),
            stamp,
        }));
    }
    let refused = |good: &str, diagnostic: Diagnostic| FileKind::Refused(TextFile::new(path.clone(), good), Box::new(diagnostic));
    if size > MAX_TEXT_BYTES {
        let diagnostic = Diagnostic::new("file-too-large", SourceSpan::file(path)).with("size", size).with("limit", MAX_TEXT_BYTES);
        return Ok(Some(TreeEntry { found: refused("", diagnostic), stamp }));
    }
    // Inside the retry: byte ranges of an open file can be locked as well.
    let mut read_all = || {
        (&file).rewind()?;
        bytes.clear();
        bytes.reserve(usize::try_from(size).unwrap_or(0) + 1);
        (&file).take(MAX_TEXT_BYTES).read_to_end(bytes)
    };
    patience.during(&mut read_all).map_err(trouble)?;
    if bytes.len() as u64 != size || Stamp::of(&file).map_err(trouble)? != listed {
        return Ok(None);
    }
    let found = match decode(bytes) {
        Ok(text) => FileKind::Text(TextFile::of_bytes(path.clone(), text, bytes, keep)),
        Err(error) => {
            let place = SourceSpan::new(path, error.good.len()..error.good.len());
            refused(&error.good, Diagnostic::new("not-utf8", place).with("path", path).with_some("encoding", error.guess))
        }
    };
    Ok(Some(TreeEntry { found, stamp }))
}

/// True for files that later stages read as text; all others are published unchanged.
fn is_text(path: &RelPath) -> bool {
    let extension = path.extension();
    let folder = path.folder();
    match path.as_str().starts_with("content/") {
        true if matches!(folder, "content" | "content/catalogues") => {
            matches!(extension.as_str(), "md" | "yaml" | "yml" | "lock")
        }
        true if folder == "content/witness" => extension == "sig",
        true => extension == "md",
        false => matches!(extension.as_str(), "html" | "xml" | "yaml" | "css" | "js" | "txt" | "svg" | "json"),
    }
}
