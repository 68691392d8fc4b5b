//! What a comparison found.

use std::collections::BTreeMap;

use super::copy::{FileTrouble, ReadFailure};
use super::manifest::HostileManifest;
use super::publication::LastPublication;
use crate::base::Lang;
use crate::diagnostics::Diagnostic;
use crate::output::Manifest;
use crate::record::{Divergence, History};
use crate::witness::SignatureFlaw;
use crate::words;

/// How a copy differs from what was published. All lists are sorted.
#[derive(Clone, Debug, Default)]
pub struct VerifyReport {
    /// Files that the manifest lists (of a pack: those that belong to the page).
    pub(crate) files: usize,
    /// Listed, but not there.
    pub(crate) missing: Vec<String>,
    /// There with other bytes, or as a link; also the manifest itself.
    pub(crate) changed: Vec<String>,
    /// Those of them whose line ends alone are others: an FTP program took them for text, or was
    /// told to.
    pub(crate) line_ends: Vec<String>,
    /// Not listed, but looking like files of ours.
    pub(crate) added: Vec<String>,
    /// Not listed, and allowed: `CNAME`, uploads.
    pub(crate) foreign: Vec<String>,
    /// Listed, but read by the host and not given out: how a site is served, not what it says.
    pub(crate) withheld: Vec<String>,
    /// Whether what is not listed can be seen at all: not on the web.
    pub(crate) sees_added: bool,
    /// What the history says.
    pub(crate) history: HistoryState,
    /// Which publication it is, if the records of its site were asked.
    pub(crate) last: Option<LastPublication>,
    /// What others signed about its publications, and holds.
    pub(crate) witnesses: Vec<ValidSignature>,
    /// What the lists above cannot say.
    pub(crate) problems: Vec<Problem>,
    /// What is no fault of the copy.
    pub(crate) notices: Vec<Notice>,
    /// What was read, for those who compare it with more.
    pub(super) seen: Option<ReadCopy>,
}

/// A signature that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidSignature {
    pub(crate) path: String,
    /// Which publication, from 1; it stands for all before it.
    pub(crate) publication: usize,
    /// The fingerprint of the key, as OpenSSH shows it.
    pub(crate) key: String,
    /// Its holder, as the reader knows him.
    pub(crate) name: Option<String>,
}

/// A copy as it was read.
#[derive(Clone, Debug)]
pub(super) struct ReadCopy {
    pub(super) manifest: Manifest,
    pub(super) history: History,
    /// Hashes of the files that are not as the manifest says, and of some that it does not name.
    pub(super) found: BTreeMap<String, String>,
}

/// The history of a copy.
#[derive(Clone, Debug, Default)]
pub struct HistoryState {
    pub(crate) entries: usize,
    /// Whether the chain holds and agrees with the manifest; a site that was built but never
    /// published has none, which is right.
    pub(crate) ok: bool,
    /// SHA-256 of the last entry.
    pub(crate) head: Option<String>,
}

/// Something that is wrong beyond a file.
#[derive(Clone, Debug)]
pub enum Problem {
    /// The manifest cannot be believed.
    Manifest(HostileManifest),
    /// A file could not be read.
    Unread(String, ReadFailure),
    /// The server failed too often; so many files were not asked for.
    GaveUp(usize),
    /// A link or special file in the place of a file.
    NotAFile(String),
    /// `manifest-sha256.txt` says something else of these paths than `manifest.json`, or nothing.
    Checksums(Vec<String>),
    /// `manifest-sha256.txt` was made with another `manifest.json`; so many lines differ.
    OtherChecksums(usize),
    /// The lines of `manifest-sha256.txt` are right, but not their form.
    ChecksumForm,
    /// The manifest tells of publications, and there is no history.
    NoHistory,
    /// The history cannot be read, or its chain is broken.
    History(Box<Diagnostic>),
    /// The history is no text.
    HistoryText,
    /// The manifest names another number of publications or another last one.
    HistoryMark,
    /// The manifest is of an earlier publication than what lies beside it.
    OldManifest(OldManifest),
    /// The history ends before the publication of the manifest.
    OldHistory {
        /// Publications in the history.
        log: usize,
        /// Publications that the manifest names.
        manifest: usize,
    },
    /// The history says that other bytes were published at these URLs.
    Unpublished(Vec<String>),
    /// Pages that the history does not know.
    NotInHistory(Vec<String>),
    /// Files whose line ends were changed on the way, and those that are no text and have another
    /// size.
    TextTransfer(Vec<String>, Vec<String>),
    /// The server does not open an address that ends in `/`, although the file is there.
    NotOpened {
        /// Below the base.
        address: String,
        /// What stands there instead.
        shown: ServedInstead,
    },
    /// The records of its site know another last publication.
    NotLast(LastPublication),
    /// What somebody signed does not hold.
    Witness(String, SignatureFlaw),
}

/// What a server shows at an address instead of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServedInstead {
    /// An error.
    Status(u16),
    /// Something else.
    Other,
    /// It leads elsewhere.
    Elsewhere(String),
}

