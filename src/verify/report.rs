//! Result of a verification.

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

/// Differences between a copy and its publication. All lists of paths are sorted.
#[derive(Clone, Debug, Default)]
pub struct VerifyReport {
    /// Number of listed files (in a pack: those that belong to the page).
    pub(crate) files: usize,
    /// Listed, but missing.
    pub(crate) missing: Vec<String>,
    /// Different content, or a link; includes the manifest itself.
    pub(crate) changed: Vec<String>,
    /// Subset of `changed` that differs only in line ends: transferred by FTP in text mode.
    pub(crate) line_ends: Vec<String>,
    /// Not listed, but resembling generated files.
    pub(crate) added: Vec<String>,
    /// Not listed, but allowed: `CNAME`, uploads.
    pub(crate) foreign: Vec<String>,
    /// Listed, but read by the host and not served: configuration, not content.
    pub(crate) withheld: Vec<String>,
    /// True if unlisted files can be detected; not on the web.
    pub(crate) sees_added: bool,
    /// State of the history.
    pub(crate) history: HistoryState,
    /// Comparison with the records of the site, if available.
    pub(crate) last: Option<LastPublication>,
    /// Valid signatures on its publications.
    pub(crate) witnesses: Vec<ValidSignature>,
    /// Problems that the lists above cannot express.
    pub(crate) problems: Vec<Problem>,
    /// Remarks that are not errors of the copy.
    pub(crate) notices: Vec<Notice>,
    /// The data read, for further comparisons.
    pub(super) seen: Option<ReadCopy>,
}

/// A valid signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidSignature {
    pub(crate) path: String,
    /// Number of the signed publication, from 1; the signature covers all before it.
    pub(crate) publication: usize,
    /// Key fingerprint in OpenSSH format.
    pub(crate) key: String,
    /// Name of the key holder from the list of signers.
    pub(crate) name: Option<String>,
}

/// The data of a verified copy.
#[derive(Clone, Debug)]
pub(super) struct ReadCopy {
    pub(super) manifest: Manifest,
    pub(super) history: History,
    /// Hashes of the files that differ from the manifest, and of some unlisted ones.
    pub(super) found: BTreeMap<String, String>,
}

/// State of a copy's history.
#[derive(Clone, Debug, Default)]
pub struct HistoryState {
    pub(crate) entries: usize,
    /// True if the chain is valid and agrees with the manifest; also for an unpublished build
    /// without history.
    pub(crate) ok: bool,
    /// SHA-256 of the last entry.
    pub(crate) head: Option<String>,
}

/// A problem beyond the content of a single file.
#[derive(Clone, Debug)]
pub enum Problem {
    /// The manifest was rejected.
    Manifest(HostileManifest),
    /// A file could not be read.
    Unread(String, ReadFailure),
    /// The server failed too often; number of files not requested.
    GaveUp(usize),
    /// A link or special file instead of a regular file.
    NotAFile(String),
    /// Paths for which `manifest-sha256.txt` differs from `manifest.json`.
    Checksums(Vec<String>),
    /// `manifest-sha256.txt` belongs to another `manifest.json`; number of differing lines.
    OtherChecksums(usize),
    /// The lines of `manifest-sha256.txt` are correct, but formatted differently.
    ChecksumForm,
    /// The manifest names publications, but there is no history.
    NoHistory,
    /// The history cannot be parsed, or its chain is broken.
    History(Box<Diagnostic>),
    /// The history is not UTF-8.
    HistoryText,
    /// The manifest names another number of publications, or another last one.
    HistoryMark,
    /// The manifest is older than the rest of the copy.
    OldManifest(OldManifest),
    /// The history ends before the publication of the manifest.
    OldHistory {
        /// Number of publications in the history.
        log: usize,
        /// Number of publications named by the manifest.
        manifest: usize,
    },
    /// URLs for which the history lists other hashes.
    Unpublished(Vec<String>),
    /// Pages that are not in the history.
    NotInHistory(Vec<String>),
    /// Files whose line ends were changed in transfer, and binary files with another size.
    TextTransfer(Vec<String>, Vec<String>),
    /// The server does not resolve an address that ends in `/`, although the file exists.
    NotOpened {
        /// Address below the base.
        address: String,
        /// Response of the server.
        shown: ServedInstead,
    },
    /// The records of the site have another last publication.
    NotLast(LastPublication),
    /// An invalid signature.
    Witness(String, SignatureFlaw),
}

