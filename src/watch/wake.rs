//! Result of waiting for changes.

use std::collections::BTreeSet;
use std::path::PathBuf;

/// Result of waiting for changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WatchEvent {
    /// Possible changes at or below these paths.
    Changed(BTreeSet<PathBuf>),
    /// Timeout.
    Nothing,
    /// Events were lost: anything may have changed.
    Lost,
}
