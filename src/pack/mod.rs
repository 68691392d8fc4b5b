//! The appeal pack of one page: a ZIP file that shows, away from the server, what was published at
//! an address and since when. The pack of a year (`2566`) has all evidence of the year.
//!
//! An appeal counts only what was already at the submitted link (AS4). The pack holds the page, and
//! those below it, with data, tables and attachments as they are published, the style sheets that it needs, the
//! site's `manifest.json`, its lines of `manifest-sha256.txt`, the whole history with its chain,
//! and a text that explains them. It is made from the published folder alone and only if every file
//! agrees with the manifest and the history; the same folder gives the same bytes.

mod readme;

use std::collections::BTreeMap;
use std::io::{self, Seek, Write};
use std::path::Path;

use crate::archive::ArchiveWriter;
use crate::base::{CHECKSUMS, HISTORY_OF_SITE, Lang, MANIFEST, file_of_url};
use crate::checksum::{self, Hashing};
use crate::output::{Manifest, ManifestEntry};
use crate::record::History;
use crate::verify::{
    FileTrouble, FolderCopy, HostileManifest, MAX_BYTES, Problem, README, ReadFailure, SiteCopy, VerifyError, belongs, checksum_lines,
    history_problems, is_shared, read_all, read_history, read_manifest,
};
use crate::words;

/// The file of the site that names its address.
const CATALOG: &str = "catalog.json";
/// What was packed.
#[derive(Clone, Debug)]
pub struct Packed {
    /// The page, below the base.
    pub(crate) page: String,
    /// Files in the pack.
    pub(crate) files: usize,
}

/// Why nothing was packed.
#[derive(Debug)]
pub enum NotPacked {
    /// The folder cannot be used.
    Folder(VerifyError),
    /// Its manifest cannot be believed.
    Manifest(HostileManifest),
    /// No such page in the folder.
    NoPage(String),
    /// It was built, but never published.
    NeverPublished(String),
    /// The history is broken, or does not agree with the manifest.
    History(Vec<Problem>),
    /// A file is not as it was published.
    Differs(String),
    /// A file cannot be read.
    Unread(String, ReadFailure),
    /// The pack cannot be written.
    Write(io::Error),
}

/// Packs `page` (`2566/o42` or `2566`, also as a whole address) with the pages below it of the published folder `folder` into `to`.
///
/// # Errors
/// Nothing is packed that cannot be proved; what was written to `to` until then is no pack.
pub fn write(folder: &Path, page: &str, to: impl Write + Seek) -> Result<Packed, NotPacked> {
    let copy = FolderCopy::open(folder).map_err(NotPacked::Folder)?;
    let published = PublishedCopy::read(&copy)?;
    let page = published.page(page)?;
    published.prove(&page)?;
    let entries: Vec<&ManifestEntry> = published.manifest.files.iter().filter(|entry| belongs(&page, &entry.path)).collect();
    let readme = readme::text(&page, &published.base, &published.history, &published.manifest_hash);
    let readme_hash = checksum::of(readme.as_bytes());
    let mut lines: BTreeMap<&str, &str> = entries.iter().map(|entry| (entry.path.as_str(), entry.sha256.as_str())).collect();
    lines.extend([(MANIFEST, published.manifest_hash.as_str()), (README, readme_hash.as_str())]);
    let sums = checksum_lines(&lines);
    let mut parts: BTreeMap<&str, PackPart<'_>> = entries.iter().map(|entry| (entry.path.as_str(), PackPart::File(entry))).collect();
    parts.insert(MANIFEST, PackPart::Bytes(&published.manifest_bytes));
    parts.insert(README, PackPart::Bytes(readme.as_bytes()));
    parts.insert(CHECKSUMS, PackPart::Bytes(sums.as_bytes()));
    let mut writer = ArchiveWriter::new(to);
    for (name, part) in &parts {
        put(&copy, name, part, &mut writer)?;
    }
    writer.finish().and_then(|mut to| to.flush()).map_err(NotPacked::Write)?;
    Ok(Packed { files: parts.len(), page })
}

enum PackPart<'p> {
    Bytes(&'p [u8]),
    File(&'p ManifestEntry),
}

/// Puts one part into the pack; a file is hashed as it passes, so what is packed is what was
/// compared.
fn put<W: Write + Seek>(copy: &FolderCopy, name: &str, part: &PackPart<'_>, writer: &mut ArchiveWriter<W>) -> Result<(), NotPacked> {
    match part {
        PackPart::Bytes(bytes) => {
            let begun = writer.begin(name, bytes.len() as u64).and_then(|to| to.write_all(bytes));
            begun.map_err(NotPacked::Write)
        }
        PackPart::File(entry) => {
            let to = writer.begin(name, entry.size).map_err(NotPacked::Write)?;
            let mut both = HashingWriter { to, hashing: Hashing::default(), failed: None };
            let poured = copy.pour(name, entry.size, &mut both);
            if let Some(error) = both.failed {
                return Err(NotPacked::Write(error));
            }
            poured.map_err(|trouble| of_trouble(name, trouble))?;
            match both.hashing.size() == entry.size && both.hashing.finish() == entry.sha256 {
                true => Ok(()),
                false => Err(NotPacked::Differs(name.to_owned())),
            }
        }
    }
}

/// Into the pack and through the hash. Trouble with the pack is kept apart from trouble with the
/// file.
struct HashingWriter<'w> {
    to: &'w mut dyn Write,
    hashing: Hashing,
    failed: Option<io::Error>,
}

