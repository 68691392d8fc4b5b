//! How a command ends.

use crate::error::Result;

pub(super) type CommandResult = Result<ExitStatus>;

/// Outcome of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ExitStatus {
    Fine,
    ContentProblems,
    /// Invalid option value, or nothing could be done; already reported.
    BadCommand,
}
