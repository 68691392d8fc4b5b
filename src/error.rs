//! Trouble with the machine: a disk, a permission, a port.
//!
//! What is wrong in the *content* is never an [`Error`]; it is a [`Diagnostic`](crate::diagnostics::Diagnostic).

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// An operation of the machine that failed, with the path on which it failed.
#[derive(Debug)]
pub struct Error {
    operation: &'static str,
    path: PathBuf,
    cause: Cause,
}

#[derive(Debug)]
enum Cause {
    Io(io::Error),
    Refused(String),
}

/// The result of an operation of the machine.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// `operation` is a verb with its object ("read", "create the folder"); it is printed before the path.
    pub fn io(operation: &'static str, path: &Path, cause: io::Error) -> Self {
        Self { operation, path: path.to_owned(), cause: Cause::Io(cause) }
    }

    /// For what we do not want to do, although the machine could: `why` says the reason and the way out.
    pub fn refused(operation: &'static str, path: &Path, why: impl Into<String>) -> Self {
        Self { operation, path: path.to_owned(), cause: Cause::Refused(why.into()) }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: ", self.operation, self.path.display())?;
        match &self.cause {
            Cause::Io(cause) => write!(f, "{cause}"),
            Cause::Refused(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for Error {}
