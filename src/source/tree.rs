//! Everything that was read, as a value.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek};
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;

use rayon::prelude::*;

use super::encoding::decode;
use super::walk::walk;
use super::{LeftOverEntry, Original, Stamp, StorageMode, Text, open_regular};
use crate::base::RelPath;
use crate::checksum::{self, Hashing, sha256};
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::error::{Error, Operation, Refusal, Result};
use crate::retry_budget::RetryBudget;
use crate::unforeseen::{self, Activity};

/// No text file is read beyond this; the configurable limit on documents is lower (see
/// [`Limits`](crate::config::Limits)).
const MAX_TEXT_BYTES: u64 = 64 << 20;

/// Fewer files than this are kept [ready](Keep::Ready) in any case: they are too small to count.
const MANY: usize = 1000;

/// A text file in memory.
#[derive(Clone, Debug)]
pub struct TextFile {
    /// Its name.
    pub path: RelPath,
    /// UTF-8 without byte order mark, NFC, with line feeds.
    pub text: Text,
    /// Of the bytes that were read. Only a publication tells the hash of each file: it is made when
    /// it is asked for.
    sha256: Arc<OnceLock<[u8; 32]>>,
}

impl TextFile {
    /// A text that was on no disk, or was read as it is.
    pub fn new(path: RelPath, text: &str) -> Self {
        Self { path, text: Text::new(text), sha256: Arc::default() }
    }

    /// A text that was read from `bytes`, which may say more than it.
    fn of_bytes(path: RelPath, text: Cow<'_, str>, bytes: &[u8], keep: StorageMode) -> Self {
        let says_all = matches!(text, Cow::Borrowed(text) if text.len() == bytes.len());
        let sha256 = if says_all { OnceLock::new() } else { OnceLock::from(sha256(bytes)) };
        let text = match keep {
            StorageMode::Packed if path.extension() == "md" => Text::packed(&text),
            _ => Text::new(&text),
        };
        Self { path, text, sha256: Arc::new(sha256) }
    }

    /// SHA-256 of the bytes that were read (P39).
    pub fn sha256(&self) -> [u8; 32] {
        *self.sha256.get_or_init(|| sha256(self.text.read().as_bytes()))
    }

    /// Whether bytes of this hash (hexadecimal) say the same: those that were read, or with the
    /// line ends or the byte order mark of another system.
    pub fn says_what_was_hashed(&self, hash: &str) -> bool {
        let text = self.text.read();
        let saved = |(mark, line_end): &(&str, &str)| checksum::of(format!("{mark}{}", text.replace('\n', line_end)).as_bytes());
        let forms = [("", "\n"), ("", "\r\n"), ("\u{FEFF}", "\n"), ("\u{FEFF}", "\r\n")];
        checksum::hex(&self.sha256()) == hash || forms.iter().any(|form| saved(form) == hash)
    }
}

/// The same name and the same text.
impl PartialEq for TextFile {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.text == other.text
    }
}

/// A file that is published as it is: an attachment or an asset. Only its name and size are known
/// here; bytes are read when it is written.
#[derive(Clone, Debug)]
pub struct Blob {
    /// Its name.
    pub path: RelPath,
    /// In bytes.
    pub size: u64,
    /// As it was when it was listed, also if it may change without a sign.
    stamp: Option<Stamp>,
    /// What the first saw who read all of it.
    sha256: Arc<OnceLock<[u8; 32]>>,
}

/// The files of a site: `content/**` and `themes/**` below one root. A copy of it costs little:
/// what grows with the site is shared.
#[derive(Clone, Debug, Default)]
pub struct SourceTree {
    /// The folder that holds `content/`.
    pub root: PathBuf,
    keep: StorageMode,
    texts: Arc<BTreeMap<RelPath, TextFile>>,
    /// Texts that were edited since all files were read, in the place of those of the same names.
    edited: BTreeMap<RelPath, TextFile>,
    blobs: Arc<BTreeMap<RelPath, Blob>>,
    /// What could be read of files that were refused, for messages about them; seen by no other
    /// stage.
    refused: Arc<BTreeMap<RelPath, (TextFile, Diagnostic)>>,
    /// What is wrong with names and kinds of files.
    strange: Diagnostics,
    /// What programs left beside the work.
    left_over: Arc<Vec<LeftOverEntry>>,
    /// By which a file is known again without being read.
    stamps: Arc<BTreeMap<RelPath, Stamp>>,
    /// Of this reading, for files that other programs hold.
    patience: Arc<RetryBudget>,
}

