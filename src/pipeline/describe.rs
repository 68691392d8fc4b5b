//! Where each file of a site comes from, as its manifest tells it.

use rayon::prelude::*;

use super::planned::PlannedSite;
use crate::base::RelPath;
use crate::checksum;
use crate::output::{HistoryMark, Manifest, ManifestEntry};
use crate::plan::MadeFrom;
use crate::record::Record;
use crate::source::SourceTree;

/// Says in the manifest from which source each file was made, and which history the site belongs
/// to. The sources are hashed here.
pub(crate) fn describe(manifest: &mut Manifest, planned: &PlannedSite, record: &Record, tree: &SourceTree) {
    manifest.history = record.history.head().map(|head| HistoryMark { entries: record.history.entries.len(), head });
    manifest.files.par_iter_mut().for_each(|entry| {
        let Some(source) = source_of(planned, entry) else { return };
        entry.source = Some(source.to_string());
        entry.source_sha256 = tree.text(source.as_str()).map(|file| checksum::hex(&file.sha256()));
    });
}

/// The file of which an output was made, unless that has been said already, or it is made of many.
fn source_of<'s>(planned: &'s PlannedSite, entry: &ManifestEntry) -> Option<&'s RelPath> {
    let output = planned.outputs.get(&entry.path).filter(|_| entry.source.is_none())?;
    (output.job.traits().made_from != MadeFrom::Site).then_some(&output.origin.file)
}