/// Response of a server at the address of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServedInstead {
    /// An HTTP error.
    Status(u16),
    /// Other content.
    Other,
    /// A redirect.
    Elsewhere(String),
}

/// A manifest that is older than the rest of the copy.
#[derive(Clone, Debug, Default)]
pub struct OldManifest {
    /// Number of publications of the manifest and of the history; `None` if only
    /// `manifest-sha256.txt` is newer.
    pub(crate) publications: Option<(usize, usize)>,
    /// True if `manifest-sha256.txt` is old too.
    pub(crate) checksums_too: bool,
    /// Files that differ from the manifest and are not in the history.
    pub(crate) unjudged: Vec<String>,
}

impl OldManifest {
    /// An old manifest beside a newer history.
    pub(super) fn of(manifest: usize, log: usize) -> OldManifest {
        OldManifest { publications: Some((manifest, log)), ..OldManifest::default() }
    }
}

/// A remark that is not an error of the copy.
#[derive(Clone, Debug)]
pub enum Notice {
    /// The records belong to another site, or the copy is an archived earlier publication.
    Beside(LastPublication),
    /// Files without a permanent address that differ from the output folder.
    Unlike(Vec<String>),
    /// The records cannot be read.
    NoRecords,
}

impl VerifyReport {
    /// True if the copy is what was published.
    pub fn is_as_published(&self) -> bool {
        self.has_no_difference() && self.problems.is_empty()
    }

    /// True if the copy is the last publication in the records.
    pub fn is_last(&self) -> bool {
        self.last.as_ref().is_some_and(|last| last.parting == Divergence::Never)
    }

    /// Number of files of the last publication that have arrived on an older copy.
    pub fn arrived(&self) -> usize {
        self.last.as_ref().map_or(0, |last| last.arrived.len())
    }

    /// True if the only problem is that it is not the last publication.
    pub fn is_whole(&self) -> bool {
        let is_of_records = |problem: &Problem| matches!(problem, Problem::NotLast(_));
        self.has_no_difference() && !self.problems.is_empty() && self.problems.iter().all(is_of_records)
    }

    /// True if the only problems are read errors, so that the result is unknown.
    pub fn is_undecided(&self) -> bool {
        let unread = |problem: &Problem| matches!(problem, Problem::Unread(..) | Problem::GaveUp(_));
        self.has_no_difference() && !self.problems.is_empty() && self.problems.iter().all(unread)
    }

    fn has_no_difference(&self) -> bool {
        self.missing.is_empty() && self.changed.is_empty() && self.added.is_empty()
    }

    /// True if a file could not be read.
    pub(super) fn is_unread(&self, path: &str) -> bool {
        self.problems
            .iter()
            .any(|problem| matches!(problem, Problem::GaveUp(_)) || matches!(problem, Problem::Unread(unread, _) if unread == path))
    }

    /// Records why a file could not be read.
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

/// Reason why nothing could be compared.
#[derive(Clone, Debug)]
pub enum VerifyError {
    /// Cannot be opened.
    Open(OpenFailure),
    /// Not a folder.
    NotAFolder,
    /// Not a ZIP file, with the message of the reader.
    NotAnArchive(String),
    /// No `manifest.json`.
    NoManifest,
    /// The manifest could not be read.
    Unread(ReadFailure),
}

/// Reason why a path cannot be opened.
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
    /// The redirect target of the manifest on another server.
    pub fn leads_to(&self) -> Option<&str> {
        match self {
            VerifyError::Unread(ReadFailure::Elsewhere(to)) => Some(to),
            _ => None,
        }
    }

    /// True if the path does not exist.
    pub fn is_missing(&self) -> bool {
        matches!(self, VerifyError::Open(OpenFailure { is_missing: true, .. }))
    }

    /// Message in one language.
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
