//! Compares `manifest-sha256.txt` with the manifest.

use std::collections::{BTreeMap, BTreeSet};

use crate::output::checksums_of_publication;

/// The lines for these files: `HASH  PATH`, sorted by path.
pub(crate) fn text(lines: &BTreeMap<&str, &str>) -> String {
    lines.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect()
}

/// Differences between the checksum file and the manifest of a copy.
#[derive(Debug, Default)]
pub(super) struct Checksums {
    /// Path → hash found; empty if the line is missing.
    pub(super) differ: BTreeMap<String, String>,
    /// The lines are correct, but formatted differently.
    pub(super) is_written_anew: bool,
}

impl Checksums {
    /// Compares the file with the expected lines. Older versions wrote every line once; since then
    /// the line of the manifest is repeated depending on the number of publications.
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
