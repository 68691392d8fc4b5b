//! The wish that a run end early, looked at between the steps of the run.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::error::{Error, Result};

/// Whether somebody wants the run to end: a signal, Ctrl-C. By default nobody does.
///
/// It is looked at before each output and for the last time before the swap: until then ending
/// leaves the old site, afterwards the run finishes.
#[derive(Clone, Debug, Default)]
pub struct Interrupt {
    /// The number of the signal; 0 if none came.
    signal: Arc<AtomicUsize>,
}

impl Interrupt {
    /// Where the number of a signal that came is to be put.
    pub fn flag(&self) -> Arc<AtomicUsize> {
        Arc::clone(&self.signal)
    }

    /// Goes on unless a signal came; `path` is what stays as it was.
    ///
    /// # Errors
    /// A signal came.
    pub fn check(&self, path: &Path) -> Result<()> {
        match self.signal.load(Ordering::Relaxed) {
            0 => Ok(()),
            signal => Err(Error::interrupted(path, signal)),
        }
    }
}
