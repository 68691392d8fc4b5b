//! Records the source of each output in the manifest.

use rayon::prelude::*;

use super::planned::PlannedSite;
use crate::base::RelPath;
use crate::checksum;
use crate::output::{HistoryMark, Manifest};
use crate::plan::{MadeFrom, Planned};
use crate::record::Record;
use crate::source::SourceTree;

/// Adds to the manifest the source of each file with its hash, and the history state of the site.
pub(crate) fn describe(manifest: &mut Manifest, planned: &PlannedSite, record: &Record, tree: &SourceTree) {
    manifest.history = record.history.head().map(|head| HistoryMark { entries: record.history.entries.len(), head });
    manifest.files.par_iter_mut().for_each(|entry| {
        let output = planned.outputs.get(&entry.path).filter(|_| entry.source.is_none());
        let Some(source) = output.and_then(source_of) else { return };
        entry.source = Some(source.to_string());
        entry.source_sha256 = tree.text(source.as_str()).map(|file| checksum::hex(&file.sha256()));
    });
}

/// The source file of an output; `None` if the output depends on many files.
pub(super) fn source_of(output: &Planned) -> Option<&RelPath> {
    let has_one = matches!(output.job.traits().made_from, MadeFrom::Document(_) | MadeFrom::Line | MadeFrom::File);
    has_one.then_some(&output.origin.file)
}
