//! Trouble with the machine: a disk, a permission, a port.
//!
//! What is wrong in the *content* is never an [`Error`]; it is a
//! [`Diagnostic`](crate::diagnostics::Diagnostic). Every error says what was tried, on which path,
//! why it failed, and, where we refuse by ourselves, the way out.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::base::Lang;
use crate::retry_budget;
use crate::words::machine;

/// The result of an operation of the machine.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// An operation that failed, with the path on which it failed.
#[derive(Debug)]
pub struct Error {
    operation: Operation,
    path: PathBuf,
    cause: Cause,
}

/// What was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Reading a file or folder.
    Read,
    /// Writing a file.
    Write,
    /// Making a folder.
    CreateFolder,
    /// Taking a file over unchanged.
    Link,
    /// Removing a file or folder of ours.
    Remove,
    /// Putting the new site in the place of the old one.
    Swap,
    /// Putting a record in place, after its site.
    Record,
    /// Keeping a second run away.
    Lock,
    /// Publishing into a folder.
    Publish,
    /// Finishing a publication that was cut off.
    Settle,
    /// Finding the site.
    FindSite,
    /// Converting a file to UTF-8.
    Convert,
    /// Listening at an address.
    Listen,
    /// Waiting for changes of files.
    Watch,
}

/// Why we refuse what the machine would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The output folder is, holds, or lies in a folder of sources.
    OutputAmongSources,
    /// The output folder lies in a hidden folder of the sources, or in one of version control.
    OutputHidden,
    /// The output folder is a file system root or a home folder.
    OutputTooLarge,
    /// The output folder has files but no manifest of ours.
    NotOurs,
    /// A file that we did not write stands where we would write.
    InTheWay,
    /// The path of an output leaves its folder.
    Outside,
    /// Another run holds the lock; its process id.
    Locked(String),
    /// Whether the site of a publication that was cut off is in place cannot be seen.
    Waiting,
    /// A file of that name is there, and nobody named it.
    Exists,
    /// No `content/site.yaml` here or above.
    NoSite,
    /// The bytes are in no encoding that we know.
    UnknownEncoding,
    /// Another program is writing the file.
    Changing,
}

#[derive(Debug)]
enum Cause {
    Io(io::Error),
    Refused(Refusal),
    /// A signal, by its number.
    Interrupted(usize),
    /// A fault of this program, met at the path; an empty path where nobody knows.
    Unforeseen,
}

impl Error {
    /// A failure of the machine.
    pub fn io(operation: Operation, path: &Path, cause: io::Error) -> Self {
        Self { operation, path: path.to_owned(), cause: Cause::Io(cause) }
    }

    /// A refusal of ours.
    pub fn refused(operation: Operation, path: &Path, refusal: Refusal) -> Self {
        Self { operation, path: path.to_owned(), cause: Cause::Refused(refusal) }
    }

    /// A run that ended because a signal asked it to; `path` is as it was.
    pub fn interrupted(path: &Path, signal: usize) -> Self {
        Self { operation: Operation::Publish, path: path.to_owned(), cause: Cause::Interrupted(signal) }
    }

    /// A fault of this program, and the file at which it was met.
    pub fn unforeseen(file: Option<PathBuf>) -> Self {
        Self { operation: Operation::Read, path: file.unwrap_or_default(), cause: Cause::Unforeseen }
    }

    /// Whether it is a fault of this program.
    pub fn is_unforeseen(&self) -> bool {
        matches!(self.cause, Cause::Unforeseen)
    }

    /// The path on which it failed.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The number of the signal that ended the run.
    pub fn signal(&self) -> Option<usize> {
        match self.cause {
            Cause::Interrupted(signal) => Some(signal),
            Cause::Io(_) | Cause::Refused(_) | Cause::Unforeseen => None,
        }
    }

    /// Whether another program has the port.
    pub fn is_address_in_use(&self) -> bool {
        matches!(&self.cause, Cause::Io(cause) if cause.kind() == io::ErrorKind::AddrInUse)
    }

    /// The error in one language, in one line.
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

/// The usual reasons, with those of the system behind them; the system's own words for the rest.
fn io_words(cause: &io::Error, lang: Lang) -> String {
    let known = match cause.kind() {
        // Windows says so of a folder in which a file is open, too.
        io::ErrorKind::PermissionDenied if retry_budget::is_held(cause) => machine::denied_or_held,
        _ if retry_budget::is_held(cause) => machine::held,
        io::ErrorKind::NotFound => machine::not_found,
        io::ErrorKind::PermissionDenied => machine::denied,
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
