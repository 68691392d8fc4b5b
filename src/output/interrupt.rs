//! Cooperative cancellation of a run.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::error::{Error, Result};

/// Cancellation flag, set by a signal such as Ctrl-C; never set by default.
///
/// Checked before each output and for the last time before the swap: until then cancelling leaves
/// the old site, afterwards the run completes.
#[derive(Clone, Debug, Default)]
pub struct Interrupt {
    /// Signal number, or 0.
    signal: Arc<AtomicUsize>,
}

impl Interrupt {
    /// The flag into which a signal handler stores the signal number.
    pub fn flag(&self) -> Arc<AtomicUsize> {
        Arc::clone(&self.signal)
    }

    /// Fails if a signal was received; `path` is named in the error as unchanged.
    ///
    /// # Errors
    /// A signal was received.
    pub fn check(&self, path: &Path) -> Result<()> {
        match self.signal.load(Ordering::Relaxed) {
            0 => Ok(()),
            signal => Err(Error::interrupted(path, signal)),
        }
    }
}
