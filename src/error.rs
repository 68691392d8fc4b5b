//! System errors: disk, permission, port.
//!
//! Errors in the *content* are never an [`Error`], but a
//! [`Diagnostic`](crate::diagnostics::Diagnostic). Every error states the operation, the path, the
//! cause, and for refusals the remedy.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::base::Lang;
use crate::retry_budget;
use crate::words::machine;

/// Result of an operation of the system.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A failed operation with its path.
#[derive(Debug)]
pub struct Error {
    operation: Operation,
    path: PathBuf,
    cause: Cause,
}

/// The attempted operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Read a file or folder.
    Read,
    /// Write a file.
    Write,
    /// Create a folder.
    CreateFolder,
    /// Carry over an unchanged file of the old site.
    Link,
    /// Remove an own file or folder.
    Remove,
    /// Replace the old site by the new one.
    Swap,
    /// Write a record after its site.
    Record,
    /// Acquire the lock against concurrent runs.
    Lock,
    /// Publish to a folder.
    Publish,
    /// Complete an interrupted publication.
    Settle,
    /// Find the site.
    FindSite,
    /// Convert a file to UTF-8.
    Convert,
    /// Listen on an address.
    Listen,
    /// Watch files for changes.
    Watch,
}

/// Reason for refusing an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The output folder is, contains, or is inside a source folder.
    OutputAmongSources,
    /// The output folder is in a hidden folder of the sources, or in one of version control.
    OutputHidden,
    /// The output folder is a file system root or a home folder.
    OutputTooLarge,
    /// The output folder has files but no manifest of this program.
    NotOurs,
    /// A foreign file is in the way of an output.
    InTheWay,
    /// The path of an output leaves its folder.
    Outside,
    /// Another run holds the lock; its process id.
    Locked(String),
    /// It cannot be determined whether the site of an interrupted publication is in place.
    Waiting,
    /// A file of the default name exists.
    Exists,
    /// No `content/site.yaml` in this folder or above.
    NoSite,
    /// Unknown encoding.
    UnknownEncoding,
    /// Another program is writing the file.
    Changing,
}

#[derive(Debug)]
enum Cause {
    Io(io::Error),
    Refused(Refusal),
    /// A signal, by number.
    Interrupted(usize),
    /// An internal error, with the file being processed; an empty path if unknown.
    Unforeseen,
}

impl Error {
    /// An error of the system.
    pub fn io(operation: Operation, path: &Path, cause: io::Error) -> Self {
        Self { operation, path: path.to_owned(), cause: Cause::Io(cause) }
    }

    /// A refusal.
    pub fn refused(operation: Operation, path: &Path, refusal: Refusal) -> Self {
        Self { operation, path: path.to_owned(), cause: Cause::Refused(refusal) }
    }

    /// An interrupted run; `path` is unchanged.
    pub fn interrupted(path: &Path, signal: usize) -> Self {
        Self { operation: Operation::Publish, path: path.to_owned(), cause: Cause::Interrupted(signal) }
    }

    /// An internal error, with the file being processed.
    pub fn unforeseen(file: Option<PathBuf>) -> Self {
        Self { operation: Operation::Read, path: file.unwrap_or_default(), cause: Cause::Unforeseen }
    }

    /// True for an internal error.
    pub fn is_unforeseen(&self) -> bool {
        matches!(self.cause, Cause::Unforeseen)
    }

    /// Path of the failed operation.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Number of the signal that ended the run.
    pub fn signal(&self) -> Option<usize> {
        match self.cause {
            Cause::Interrupted(signal) => Some(signal),
            Cause::Io(_) | Cause::Refused(_) | Cause::Unforeseen => None,
        }
    }

    /// True if another program uses the port.
    pub fn is_address_in_use(&self) -> bool {
        matches!(&self.cause, Cause::Io(cause) if cause.kind() == io::ErrorKind::AddrInUse)
    }

    /// The error in one line of one language.
    pub fn describe(&self, lang: Lang) -> String {
        let operation = self.operation.words(lang);
        let path = self.path.display();
        match &self.cause {
            Cause::Io(cause) => format!("{operation} {path}: {}", io_words(cause, lang)),
            Cause::Refused(refusal) => format!("{operation} {path}: {}", refusal.words(lang)),
            Cause::Interrupted(signal) => machine::stopped(lang, signal, path),
            Cause::Unforeseen if self.path.as_os_str().is_empty() => machine::stumbled_somewhere(lang).to_owned(),
            Cause::Unforeseen => machine::stumbled_over(lang, path),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(Lang::English))
    }
}

impl std::error::Error for Error {}

impl Operation {
    fn words(self, lang: Lang) -> &'static str {
        let words = match self {
            Operation::Read => machine::cannot_read,
            Operation::Write => machine::cannot_write,
            Operation::CreateFolder => machine::cannot_create_folder,
            Operation::Link => machine::cannot_carry_over,
            Operation::Remove => machine::cannot_remove,
            Operation::Swap => machine::cannot_swap,
            Operation::Record => machine::cannot_replace_record,
            Operation::Lock => machine::cannot_lock,
            Operation::Publish => machine::will_not_publish,
            Operation::Settle => machine::cannot_settle,
            Operation::FindSite => machine::no_site_in,
            Operation::Convert => machine::cannot_convert,
            Operation::Watch => machine::cannot_watch,
            Operation::Listen => machine::cannot_listen,
        };
        words(lang)
    }
}

impl Refusal {
    fn words(&self, lang: Lang) -> String {
        let words = match self {
            Refusal::Locked(holder) => return machine::output_locked(lang, holder),
            Refusal::OutputAmongSources => machine::output_among_sources,
            Refusal::OutputHidden => machine::output_hidden,
            Refusal::OutputTooLarge => machine::output_too_large,
            Refusal::NotOurs => machine::output_not_ours,
            Refusal::InTheWay => machine::file_in_the_way,
            Refusal::Exists => machine::file_exists,
            Refusal::Outside => machine::outside_of_site,
            Refusal::Waiting => machine::publication_cut_off,
            Refusal::NoSite => machine::no_site_file,
            Refusal::Changing => machine::file_changing,
            Refusal::UnknownEncoding => machine::unknown_encoding,
        };
        words(lang).to_owned()
    }
}

/// Message for common causes, followed by that of the system; otherwise only the latter.
fn io_words(cause: &io::Error, lang: Lang) -> String {
    let known = match cause.kind() {
        // Windows also reports this for a folder that contains an open file.
        io::ErrorKind::PermissionDenied if retry_budget::is_held(cause) => machine::denied_or_held,
        _ if retry_budget::is_held(cause) => machine::held,
        io::ErrorKind::NotFound => machine::not_found,
        io::ErrorKind::PermissionDenied => machine::denied,
        io::ErrorKind::InvalidInput | io::ErrorKind::IsADirectory => machine::not_regular,
        io::ErrorKind::QuotaExceeded => machine::quota_exceeded,
        io::ErrorKind::FileTooLarge => machine::too_large,
        io::ErrorKind::StorageFull => machine::disk_full,
        io::ErrorKind::AddrInUse => machine::port_taken,
        io::ErrorKind::AddrNotAvailable => machine::no_such_address,
        io::ErrorKind::ReadOnlyFilesystem => machine::read_only,
        _ if retry_budget::is_in_the_cloud(cause) => machine::in_the_cloud,
        _ => return cause.to_string(),
    };
    format!("{} ({cause})", known(lang))
}
