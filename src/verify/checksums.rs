//! Whether `manifest-sha256.txt` says the same as the manifest.

use std::collections::{BTreeMap, BTreeSet};

use super::report::{Problem, Report};
use crate::publish::{CHECKSUMS, MANIFEST};

/// The lines that belong to these files: `HASH  PATH`, sorted by path.
pub(crate) fn text(lines: &BTreeMap<&str, &str>) -> String {
    lines.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect()
}

/// Compares the file as it was read with the lines as they ought to be.
pub(super) fn compare(found: &[u8], expected: &BTreeMap<&str, &str>, report: &mut Report) {
    if found == text(expected).as_bytes() {
        return;
    }
    let found = String::from_utf8_lossy(found);
    let found: BTreeMap<&str, &str> =
        found.lines().map(|line| line.split_once("  ").map_or((line, ""), |(hash, path)| (path, hash))).collect();
    let paths: BTreeSet<&str> = expected.keys().chain(found.keys()).copied().collect();
    let differ: Vec<&str> = paths.into_iter().filter(|path| expected.get(path) != found.get(path)).collect();
    report.changed.push(CHECKSUMS.to_owned());
    // Nobody can tell which of the two was changed.
    if differ.contains(&MANIFEST) {
        report.changed.push(MANIFEST.to_owned());
    }
    report.problems.extend(differ.iter().map(|path| Problem::Checksum((*path).to_owned())));
    if differ.is_empty() {
        report.problems.push(Problem::ChecksumForm);
    }
}
