//! All source files of a site, in memory.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::read_file::{FileKind, TreeEntry, read};
use super::walk::walk;
use super::{Blob, LeftOverEntry, Original, Stamp, StorageMode, TextFile};
use crate::base::RelPath;
use crate::checksum::Hashing;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::error::Result;
use crate::retry_budget::RetryBudget;
use crate::unforeseen::{self, Activity};

/// With fewer files than this, texts stay [uncompressed](StorageMode::Ready) regardless of the
/// mode.
const MANY: usize = 1000;

/// The files of a site: `content/**` and `themes/**` below one root. Cloning is cheap: the maps are
/// shared.
#[derive(Clone, Debug, Default)]
pub struct SourceTree {
    /// The folder that contains `content/`.
    pub(crate) root: PathBuf,
    keep: StorageMode,
    texts: Arc<BTreeMap<RelPath, TextFile>>,
    /// Texts edited since the full read; they override `texts`.
    edited: BTreeMap<RelPath, TextFile>,
    blobs: Arc<BTreeMap<RelPath, Blob>>,
    /// Refused files with the part that could be read, for messages only; not visible to later
    /// stages.
    refused: Arc<BTreeMap<RelPath, (TextFile, Diagnostic)>>,
    /// Findings about names and kinds of files.
    strange: Diagnostics,
    /// Leftovers of programs.
    left_over: Arc<Vec<LeftOverEntry>>,
    /// Settled fingerprints, to recognise unchanged files without reading them.
    stamps: Arc<BTreeMap<RelPath, Stamp>>,
    /// Retry budget of this read, for files held by other programs.
    patience: Arc<RetryBudget>,
}

impl SourceTree {
    /// Reads the files of `content/` and `themes/`. Files that must be text but are not are
    /// reported and left out.
    ///
    /// # Errors
    /// A folder or file cannot be read.
    pub fn read(root: &Path, keep: StorageMode) -> Result<SourceTree> {
        SourceTree { root: root.to_owned(), keep, ..SourceTree::default() }.read_again(&BTreeSet::new())
    }

    /// The texts of an earlier run with their fingerprints, from which
    /// [`read_again`](SourceTree::read_again) takes those of unchanged files.
    pub fn of_earlier_run(root: &Path, keep: StorageMode, texts: Vec<(TextFile, Stamp)>) -> SourceTree {
        let stamps = texts.iter().map(|(file, stamp)| (file.path.clone(), stamp.clone())).collect();
        let texts = texts.into_iter().map(|(file, _)| (file.path.clone(), file)).collect();
        SourceTree { root: root.to_owned(), keep, texts: Arc::new(texts), stamps: Arc::new(stamps), ..SourceTree::default() }
    }

    /// True if both have the same texts with the same fingerprints, and no others.
    pub fn has_same_texts(&self, other: &SourceTree) -> bool {
        fn stamped(tree: &SourceTree) -> impl Iterator<Item = (&RelPath, &Stamp)> {
            tree.texts_below("").filter_map(|file| Some((&file.path, tree.stamp(&file.path)?)))
        }
        stamped(self).eq(stamped(other))
    }

    /// Reads the tree again: a file with the same [`Stamp`] and not in `touched` keeps the bytes
    /// read before.
    ///
    /// # Errors
    /// A folder or file cannot be read.
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
            // One reused buffer per thread: buffers of the size of each file would fragment the
            // heap.
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

    /// Reads only the `touched` files again; `None` if one of them is not a text that existed
    /// before, so that a full read is needed.
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

    /// True if all files are the same as in `other`, judging attachments by path, size and
    /// fingerprint only.
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

    /// Findings about the files as files: encoding, size, name, kind.
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

    /// SHA-256 over all files whose path starts with `prefix`, and over `more`: a cache key for
    /// results that depend on nothing else.
    pub fn hash_below(&self, prefix: &str, more: impl IntoIterator<Item = String>) -> [u8; 32] {
        let mut hashing = Hashing::default();
        more.into_iter().for_each(|text| hashing.update(format!("{text}\n").as_bytes()));
        self.texts_below(prefix).for_each(|file| hashing.update(&[file.path.as_str().as_bytes(), b"\n", &file.sha256()].concat()));
        self.blobs_below(prefix).for_each(|blob| hashing.update(format!("{} {}\n", blob.path, blob.size).as_bytes()));
        hashing.bytes()
    }

    /// A handle to a file published unchanged, with its fingerprint at listing time.
    pub fn original(&self, path: &RelPath) -> Original {
        let (stamp, sha256) = self.blobs.get(path).map(|blob| (blob.stamp.clone(), Arc::clone(&blob.sha256))).unwrap_or_default();
        Original::new(path.below(&self.root), stamp, sha256, Arc::clone(&self.patience))
    }

