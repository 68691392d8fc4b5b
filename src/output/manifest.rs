//! `manifest.json`: what belongs to the site, with size and SHA-256. It also marks a folder as
//! ours.

use std::io::Read;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::sizes;
use crate::base::{MANIFEST, RelPath};
use crate::error::{Error, Operation, Result};
use crate::source::open_regular;

/// The mark of a folder that we made.
const GENERATOR: &str = "prongsai";

/// The form of the file.
const FORM: u32 = 1;

/// The files of a published site, sorted by path; the manifest itself is not among them.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    generator: String,
    /// Form of this file.
    version: u32,
    /// The program that made it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    program: String,
    /// The publications up to this site; none before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub history: Option<HistoryMark>,
    /// Every file.
    pub files: Vec<ManifestEntry>,
}

/// Which history a site belongs to: its hash holds all publications before it (P37).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HistoryMark {
    /// How many publications.
    pub entries: usize,
    /// SHA-256 of the text of the last one.
    pub head: String,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ManifestEntry {
    /// Below the folder, with `/`.
    pub path: String,
    /// In bytes.
    pub size: u64,
    /// Hexadecimal, lower case.
    pub sha256: String,
    /// The file that it was made from, below the root of the site's sources.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// SHA-256 of the bytes of that file as they were read (P39); that of the output if it is a
    /// copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_sha256: Option<String>,
}

impl Manifest {
    /// The manifest of a folder; empty if it has none, or what it has is none.
    ///
    /// # Errors
    /// A manifest that is there but cannot be read: without it our own files would pass for those
    /// of other people.
    pub fn read(folder: &Path) -> Result<Manifest> {
        const LARGEST: u64 = 256 << 20;
        let mut text = String::new();
        let path = folder.join(MANIFEST);
        // A pipe or device in its place must not be waited for; bytes that are no text are no
        // manifest.
        match open_regular(&path).and_then(|file| file.take(LARGEST).read_to_string(&mut text)) {
            Ok(_) => {}
            Err(error) if is_none(&error) => return Ok(Manifest::default()),
            Err(error) => return Err(Error::io(Operation::Read, &path, error)),
        }
        let manifest: Manifest = serde_json::from_str(&text).unwrap_or_default();
        // A path that leaves the folder was not written by us, and must not be acted on.
        Ok(Manifest { files: manifest.files.into_iter().filter(|entry| RelPath::new(&entry.path).is_some()).collect(), ..manifest })
    }

    /// The publication of the site in a folder, from the first line of its manifest alone: that of
    /// a large site is long. `None` if there is none, or none that we wrote so.
    pub fn mark(folder: &Path) -> Option<HistoryMark> {
        const LONGEST: u64 = 4096;
        let mut start = Vec::new();
        open_regular(&folder.join(MANIFEST)).ok()?.take(LONGEST).read_to_end(&mut start).ok()?;
        let line = start.split(|byte| *byte == b'\n').next()?;
        let manifest: Manifest = serde_json::from_slice(&[line, b"]}"].concat()).ok()?;
        manifest.history.filter(|_| manifest.generator == GENERATOR)
    }

    /// Whether it bears our mark.
    pub(crate) fn has_our_mark(&self) -> bool {
        self.generator == GENERATOR
    }

    /// Whether it is of the form that this program writes.
    pub(crate) fn has_our_form(&self) -> bool {
        self.version == FORM
    }

    /// The paths, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|entry| entry.path.as_str())
    }

    /// What it says of a file; `None` if that does not belong to the site.
    pub fn entry(&self, path: &str) -> Option<&ManifestEntry> {
        let at = self.files.binary_search_by(|entry| entry.path.as_str().cmp(path)).ok()?;
        self.files.get(at)
    }

    /// Whether a file belongs to the site.
    pub fn has(&self, path: &str) -> bool {
        self.entry(path).is_some()
    }

    /// One line per file, so that two manifests can be compared by eye, in the [size of the
    /// publication](sizes).
    pub(super) fn to_json(&self) -> Vec<u8> {
        let history = self
            .history
            .as_ref()
            .and_then(|mark| serde_json::to_string(mark).ok())
            .map_or_else(String::new, |mark| format!("\"history\":{mark},"));
        let program = env!("CARGO_PKG_VERSION");
        let head = format!("{{\"generator\":\"{GENERATOR}\",\"version\":{FORM},\"program\":\"{program}\",{history}\"files\":[");
        // About what a line of a page takes: at the end of a run memory is shortest.
        let mut json = Vec::with_capacity(head.len() + 350 * self.files.len());
        json.extend_from_slice(head.as_bytes());
        for (at, entry) in self.files.iter().enumerate() {
            json.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
            // Texts and numbers can be written as JSON, and into memory.
            let _ = serde_json::to_writer(&mut json, entry);
        }
        json.extend_from_slice(b"\n]}\n");
        let blanks = sizes::blanks(json.len(), self.publications());
        let line_end = json.pop();
        json.resize(json.len() + blanks, b' ');
        json.extend(line_end);
        json
    }

    /// How many publications there were up to this site.
    pub(crate) fn publications(&self) -> usize {
        self.history.as_ref().map_or(0, |mark| mark.entries)
    }

    /// The lines of `manifest-sha256.txt`: every file and the manifest itself, in the [size of the
    /// publication](sizes).
    pub(super) fn to_checksums(&self, manifest: &[u8]) -> String {
        let own: String = crate::checksum::of(manifest);
        let files = self.files.iter().map(|entry| (entry.path.as_str(), entry.sha256.as_str()));
        let mut lines: Vec<(&str, &str)> = files.chain([(MANIFEST, own.as_str())]).collect();
        lines.sort_unstable();
        let lines: String = lines.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect();
        sizes::of_publication(&lines, self.publications())
    }
}

/// Whether an error says that there is no manifest, rather than that it cannot be read.
fn is_none(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{InvalidData, InvalidInput, NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory | InvalidInput | InvalidData)
}