impl SourceTree {
    /// Reads the files of `content/` and `themes/`; files that are no text where text is needed are
    /// reported and left out.
    ///
    /// # Errors
    /// A folder or file that cannot be read.
    pub fn read(root: &Path, keep: StorageMode) -> Result<SourceTree> {
        SourceTree { root: root.to_owned(), keep, ..SourceTree::default() }.read_again(&BTreeSet::new())
    }

    /// The tree as it is on the disk now: a file that bears the same [`Stamp`] and is not among
    /// `touched` keeps the bytes that were read before.
    ///
    /// # Errors
    /// A folder or file that cannot be read.
    pub fn read_again(&self, touched: &BTreeSet<RelPath>) -> Result<SourceTree> {
        let mut tree = SourceTree { root: self.root.clone(), keep: self.keep, ..SourceTree::default() };
        let patience = Arc::clone(&tree.patience);
        for top in ["content", "themes"] {
            let walked = walk(&self.root, top)?;
            tree.strange.append(walked.strange);
            Arc::make_mut(&mut tree.left_over).extend(walked.left_over);
            let paths = walked.files;
            let keep = if paths.len() < MANY { StorageMode::Ready } else { self.keep };
            let known = |path: &RelPath| if touched.contains(path) { None } else { self.known(path) };
            // Files are read into the same memory one after the other: pieces of the size of files
            // would be left everywhere among what stays.
            let read_one = |bytes: &mut Vec<u8>, path: &RelPath| {
                let read = || known(path).map_or_else(|| read(&self.root, path, keep, &patience, bytes), Ok);
                unforeseen::at(path.as_str(), Activity::Reading, read)
            };
            paths
                .par_iter()
                .map_init(Vec::new, read_one)
                .collect::<Vec<_>>()
                .into_iter()
                .try_for_each(|entry| entry.map(|entry| tree.put(entry)))?;
        }
        Ok(tree)
    }

    /// The tree with only these files read again, or `None` if one of them is not a text that was
    /// there before: then more has changed than texts.
    pub fn with_edited(&self, touched: &BTreeSet<RelPath>) -> Option<SourceTree> {
        let (mut tree, patience) = (self.clone(), RetryBudget::default());
        for path in touched {
            self.text(path.as_str())?;
            let FileKind::Text(file) = read(&self.root, path, StorageMode::Ready, &patience, &mut Vec::new()).ok()?.found else {
                return None;
            };
            tree.edited.insert(path.clone(), file);
        }
        Some(tree)
    }

