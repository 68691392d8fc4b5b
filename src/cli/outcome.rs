//! How a command ends.

use crate::error::Result;
use crate::pipeline::CheckedSite;

pub(super) type CommandResult = Result<ExitStatus>;

/// Outcome of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ExitStatus {
    Fine,
    ContentProblems,
    /// Invalid option value, or nothing could be done; already reported.
    BadCommand,
}

/// Leaks the site at the end of a run: the system reclaims the memory at once, whereas dropping it
/// takes as long as planning the site.
pub(super) fn leave(understood: CheckedSite) {
    std::mem::forget(understood);
}
