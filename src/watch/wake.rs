//! Why somebody was woken.

use std::collections::BTreeSet;
use std::path::PathBuf;

/// Why somebody was woken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WatchEvent {
    /// Something changed at or below these paths, perhaps.
    Changed(BTreeSet<PathBuf>),
    /// Nothing until the time was over.
    Nothing,
    /// Events were lost: anything may have changed.
    Lost,
}
