//! `manifest.json`: path, size and SHA-256 of every file of the site. Also identifies a folder as
//! written by this program.

use std::io::Read;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::sizes;
use crate::base::{MANIFEST, RelPath};
use crate::error::{Error, Operation, Result};
use crate::source::open_regular;

/// Value of `generator` that identifies our manifests.
const GENERATOR: &str = "prongsai";

/// Version of the file format.
const FORM: u32 = 1;

/// The files of a published site, sorted by path, without the manifest itself.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    generator: String,
    /// Version of the file format.
    version: u32,
    /// Version of the program that wrote it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    program: String,
    /// Publication history up to this site; `None` before the first publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) history: Option<HistoryMark>,
    pub(crate) files: Vec<ManifestEntry>,
}

/// Identifies the history of a site: the hash covers all earlier publications (P37).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HistoryMark {
    pub(crate) entries: usize,
    /// SHA-256 of the last entry.
    pub(crate) head: String,
}

/// One file of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ManifestEntry {
    /// Path below the folder, with `/`.
    pub(crate) path: String,
    /// Size in bytes.
    pub(crate) size: u64,
    /// SHA-256, hexadecimal, lower case.
    pub(crate) sha256: String,
    /// The source file, relative to the source root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) source: Option<String>,
    /// SHA-256 of the source bytes as read (P39); for a copy equal to `sha256`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) source_sha256: Option<String>,
}

impl Manifest {
    /// Reads the manifest of a folder; empty if the file is missing or not a manifest.
    ///
    /// # Errors
    /// The file exists but cannot be read; treated as empty, our own files would be taken for
    /// foreign ones.
    pub fn read(folder: &Path) -> Result<Manifest> {
        const LARGEST: u64 = 256 << 20;
        let mut text = String::new();
        let path = folder.join(MANIFEST);
        // Not blocking on a pipe or device; a file that is not UTF-8 is not a manifest.
        match open_regular(&path).and_then(|file| file.take(LARGEST).read_to_string(&mut text)) {
            Ok(_) => {}
            Err(error) if is_none(&error) => return Ok(Manifest::default()),
            Err(error) => return Err(Error::io(Operation::Read, &path, error)),
        }
        let manifest: Manifest = serde_json::from_str(&text).unwrap_or_default();
        // A path that leaves the folder was not written by us and must not be acted on.
        Ok(Manifest { files: manifest.files.into_iter().filter(|entry| RelPath::new(&entry.path).is_some()).collect(), ..manifest })
    }

    /// Reads the history mark from the first line only, since the manifest of a large site is long.
    /// `None` if there is none, or if the manifest was not written by this program.
    pub fn mark(folder: &Path) -> Option<HistoryMark> {
        const LONGEST: u64 = 4096;
        let mut start = Vec::new();
        open_regular(&folder.join(MANIFEST)).ok()?.take(LONGEST).read_to_end(&mut start).ok()?;
        let line = start.split(|byte| *byte == b'\n').next()?;
        let manifest: Manifest = serde_json::from_slice(&[line, b"]}"].concat()).ok()?;
        manifest.history.filter(|_| manifest.generator == GENERATOR)
    }

    /// True if the manifest was written by this program.
    pub(crate) fn has_our_mark(&self) -> bool {
        self.generator == GENERATOR
    }

    /// True if the format version is the current one.
    pub(crate) fn has_our_form(&self) -> bool {
        self.version == FORM
    }

    /// The paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|entry| entry.path.as_str())
    }

    /// Puts the files into the order in which they are looked up.
    pub(super) fn sort(&mut self) {
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
    }

    /// Looks up a file; `None` if it is not part of the site.
    pub fn entry(&self, path: &str) -> Option<&ManifestEntry> {
        let at = self.files.binary_search_by(|entry| entry.path.as_str().cmp(path)).ok()?;
        self.files.get(at)
    }

    /// True if the file is part of the site.
    pub fn has(&self, path: &str) -> bool {
        self.entry(path).is_some()
    }

    /// Serialises with one line per file, for line-based diffs, padded to the [size of the
    /// publication](sizes).
    pub(super) fn to_json(&self) -> Vec<u8> {
        let history = self
            .history
            .as_ref()
            .and_then(|mark| serde_json::to_string(mark).ok())
            .map_or_else(String::new, |mark| format!("\"history\":{mark},"));
        let program = env!("CARGO_PKG_VERSION");
        let head = format!("{{\"generator\":\"{GENERATOR}\",\"version\":{FORM},\"program\":\"{program}\",{history}\"files\":[");
        // Capacity of about one line per page, to avoid reallocation at the memory peak of a run.
        let mut json = Vec::with_capacity(head.len() + 350 * self.files.len());
        json.extend_from_slice(head.as_bytes());
        for (at, entry) in self.files.iter().enumerate() {
            json.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
            // Serialising strings and numbers into memory cannot fail.
            let _ = serde_json::to_writer(&mut json, entry);
        }
        json.extend_from_slice(b"\n]}\n");
        let blanks = sizes::blanks(json.len(), self.publications());
        let line_end = json.pop();
        json.resize(json.len() + blanks, b' ');
        json.extend(line_end);
        json
    }

    /// Number of publications up to this site.
    pub(crate) fn publications(&self) -> usize {
        self.history.as_ref().map_or(0, |mark| mark.entries)
    }

    /// The lines of `manifest-sha256.txt`, for all files and the manifest itself, padded to the
    /// [size of the publication](sizes).
    pub(super) fn to_checksums(&self, manifest: &[u8]) -> String {
        let own: String = crate::checksum::of(manifest);
        let files = self.files.iter().map(|entry| (entry.path.as_str(), entry.sha256.as_str()));
        let mut lines: Vec<(&str, &str)> = files.chain([(MANIFEST, own.as_str())]).collect();
        lines.sort_unstable();
        let lines: String = lines.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect();
        sizes::of_publication(&lines, self.publications())
    }
}

/// True if the error means that there is no manifest, rather than that it is unreadable.
fn is_none(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{InvalidData, InvalidInput, NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory | InvalidInput | InvalidData)
}
