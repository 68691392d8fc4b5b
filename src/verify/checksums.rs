//! Whether `manifest-sha256.txt` says the same as the manifest.

use std::collections::{BTreeMap, BTreeSet};

use crate::output::checksums_of_publication;

/// The lines that belong to these files: `HASH  PATH`, sorted by path.
pub(crate) fn text(lines: &BTreeMap<&str, &str>) -> String {
    lines.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect()
}

/// What the lines of a copy say otherwise than its manifest.
#[derive(Debug, Default)]
pub(super) struct Checksums {
    /// Path → hash, which is empty where there is no line.
    pub(super) differ: BTreeMap<String, String>,
    /// The lines are right, but not written as we do.
    pub(super) is_written_anew: bool,
}

impl Checksums {
    /// Compares the file as it was read with the lines as they ought to be. Before there were sizes
    /// of publications, every line was there once.
    pub(super) fn compare(found: &[u8], expected: &BTreeMap<&str, &str>, publications: usize) -> Checksums {
        let text = text(expected);
        if found == text.as_bytes() || found == checksums_of_publication(&text, publications).as_bytes() {
            return Checksums::default();
        }
        let found = String::from_utf8_lossy(found);
        let found: BTreeMap<&str, &str> =
            found.lines().map(|line| line.split_once("  ").map_or((line, ""), |(hash, path)| (path, hash))).collect();
        let paths: BTreeSet<&str> = expected.keys().chain(found.keys()).copied().collect();
        let differ: BTreeMap<String, String> = paths
            .into_iter()
            .filter(|path| expected.get(path) != found.get(path))
            .map(|path| (path.to_owned(), found.get(path).copied().unwrap_or_default().to_owned()))
            .collect();
        Checksums { is_written_anew: differ.is_empty(), differ }
    }
}
