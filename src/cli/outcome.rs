//! How a command ends.

use crate::error::Result;
use crate::pipeline::CheckedSite;

pub(super) type CommandResult = Result<ExitStatus>;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ExitStatus {
    Fine,
    ContentProblems,
    /// An option has a value that is none, or nothing could be done; said already.
    BadCommand,
}

/// At the end of a run: the system takes the memory back at once, piece by piece it would take as
/// long as planning the site.
pub(super) fn leave(understood: CheckedSite) {
    std::mem::forget(understood);
}
