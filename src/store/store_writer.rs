//! A store that is written while the run goes on.

use std::thread::{Builder, JoinHandle};

/// Writes a store in a thread of its own; dropping it waits until that is done.
#[derive(Debug)]
pub struct StoreWriter(Option<JoinHandle<()>>);

impl StoreWriter {
    /// Begins. Without a thread nothing is written, and the next run makes everything.
    pub(super) fn start(write: impl FnOnce() + Send + 'static) -> Self {
        Self(Builder::new().spawn(write).ok())
    }
}

impl Drop for StoreWriter {
    fn drop(&mut self) {
        // Whatever ended it too early, the file is as it was: the next run makes everything.
        self.0.take().map(JoinHandle::join);
    }
}
