//! Everything that was read, as a value.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::encoding::decode;
use super::walk::walk;
use super::{RelPath, open_regular};
use crate::checksum::sha256;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::error::{Error, Operation, Result};

/// No text file is read beyond this; the configurable limit on documents is lower (see [`Limits`](crate::config::Limits)).
const MOST_TEXT_BYTES: u64 = 64 << 20;

/// A text file in memory.
#[derive(Clone, Debug)]
pub struct TextFile {
    /// Its name.
    pub path: RelPath,
    /// UTF-8 without byte order mark, NFC, line ends as they are.
    pub text: Arc<str>,
    /// SHA-256 of the bytes that were read (PROMISES P39).
    pub sha256: [u8; 32],
}

impl TextFile {
    /// A text that was on no disk, or was read as it is.
    pub fn new(path: RelPath, text: &str) -> Self {
        Self { path, text: text.into(), sha256: sha256(text.as_bytes()) }
    }
}

/// A file that is published as it is: an attachment or an asset. Only its name and size are known here; bytes are read when it is written.
#[derive(Clone, Debug)]
pub struct Blob {
    /// Its name.
    pub path: RelPath,
    /// In bytes.
    pub size: u64,
}

/// The files of a site: `content/**` and `themes/**` below one root.
#[derive(Clone, Debug, Default)]
pub struct SourceTree {
    /// The folder that holds `content/`.
    pub root: PathBuf,
    texts: BTreeMap<RelPath, TextFile>,
    blobs: BTreeMap<RelPath, Blob>,
    /// What could be read of files that were refused: shown in messages, seen by no other stage.
    refused: BTreeMap<RelPath, TextFile>,
}

impl SourceTree {
    /// Reads the files of `content/` and `themes/`; files that are no text where text is needed are reported and left out.
    ///
    /// # Errors
    /// A folder or file that cannot be read.
    pub fn read(root: &Path) -> Result<(SourceTree, Diagnostics)> {
        let mut tree = SourceTree { root: root.to_owned(), ..SourceTree::default() };
        let mut diagnostics = Diagnostics::new();
        for top in ["content", "themes"] {
            let (paths, found) = walk(root, top)?;
            diagnostics.append(found);
            for entry in paths.par_iter().map(|path| read(root, path)).collect::<Vec<_>>() {
                match entry? {
                    Entry::Text(file) => drop(tree.texts.insert(file.path.clone(), file)),
                    Entry::Blob(blob) => drop(tree.blobs.insert(blob.path.clone(), blob)),
                    Entry::Refused(text, diagnostic) => {
                        tree.refused.insert(text.path.clone(), text);
                        diagnostics.push(*diagnostic);
                    }
                }
            }
        }
        Ok((tree, diagnostics))
    }

    /// The text file of this name.
    pub fn text(&self, path: &str) -> Option<&TextFile> {
        self.texts.get(path)
    }

    /// The text to show in a message about a file, also of a file that was refused.
    pub fn shown(&self, path: &str) -> Option<&str> {
        self.texts.get(path).or_else(|| self.refused.get(path)).map(|file| &*file.text)
    }

    /// Whether there is a file of this name, of any kind.
    pub fn holds(&self, path: &str) -> bool {
        self.shown(path).is_some() || self.blobs.contains_key(path)
    }

    /// All text files whose path begins with `prefix`, in order.
    pub fn texts_below<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a TextFile> {
        self.texts.values().filter(move |file| file.path.as_str().starts_with(prefix))
    }

    /// All other files whose path begins with `prefix`, in order.
    pub fn blobs_below<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a Blob> {
        self.blobs.values().filter(move |blob| blob.path.as_str().starts_with(prefix))
    }

    /// A tree from texts, for tests and for the preview's unsaved files.
    pub fn of_texts<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> SourceTree {
        let named = |(path, text): (&str, &str)| RelPath::new(path).map(|path| (path.clone(), TextFile::new(path, text)));
        SourceTree { texts: files.into_iter().filter_map(named).collect(), ..SourceTree::default() }
    }
}

enum Entry {
    Text(TextFile),
    Blob(Blob),
    Refused(TextFile, Box<Diagnostic>),
}

fn read(root: &Path, path: &RelPath) -> Result<Entry> {
    let full = path.below(root);
    let trouble = |error| Error::io(Operation::Read, &full, error);
    let file = open_regular(&full).map_err(trouble)?;
    let size = file.metadata().map_err(trouble)?.len();
    if !is_text(path) {
        return Ok(Entry::Blob(Blob { path: path.clone(), size }));
    }
    let refused = |good: &str, diagnostic: Diagnostic| Entry::Refused(TextFile::new(path.clone(), good), Box::new(diagnostic));
    if size > MOST_TEXT_BYTES {
        let diagnostic = Diagnostic::new("file-too-large", Place::file(path)).with("size", size).with("limit", MOST_TEXT_BYTES);
        return Ok(refused("", diagnostic));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    file.take(MOST_TEXT_BYTES).read_to_end(&mut bytes).map_err(trouble)?;
    let sha256 = sha256(&bytes);
    Ok(match decode(bytes) {
        Ok(text) => Entry::Text(TextFile { path: path.clone(), text: text.into(), sha256 }),
        Err(error) => {
            let place = Place::new(path, error.good.len()..error.good.len());
            refused(&error.good, Diagnostic::new("not-utf8", place).with("path", path).with_some("encoding", error.guess))
        }
    })
}

/// Files that stages read as text; everything else is published as it is.
fn is_text(path: &RelPath) -> bool {
    let extension = path.extension();
    let folder = path.folder();
    match path.as_str().starts_with("content/") {
        true if matches!(folder, "content" | "content/catalogues") => {
            matches!(extension.as_str(), "md" | "yaml" | "yml" | "lock")
        }
        true => extension == "md",
        false => matches!(extension.as_str(), "html" | "xml" | "yaml" | "css" | "js" | "txt" | "svg" | "json"),
    }
}
