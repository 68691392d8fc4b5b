//! Finds outputs of an earlier build that would be identical now. In doubt they are rendered again.

use super::describe::source_of;
use super::planned::PlannedSite;
use crate::base::RelPath;
use crate::checksum::{self, Hashing};
use crate::output::{ManifestEntry, PreviousBuild};
use crate::plan::MadeFrom;
use crate::site::CrossPageFacts;
use crate::source::SourceTree;

/// Hash of all inputs of a page that [stands alone](crate::site::Site::stands_alone), except its
/// own document.
pub(super) fn shared_inputs_hash(planned: &PlannedSite, tree: &SourceTree) -> String {
    let mut hashing = Hashing::default();
    let mut pages: Vec<CrossPageFacts> = planned.site.written_pages().map(|page| CrossPageFacts::of(&page.document)).collect();
    pages.sort_unstable_by_key(CrossPageFacts::source);
    for file in tree.texts_below("") {
        if pages.binary_search_by_key(&file.path.as_str(), CrossPageFacts::source).is_err() {
            hashing.update(&[file.path.as_str().as_bytes(), b"\n", &file.sha256()].concat());
        }
    }
    tree.blobs_below("").for_each(|blob| hashing.update(format!("{} {}\n", blob.path, blob.size).as_bytes()));
    for page in pages {
        hashing.update(&serde_json::to_vec(&page).unwrap_or_default());
    }
    checksum::hex(&hashing.bytes())
}

/// The output of the earlier build, if it would be identical now.
pub(super) fn reusable_output<'e>(
    earlier: &'e PreviousBuild,
    surroundings: &str,
    planned: &PlannedSite,
    tree: &SourceTree,
    path: &str,
) -> Option<&'e ManifestEntry> {
    let output = planned.outputs.get(path)?;
    let is_alone = match output.job.traits().made_from {
        MadeFrom::Document(id) => planned.site.is_self_contained(id) && earlier.has_surroundings(surroundings),
        MadeFrom::Facts | MadeFrom::Line => earlier.has_surroundings(surroundings),
        MadeFrom::File => true,
        MadeFrom::Site | MadeFrom::Pages => false,
    };
    let source = &output.origin.file;
    let is_same = is_alone && earlier.has_source(source, tree.stamp(source)?);
    is_same.then(|| earlier.output(path))?.filter(|entry| entry.source.as_deref() == source_of(output).map(RelPath::as_str))
}