    /// Fingerprint of a file; `None` if it could change without a new fingerprint.
    pub fn stamp(&self, path: &RelPath) -> Option<&Stamp> {
        self.stamps.get(path)
    }

    /// All settled fingerprints, in path order; `None` if there is an entry that a site cannot
    /// contain.
    pub fn stamps(&self) -> Option<&BTreeMap<RelPath, Stamp>> {
        (self.refused.is_empty() && self.strange.is_empty()).then_some(&self.stamps)
    }

    fn known(&self, path: &RelPath) -> Option<TreeEntry> {
        // The fingerprint of an edited text belongs to its earlier version.
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

    /// Looks up a text file.
    pub fn text(&self, path: &str) -> Option<&TextFile> {
        self.edited.get(path).or_else(|| self.texts.get(path))
    }

    /// Looks up a file that is published unchanged.
    pub fn blob(&self, path: &RelPath) -> Option<&Blob> {
        self.blobs.get(path)
    }

    /// Text to quote in messages about a file, including refused files.
    pub fn shown(&self, path: &str) -> Option<Cow<'_, str>> {
        self.text(path).or_else(|| self.refused.get(path).map(|(file, _)| file)).map(|file| file.text.read())
    }

    /// Files and folders left by programs, in path order; not part of the site. Excludes hidden
    /// files and files in use.
    pub fn left_over(&self) -> &[LeftOverEntry] {
        &self.left_over
    }

    /// True if a file of this path exists, of any kind.
    pub fn holds(&self, path: &str) -> bool {
        self.text(path).is_some() || self.refused.contains_key(path) || self.blobs.contains_key(path)
    }

    /// True if a text or blob exists whose path starts with `prefix`.
    pub fn holds_below(&self, prefix: &str) -> bool {
        self.texts_below(prefix).next().is_some() || self.blobs_below(prefix).next().is_some()
    }

    /// Text files whose path starts with `prefix`, in path order.
    pub fn texts_below<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a TextFile> {
        let now = |file: &'a TextFile| self.edited.get(&file.path).unwrap_or(file);
        let from_prefix = self.texts.range::<str, _>(from(prefix));
        from_prefix.map(move |(_, file)| now(file)).take_while(move |file| file.path.as_str().starts_with(prefix))
    }

    /// Blobs whose path starts with `prefix`, in path order.
    pub fn blobs_below<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a Blob> {
        self.blobs.range::<str, _>(from(prefix)).map(|(_, blob)| blob).take_while(move |blob| blob.path.as_str().starts_with(prefix))
    }

    /// A copy of the tree after renaming files and replacing texts; previews the result of a
    /// change.
    pub fn changed(&self, names: &BTreeMap<RelPath, RelPath>, texts: &BTreeMap<RelPath, String>) -> SourceTree {
        let mut tree = self.clone();
        let (all, blobs) = (Arc::make_mut(&mut tree.texts), Arc::make_mut(&mut tree.blobs));
        // Removes all before inserting any: a new name may be the old name of another file.
        let taken: Vec<_> = names.iter().map(|(old, new)| (all.remove(old), blobs.remove(old), new)).collect();
        for (text, blob, new) in taken {
            all.extend(text.map(|text| (new.clone(), TextFile { path: new.clone(), ..text })));
            blobs.extend(blob.map(|blob| (new.clone(), Blob { path: new.clone(), ..blob })));
        }
        all.extend(texts.iter().map(|(path, text)| (path.clone(), TextFile::new(path.clone(), text))));
        tree
    }

    /// The tree without the given files.
    pub fn without(mut self, files: &BTreeSet<RelPath>) -> SourceTree {
        Arc::make_mut(&mut self.texts).retain(|path, _| !files.contains(path));
        Arc::make_mut(&mut self.blobs).retain(|path, _| !files.contains(path));
        self
    }

    /// A tree built from texts, for tests.
    pub fn of_texts<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> SourceTree {
        let named = |(path, text): (&str, &str)| RelPath::new(path).map(|path| (path.clone(), TextFile::new(path, text)));
        SourceTree { texts: Arc::new(files.into_iter().filter_map(named).collect()), ..SourceTree::default() }
    }
}

/// All keys from `prefix` on.
fn from(prefix: &str) -> (Bound<&str>, Bound<&str>) {
    (Bound::Included(prefix), Bound::Unbounded)
}
#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::checksum::{self, sha256};

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
            // Mixed line ends are not reconstructed: only the exact hash matches.
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
        // The hash covers the bytes including the byte order mark; the text excludes it.
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