    /// Whether every file is what it is in `other`, as far as can be told without reading
    /// attachments.
    pub fn is_like(&self, other: &SourceTree) -> bool {
        fn blob<'a>(tree: &'a SourceTree, blob: &'a Blob) -> (&'a RelPath, u64, Option<&'a Stamp>) {
            (&blob.path, blob.size, tree.stamp(&blob.path))
        }
        let [texts, other_texts] = [self, other].map(|tree| tree.texts_below(""));
        let [blobs, other_blobs] = [self, other].map(|tree| tree.blobs.values().map(|known| blob(tree, known)));
        let [refused, other_refused] = [self, other].map(|tree| tree.refused.values());
        texts.eq(other_texts)
            && blobs.eq(other_blobs)
            && refused.eq(other_refused)
            && self.left_over == other.left_over
            && self.strange.clone().sorted() == other.strange.clone().sorted()
    }

    /// What is wrong with the files as files.
    pub fn findings(&self) -> Diagnostics {
        let mut findings = self.strange.clone();
        self.refused.values().for_each(|(_, finding)| findings.push(finding.clone()));
        findings
    }

    /// The files that were reported and left out.
    pub fn left_out(&self) -> impl Iterator<Item = &RelPath> {
        let strange = self.strange.iter().map(|finding| &finding.place.file).filter(|file| !self.holds(file.as_str()));
        self.refused.keys().chain(strange)
    }

    /// SHA-256 over the files whose path begins with `prefix` and over `more`: the same for the
    /// same input of whatever reads only these.
    pub fn hash_below(&self, prefix: &str, more: impl IntoIterator<Item = String>) -> [u8; 32] {
        let mut hashing = Hashing::default();
        more.into_iter().for_each(|text| hashing.update(format!("{text}\n").as_bytes()));
        self.texts_below(prefix).for_each(|file| hashing.update(&[file.path.as_str().as_bytes(), b"\n", &file.sha256()].concat()));
        self.blobs_below(prefix).for_each(|blob| hashing.update(format!("{} {}\n", blob.path, blob.size).as_bytes()));
        hashing.bytes()
    }

    /// A file that is published as it is, as it was when the folder was listed.
    pub fn original(&self, path: &RelPath) -> Original {
        let (stamp, sha256) = self.blobs.get(path).map(|blob| (blob.stamp.clone(), Arc::clone(&blob.sha256))).unwrap_or_default();
        Original::new(path.below(&self.root), stamp, sha256, Arc::clone(&self.patience))
    }

    /// The stamp of a file; none if it may change without a sign.
    pub fn stamp(&self, path: &RelPath) -> Option<&Stamp> {
        self.stamps.get(path)
    }

    /// The stamps of all files that cannot change without a sign, in the order of their paths;
    /// `None` if something is there that is no file that a site can have.
    pub fn stamps(&self) -> Option<&BTreeMap<RelPath, Stamp>> {
        (self.refused.is_empty() && self.strange.is_empty()).then_some(&self.stamps)
    }

    fn known(&self, path: &RelPath) -> Option<TreeEntry> {
        // The stamp of a text that was edited is that of its earlier version.
        let stamp = self.stamps.get(path).filter(|_| !self.edited.contains_key(path))?;
        if Stamp::at(&path.below(&self.root)).ok()?.and_then(Stamp::settled).as_ref() != Some(stamp) {
            return None;
        }
        let text = self.texts.get(path).cloned().map(FileKind::Text);
        let blob = || self.blobs.get(path).cloned().map(FileKind::Blob);
        Some(TreeEntry { found: text.or_else(blob)?, stamp: Some(stamp.clone()) })
    }

    fn put(&mut self, entry: TreeEntry) {
        let path = match entry.found {
            FileKind::Text(file) => {
                let path = file.path.clone();
                Arc::make_mut(&mut self.texts).insert(path.clone(), file);
                path
            }
            FileKind::Blob(blob) => {
                let path = blob.path.clone();
                Arc::make_mut(&mut self.blobs).insert(path.clone(), blob);
                path
            }
            FileKind::Refused(text, finding) => {
                Arc::make_mut(&mut self.refused).insert(text.path.clone(), (text, *finding));
                return;
            }
        };
        match entry.stamp {
            Some(stamp) => drop(Arc::make_mut(&mut self.stamps).insert(path, stamp)),
            None => drop(Arc::make_mut(&mut self.stamps).remove(&path)),
        }
    }

    /// The text file of this name.
    pub fn text(&self, path: &str) -> Option<&TextFile> {
        self.edited.get(path).or_else(|| self.texts.get(path))
    }

    /// The file of this name that is published as it is.
    pub fn blob(&self, path: &RelPath) -> Option<&Blob> {
        self.blobs.get(path)
    }

    /// The text to show in a message about a file, also of a file that was refused.
    pub fn shown(&self, path: &str) -> Option<Cow<'_, str>> {
        self.text(path).or_else(|| self.refused.get(path).map(|(file, _)| file)).map(|file| file.text.read())
    }

    /// What programs left beside the work, in order: files and folders that are not part of the
    /// site. Hidden things and what is in use are not among them.
    pub fn left_over(&self) -> &[LeftOverEntry] {
        &self.left_over
    }

    /// Whether there is a file of this name, of any kind.
    pub fn holds(&self, path: &str) -> bool {
        self.text(path).is_some() || self.refused.contains_key(path) || self.blobs.contains_key(path)
    }

    /// Whether there is a file whose path begins with `prefix`.
    pub fn holds_below(&self, prefix: &str) -> bool {
        self.texts_below(prefix).next().is_some() || self.blobs_below(prefix).next().is_some()
    }

    /// All text files whose path begins with `prefix`, in order.
    pub fn texts_below<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a TextFile> {
        let now = |file: &'a TextFile| self.edited.get(&file.path).unwrap_or(file);
        let from_prefix = self.texts.range::<str, _>(from(prefix));
        from_prefix.map(move |(_, file)| now(file)).take_while(move |file| file.path.as_str().starts_with(prefix))
    }

    /// All other files whose path begins with `prefix`, in order.
    pub fn blobs_below<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a Blob> {
        self.blobs.range::<str, _>(from(prefix)).map(|(_, blob)| blob).take_while(move |blob| blob.path.as_str().starts_with(prefix))
    }

    /// The tree with some files under other names, and with other texts: what a change would make
    /// of it.
    pub fn changed(&self, names: &BTreeMap<RelPath, RelPath>, texts: &BTreeMap<RelPath, String>) -> SourceTree {
        let mut tree = self.clone();
        let (all, blobs) = (Arc::make_mut(&mut tree.texts), Arc::make_mut(&mut tree.blobs));
        // All are taken away before any is put back: one may get the name that another had.
        let taken: Vec<_> = names.iter().map(|(old, new)| (all.remove(old), blobs.remove(old), new)).collect();
        for (text, blob, new) in taken {
            all.extend(text.map(|text| (new.clone(), TextFile { path: new.clone(), ..text })));
            blobs.extend(blob.map(|blob| (new.clone(), Blob { path: new.clone(), ..blob })));
        }
        all.extend(texts.iter().map(|(path, text)| (path.clone(), TextFile::new(path.clone(), text))));
        tree
    }

    /// The tree without some files.
    pub fn without(mut self, files: &BTreeSet<RelPath>) -> SourceTree {
        Arc::make_mut(&mut self.texts).retain(|path, _| !files.contains(path));
        Arc::make_mut(&mut self.blobs).retain(|path, _| !files.contains(path));
        self
    }

    /// A tree from texts, for tests and for the preview's unsaved files.
    pub fn of_texts<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> SourceTree {
        let named = |(path, text): (&str, &str)| RelPath::new(path).map(|path| (path.clone(), TextFile::new(path, text)));
        SourceTree { texts: Arc::new(files.into_iter().filter_map(named).collect()), ..SourceTree::default() }
    }
}