/// A manifest that is older than its surroundings.
#[derive(Clone, Debug, Default)]
pub struct OldManifest {
    /// The publication of the manifest, and that of the history; `None` where only
    /// `manifest-sha256.txt` is newer.
    pub(crate) publications: Option<(usize, usize)>,
    /// Whether `manifest-sha256.txt` is as old.
    pub(crate) checksums_too: bool,
    /// Files that differ from it and stand in no history.
    pub(crate) unjudged: Vec<String>,
}

impl OldManifest {
    /// A manifest and a newer history.
    pub(super) fn of(manifest: usize, log: usize) -> OldManifest {
        OldManifest { publications: Some((manifest, log)), ..OldManifest::default() }
    }
}

/// Something that is worth a line and no fault of the copy.
#[derive(Clone, Debug)]
pub enum Notice {
    /// The records of the folder in which the program runs are of another site, or this is an
    /// earlier publication that was kept on purpose.
    Beside(LastPublication),
    /// These files without an address of their own are others than in the folder of the site.
    Unlike(Vec<String>),
    /// The records of the folder cannot be read.
    NoRecords,
}

impl VerifyReport {
    /// Whether the copy is what was published.
    pub fn is_as_published(&self) -> bool {
        self.has_no_difference() && self.problems.is_empty()
    }

    /// Whether it is the publication that the records of its site know as the last.
    pub fn is_last(&self) -> bool {
        self.last.as_ref().is_some_and(|last| last.parting == Divergence::Never)
    }

    /// How many files of the last publication have arrived on a copy of an earlier one.
    pub fn arrived(&self) -> usize {
        self.last.as_ref().map_or(0, |last| last.arrived.len())
    }

    /// Whether nothing is wrong with it but that it is another publication than the last.
    pub fn is_whole(&self) -> bool {
        let is_of_records = |problem: &Problem| matches!(problem, Problem::NotLast(_));
        self.has_no_difference() && !self.problems.is_empty() && self.problems.iter().all(is_of_records)
    }

    /// Whether nothing was found but what could not be read: then nobody knows.
    pub fn is_undecided(&self) -> bool {
        let unread = |problem: &Problem| matches!(problem, Problem::Unread(..) | Problem::GaveUp(_));
        self.has_no_difference() && !self.problems.is_empty() && self.problems.iter().all(unread)
    }

    fn has_no_difference(&self) -> bool {
        self.missing.is_empty() && self.changed.is_empty() && self.added.is_empty()
    }

    /// Whether a file could not be read.
    pub(super) fn is_unread(&self, path: &str) -> bool {
        self.problems
            .iter()
            .any(|problem| matches!(problem, Problem::GaveUp(_)) || matches!(problem, Problem::Unread(unread, _) if unread == path))
    }

    /// Enters what came of reading a file; whether it could be read.
    pub(super) fn trouble(&mut self, path: &str, trouble: FileTrouble) {
        match trouble {
            FileTrouble::Withheld => self.withheld.push(path.to_owned()),
            FileTrouble::Missing => self.missing.push(path.to_owned()),
            FileTrouble::NotAFile => {
                self.changed.push(path.to_owned());
                self.problems.push(Problem::NotAFile(path.to_owned()));
            }
            FileTrouble::Unread(why) => self.problems.push(Problem::Unread(path.to_owned(), why)),
        }
    }

    pub(super) fn sorted(mut self) -> VerifyReport {
        for list in [&mut self.missing, &mut self.changed, &mut self.line_ends, &mut self.added, &mut self.foreign, &mut self.withheld] {
            list.sort_unstable();
            list.dedup();
        }
        self
    }
}

/// Why nothing could be compared.
#[derive(Clone, Debug)]
pub enum VerifyError {
    /// It cannot be opened.
    Open(OpenFailure),
    /// It is no folder.
    NotAFolder,
    /// It is no ZIP file; in the words of the reader.
    NotAnArchive(String),
    /// There is no `manifest.json`.
    NoManifest,
    /// The manifest could not be read.
    Unread(ReadFailure),
}

/// Why something cannot be opened.
#[derive(Clone, Debug)]
pub struct OpenFailure {
    is_missing: bool,
    words: String,
}

impl From<std::io::Error> for OpenFailure {
    fn from(error: std::io::Error) -> Self {
        OpenFailure { is_missing: error.kind() == std::io::ErrorKind::NotFound, words: error.to_string() }
    }
}

impl VerifyError {
    /// The address of the manifest to which a server leads instead of its own.
    pub fn leads_to(&self) -> Option<&str> {
        match self {
            VerifyError::Unread(ReadFailure::Elsewhere(to)) => Some(to),
            _ => None,
        }
    }

    /// Whether nothing has this name.
    pub fn is_missing(&self) -> bool {
        matches!(self, VerifyError::Open(OpenFailure { is_missing: true, .. }))
    }

    /// In one language.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            VerifyError::Open(OpenFailure { is_missing: true, .. }) => words::copy::nothing_there(lang).to_owned(),
            VerifyError::Open(OpenFailure { words, .. }) => words.clone(),
            VerifyError::NotAFolder => words::copy::no_folder(lang).to_owned(),
            VerifyError::NotAnArchive(reason) => words::copy::no_archive(lang, reason),
            VerifyError::NoManifest => words::copy::no_manifest(lang).to_owned(),
            VerifyError::Unread(why) => format!("manifest.json: {}", why.words(lang)),
        }
    }
}
