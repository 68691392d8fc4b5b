//! Inspection of attachments: whether they can be opened, number of pages, whether text is
//! searchable, and the text itself.
//!
//! Besides [`source`](crate::source), the only stage that reads files: it opens each attachment
//! once, through [`open_regular`](crate::source::open_regular), so that symbolic links and devices
//! are never followed. Resources are bounded: files above `limits.inspect` are not opened, streams
//! are decompressed up to a limit, at most [`file_info::MAX_TEXT_BYTES`] of text are kept, and a
//! panic of a parser counts as an unreadable file. The parsing time of a malicious file of allowed
//! size is not bounded.

mod compound;
mod file_info;
pub mod grid;
mod grid_reading;
mod grids_gathered;
mod looks;
mod nesting;
mod office;
mod opens;
mod package;
mod passage;
mod pdf;
mod picture;
mod plain;
mod reading;
mod text_grid;
mod text_position;
mod unread;

pub(crate) use file_info::MAX_TEXT_BYTES;
pub use file_info::{Contents, FileInfo, Pdf};
pub use grid_reading::read_grid;
pub(crate) use passage::CELL_LINE_END;
pub use passage::Passage;
pub use reading::read;
pub use text_position::{DocumentPart, TextPosition};
pub use unread::{FileFault, NotInspected, UnreadPart, WhyUnread};

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::RelPath;
use crate::checksum::sha256;
use crate::config::Limits;
use crate::content::Attachment;
use crate::error::Result;
use crate::source::{SourceTree, Stamp};
use crate::unforeseen::{self, Activity};

/// Inspection results by source file.
#[derive(Clone, Debug, Default)]
pub struct Inspected(BTreeMap<RelPath, Arc<FileInfo>>);

impl Inspected {
    /// The result for one file.
    pub fn of(&self, source: &RelPath) -> Option<&FileInfo> {
        self.0.get(source).map(|facts| &**facts)
    }

    /// All results, in path order.
    pub fn iter(&self) -> impl Iterator<Item = (&RelPath, &FileInfo)> {
        self.0.iter().map(|(source, facts)| (source, &**facts))
    }
}

/// Results of an earlier inspection; invalidated by a changed [`Stamp`].
#[derive(Clone, Debug, Default)]
pub struct InspectionCache {
    limit: usize,
    files: BTreeMap<RelPath, (Stamp, Arc<FileInfo>)>,
}

impl InspectionCache {
    /// Results within a limit on the size of files, with the fingerprints of the files.
    pub fn of_earlier_run(limit: usize, files: impl IntoIterator<Item = (RelPath, Stamp, FileInfo)>) -> Self {
        let files = files.into_iter().map(|(source, stamp, facts)| (source, (stamp, Arc::new(facts)))).collect();
        Self { limit, files }
    }

    /// The limit, and all results.
    pub fn all(&self) -> (usize, impl Iterator<Item = (&RelPath, &Stamp, &FileInfo)>) {
        (self.limit, self.files.iter().map(|(source, (stamp, facts))| (source, stamp, &**facts)))
    }
}

/// Inspects every attachment that is not in the cache `known`, and updates it. `go_on` is called
/// before each file.
///
/// # Errors
/// A file cannot be read, or the error of `go_on`.
pub fn inspect(
    tree: &SourceTree,
    attachments: &[Attachment],
    limits: &Limits,
    known: &mut InspectionCache,
    go_on: &(dyn Fn() -> Result<()> + Sync),
) -> Result<Inspected> {
    let is_known = |source: &RelPath| {
        let (stamp, facts) = known.files.get(source)?;
        let is_same = known.limit == limits.inspect && tree.stamp(source) == Some(stamp);
        // What is copied must be what was inspected.
        facts.sha256.filter(|_| is_same).into_iter().for_each(|sha256| tree.original(source).was_seen_with(sha256));
        is_same.then(|| Arc::clone(facts))
    };
    let look =
        |attachment: &Attachment| unforeseen::at(attachment.source.as_str(), Activity::Reading, || inspect_one(tree, attachment, limits));
    let facts = attachments.par_iter().map(|attachment| {
        go_on()?;
        let facts = is_known(&attachment.source).map_or_else(|| look(attachment).map(Arc::new), Ok)?;
        Ok((attachment.source.clone(), facts))
    });
    let inspected = Inspected(facts.collect::<Result<_>>()?);
    let stamped = |(source, facts): (&RelPath, &Arc<FileInfo>)| Some((source.clone(), (tree.stamp(source)?.clone(), Arc::clone(facts))));
    *known = InspectionCache { limit: limits.inspect, files: inspected.0.iter().filter_map(stamped).collect() };
    Ok(inspected)
}

fn inspect_one(tree: &SourceTree, attachment: &Attachment, limits: &Limits) -> Result<FileInfo> {
    let too_large = FileInfo {
        size: attachment.size,
        sha256: None,
        contents: Contents::NotInspected(NotInspected::FileSize),
        has_macros: false,
        active: Vec::new(),
        encoding: None,
    };
    if attachment.size > limits.inspect as u64 {
        return Ok(too_large);
    }
    let original = tree.original(&attachment.source);
    let bytes = original.begin(limits.inspect as u64 + 1)?;
    if bytes.len() > limits.inspect {
        return Ok(too_large);
    }
    let sha256 = sha256(&bytes);
    original.was_seen_with(sha256);
    let contents = read(&attachment.source.extension(), &bytes);
    Ok(FileInfo {
        size: bytes.len() as u64,
        sha256: Some(sha256),
        contents,
        has_macros: package::has_macros(&attachment.source.extension(), &bytes),
        active: package::active(&attachment.source.extension(), &bytes),
        encoding: plain::encoding(&attachment.source.extension(), &bytes),
    })
}