/// Every path from this prefix on.
fn from(prefix: &str) -> (Bound<&str>, Bound<&str>) {
    (Bound::Included(prefix), Bound::Unbounded)
}

struct TreeEntry {
    found: FileKind,
    stamp: Option<Stamp>,
}

enum FileKind {
    Text(TextFile),
    Blob(Blob),
    Refused(TextFile, Box<Diagnostic>),
}

/// A text that is being saved while it is read is read again; most programs take a moment for that.
fn read(root: &Path, path: &RelPath, keep: StorageMode, patience: &RetryBudget, bytes: &mut Vec<u8>) -> Result<TreeEntry> {
    const TIMES: usize = 20;
    const MOMENT: Duration = Duration::from_millis(10);
    for _ in 0..TIMES {
        if let Some(entry) = read_once(root, path, keep, patience, bytes)? {
            return Ok(entry);
        }
        thread::sleep(MOMENT);
    }
    Err(Error::refused(Operation::Read, &path.below(root), Refusal::Changing))
}

/// `None` if a text changed meanwhile.
fn read_once(root: &Path, path: &RelPath, keep: StorageMode, patience: &RetryBudget, bytes: &mut Vec<u8>) -> Result<Option<TreeEntry>> {
    let full = path.below(root);
    let trouble = |error| Error::io(Operation::Read, &full, error);
    let file = patience.during(|| open_regular(&full)).map_err(trouble)?;
    let size = file.metadata().map_err(trouble)?.len();
    let listed = Stamp::of(&file).map_err(trouble)?;
    let stamp = listed.clone().and_then(Stamp::settled);
    if !is_text(path) {
        return Ok(Some(TreeEntry {
            found: FileKind::Blob(Blob { path: path.clone(), size, stamp: listed, sha256: Arc::default() }),
            stamp,
        }));
    }
    let refused = |good: &str, diagnostic: Diagnostic| FileKind::Refused(TextFile::new(path.clone(), good), Box::new(diagnostic));
    if size > MAX_TEXT_BYTES {
        let diagnostic = Diagnostic::new("file-too-large", SourceSpan::file(path)).with("size", size).with("limit", MAX_TEXT_BYTES);
        return Ok(Some(TreeEntry { found: refused("", diagnostic), stamp }));
    }
    // A part of an open file can be locked as well.
    let mut read_all = || {
        (&file).rewind()?;
        bytes.clear();
        bytes.reserve(usize::try_from(size).unwrap_or(0) + 1);
        (&file).take(MAX_TEXT_BYTES).read_to_end(bytes)
    };
    patience.during(&mut read_all).map_err(trouble)?;
    if bytes.len() as u64 != size || Stamp::of(&file).map_err(trouble)? != listed {
        return Ok(None);
    }
    let found = match decode(bytes) {
        Ok(text) => FileKind::Text(TextFile::of_bytes(path.clone(), text, bytes, keep)),
        Err(error) => {
            let place = SourceSpan::new(path, error.good.len()..error.good.len());
            refused(&error.good, Diagnostic::new("not-utf8", place).with("path", path).with_some("encoding", error.guess))
        }
    };
    Ok(Some(TreeEntry { found, stamp }))
}