impl Write for HashingWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = match self.to.write(bytes) {
            Ok(count) => count,
            Err(error) => {
                let kind = error.kind();
                self.failed = Some(error);
                return Err(kind.into());
            }
        };
        self.hashing.update(&bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// What is known of a published folder before its files are read.
struct PublishedCopy {
    manifest_bytes: Vec<u8>,
    manifest_hash: String,
    manifest: Manifest,
    history: History,
    history_problems: Vec<Problem>,
    /// The address of the site, with `/` at its end; empty if its catalogue does not say.
    base: String,
}

impl PublishedCopy {
    fn read(copy: &FolderCopy) -> Result<PublishedCopy, NotPacked> {
        let manifest_bytes = match read_all(copy, MANIFEST, MAX_BYTES) {
            Ok(bytes) => bytes,
            Err(FileTrouble::Missing | FileTrouble::NotAFile | FileTrouble::Withheld) => {
                return Err(NotPacked::Folder(VerifyError::NoManifest));
            }
            Err(FileTrouble::Unread(why)) => return Err(NotPacked::Folder(VerifyError::Unread(why))),
        };
        let manifest = read_manifest(&manifest_bytes).map_err(NotPacked::Manifest)?;
        let log = small(copy, &manifest, HISTORY_OF_SITE)?;
        let (history, mut history_problems) = log.as_deref().map(read_history).unwrap_or_default();
        history_problems.extend(self::history_problems(&history, &manifest));
        let catalog = small(copy, &manifest, CATALOG)?.and_then(|bytes| serde_json::from_slice::<serde_json::Value>(&bytes).ok());
        let base = catalog.and_then(|catalog| Some(catalog.get("@id")?.as_str()?.to_owned())).unwrap_or_default();
        let manifest_hash = checksum::of(&manifest_bytes);
        Ok(PublishedCopy { manifest_bytes, manifest_hash, manifest, history, history_problems, base })
    }

    /// The folder of the page that is meant.
    fn page(&self, asked: &str) -> Result<String, NotPacked> {
        let page = asked.trim();
        let page = page.strip_prefix(&self.base).unwrap_or(page);
        let page = page.trim_matches('/');
        let page = page.strip_suffix("index.html").unwrap_or(page).trim_end_matches('/');
        match !page.is_empty() && !is_shared(page) && self.manifest.has(&format!("{page}/index.html")) {
            true => Ok(page.to_owned()),
            false => Err(NotPacked::NoPage(asked.to_owned())),
        }
    }

    /// Whether the history can prove the page.
    fn prove(&self, page: &str) -> Result<(), NotPacked> {
        let file = format!("{page}/index.html");
        if !self.history.published().keys().any(|url| file_of_url(url) == file) {
            return Err(NotPacked::NeverPublished(page.to_owned()));
        }
        match self.history_problems.is_empty() {
            true => Ok(()),
            false => Err(NotPacked::History(self.history_problems.clone())),
        }
    }
}

/// A small file of the site, which must be as the manifest says; `None` if the site has none.
fn small(copy: &FolderCopy, manifest: &Manifest, path: &str) -> Result<Option<Vec<u8>>, NotPacked> {
    const LARGEST: u64 = 64 << 20;
    let Some(entry) = manifest.files.iter().find(|entry| entry.path == path) else { return Ok(None) };
    let bytes = read_all(copy, path, entry.size.min(LARGEST)).map_err(|trouble| of_trouble(path, trouble))?;
    match checksum::of(&bytes) == entry.sha256 {
        true => Ok(Some(bytes)),
        false => Err(NotPacked::Differs(path.to_owned())),
    }
}

fn of_trouble(path: &str, trouble: FileTrouble) -> NotPacked {
    match trouble {
        FileTrouble::Missing | FileTrouble::NotAFile | FileTrouble::Withheld => NotPacked::Differs(path.to_owned()),
        FileTrouble::Unread(why) => NotPacked::Unread(path.to_owned(), why),
    }
}

impl NotPacked {
    /// In one language.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            NotPacked::Folder(cannot) => cannot.words(lang),
            NotPacked::Manifest(hostile) => format!("manifest.json: {}", hostile.words(lang)),
            NotPacked::NoPage(page) => words::pack::no_page(lang, page),
            NotPacked::NeverPublished(page) => words::pack::never_published(lang, page),
            NotPacked::History(problems) => {
                let first = problems.first().map(|problem| problem.words(lang)).unwrap_or_default();
                words::pack::history_differs(lang, first)
            }
            NotPacked::Differs(path) => words::pack::file_differs(lang, path),
            NotPacked::Unread(path, why) => words::pack::unread(lang, path, why.words(lang)),
            NotPacked::Write(error) => words::pack::unwritten(lang, error),
        }
    }
}
