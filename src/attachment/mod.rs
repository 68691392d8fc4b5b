//! What is inside attachments: whether a person can open them, how many pages, whether text can be
//! searched, and the text itself.
//!
//! The second reader beside [`source`](crate::source): only it opens attachments, each once, and
//! like that stage through [`open_regular`](crate::source::open_regular), so that links and devices
//! are never followed. Everything is bounded: a file above `limits.inspect` is not opened, streams
//! are unpacked up to a size, no more text is kept than [`file_info::MAX_TEXT_BYTES`], and a parser
//! that panics is a file that cannot be read. What is not bounded is the time that a file of
//! allowed size, made to be slow, takes to be parsed.

mod compound;
mod file_info;
mod looks;
mod opens;
mod package;
mod pdf;
mod picture;
mod plain;
mod spreadsheet;

pub use file_info::{Contents, FileFault, FileInfo, NotInspected, Passage, Pdf, TextPosition};

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::RelPath;
use crate::checksum::sha256;
use crate::config::Limits;
use crate::content::Attachment;
use crate::error::Result;
use crate::source::{SourceTree, Stamp};
use crate::unforeseen::{self, Activity};

/// What is known about the attachments of a site, by source file.
#[derive(Clone, Debug, Default)]
pub struct Inspected(BTreeMap<RelPath, Arc<FileInfo>>);

impl Inspected {
    /// The facts about a file.
    pub fn of(&self, source: &RelPath) -> Option<&FileInfo> {
        self.0.get(source).map(|facts| &**facts)
    }

    /// All files, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&RelPath, &FileInfo)> {
        self.0.iter().map(|(source, facts)| (source, &**facts))
    }
}

/// What was found inside files before: looked into again when their [`Stamp`] differs. For the
/// preview.
#[derive(Clone, Debug, Default)]
pub struct InspectionCache {
    limit: usize,
    files: BTreeMap<RelPath, (Stamp, Arc<FileInfo>)>,
}

/// Looks into every attachment that is not `known`. Before each `go_on` is asked.
///
/// # Errors
/// A file that cannot be read, or that of `go_on`.
pub fn inspect(
    tree: &SourceTree,
    attachments: &[Attachment],
    limits: &Limits,
    known: &mut InspectionCache,
    go_on: &(dyn Fn() -> Result<()> + Sync),
) -> Result<Inspected> {
    let is_known = |source: &RelPath| {
        let (stamp, facts) = known.files.get(source)?;
        (known.limit == limits.inspect && tree.stamp(source) == Some(stamp)).then(|| Arc::clone(facts))
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
    let too_large =
        FileInfo { size: attachment.size, sha256: None, contents: Contents::NotInspected(NotInspected::FileSize), has_macros: false };
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
    let contents = contents(&attachment.source.extension(), &bytes);
    Ok(FileInfo {
        size: bytes.len() as u64,
        sha256: Some(sha256),
        contents,
        has_macros: package::has_macros(&attachment.source.extension(), &bytes),
    })
}

fn contents(extension: &str, bytes: &[u8]) -> Contents {
    if bytes.is_empty() {
        return Contents::Other;
    }
    // The parsers are well kept, but a file from elsewhere may not stop a build.
    let read = || match extension {
        "pdf" => pdf::read(bytes),
        _ if let Some(fault) = opens::fault(extension, bytes) => Contents::Unusable(fault),
        "xlsx" | "xlsm" => spreadsheet::read(bytes),
        "csv" | "tsv" | "txt" => plain::read(bytes),
        // A page under another name, most likely.
        _ if bytes.starts_with(b"---") || bytes.starts_with(b"\xEF\xBB\xBF---") => plain::read(bytes),
        _ => Contents::Other,
    };
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(match extension {
        "pdf" => Contents::DamagedPdf,
        _ => Contents::NotInspected(NotInspected::Unreadable),
    })
}