/// Files that stages read as text; everything else is published as it is.
fn is_text(path: &RelPath) -> bool {
    let extension = path.extension();
    let folder = path.folder();
    match path.as_str().starts_with("content/") {
        true if matches!(folder, "content" | "content/catalogues") => {
            matches!(extension.as_str(), "md" | "yaml" | "yml" | "lock")
        }
        true if folder == "content/witness" => extension == "sig",
        true => extension == "md",
        false => matches!(extension.as_str(), "html" | "xml" | "yaml" | "css" | "js" | "txt" | "svg" | "json"),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_text_says_what_was_hashed_however_it_is_saved() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("content/pages")).unwrap();
        let file = root.path().join("content/pages/a.md");
        let forms = ["ก\nข\n", "ก\r\nข\r\n", "\u{FEFF}ก\nข\n", "\u{FEFF}ก\r\nข\r\n", "ก\r\nข\n"];
        for now in forms {
            fs::write(&file, now).unwrap();
            let tree = SourceTree::read(root.path(), StorageMode::Ready).unwrap();
            let text = tree.text("content/pages/a.md").unwrap();
            // Mixed line ends are one form among very many: it is known by its own hash only.
            let known = forms.iter().take(4).chain([&now]);
            known.for_each(|before| assert!(text.says_what_was_hashed(&checksum::of(before.as_bytes())), "{before:?} {now:?}"));
            assert!(!text.says_what_was_hashed(&checksum::of("ก\nค\n".as_bytes())));
        }
    }

    #[test]
    fn pages_of_a_large_site_are_packed_and_say_the_same() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("content/2566/o1");
        fs::create_dir_all(&folder).unwrap();
        // The hash is that of the bytes, with their byte order mark, and the text has none.
        let long = |number: usize| format!("\u{FEFF}---\ntitle: หน้า {number}\n---\n{}", "ข้อความ ".repeat(100));
        (0..MANY).for_each(|number| fs::write(folder.join(format!("{number}.md")), long(number)).unwrap());
        let [packed, ready] = [StorageMode::Packed, StorageMode::Ready].map(|keep| SourceTree::read(root.path(), keep).unwrap());
        let is_packed =
            |tree: &SourceTree| tree.texts_below("").map(|file| format!("{:?}", file.text).contains("Packed")).collect::<BTreeSet<_>>();
        assert_eq!((is_packed(&packed), is_packed(&ready)), (BTreeSet::from([true]), BTreeSet::from([false])));
        assert!(packed.is_like(&ready));
        let file = packed.text("content/2566/o1/7.md").unwrap();
        assert_eq!((file.text.read().as_ref(), file.sha256()), (long(7).trim_start_matches('\u{FEFF}'), sha256(long(7).as_bytes())));
        assert!(packed.texts_below("").map(TextFile::sha256).eq(ready.texts_below("").map(TextFile::sha256)));
    }
}
