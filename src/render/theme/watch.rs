//! Aborts templates that do not terminate or exhaust the memory (P30); the only user of
//! `memory-stats`.
//!
//! The engine has no hook in its loops and no limit for strings, and threads cannot be killed from
//! outside. So each page of a custom theme is rendered on its own thread, while this one monitors
//! time and memory. An aborted thread is detached: it ends at its next call of a template function,
//! at the latest with the process, whose run has a finding now and publishes nothing.

use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

use crate::config::Limits;

/// Polling interval. Nearly all pages are finished before the first poll.
const POLL_INTERVAL: Duration = Duration::from_millis(20);

/// Maximum wait for the location of an aborted page.
const ABORT_TIMEOUT: Duration = Duration::from_millis(500);

/// Reason for aborting a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RenderAbort {
    /// Time limit exceeded.
    Slow,
    /// Memory growth limit exceeded.
    Large,
    /// The engine panicked.
    Broken,
}

/// Runs `work` within the limits. If it exceeds them, calls `stop` and returns the reason with the
/// late result, if there is one, which tells the location.
pub(super) fn run<T: Send + 'static>(
    limits: &Limits,
    work: impl Fn() -> T + Send + Sync + 'static,
    stop: impl FnOnce(),
) -> Result<T, (RenderAbort, Option<T>)> {
    let (sender, receiver) = channel();
    let started = Instant::now();
    let work = Arc::new(work);
    let theirs = Arc::clone(&work);
    // The receiver is gone if the work was aborted.
    if Builder::new().spawn(move || drop(sender.send(theirs()))).is_err() {
        // If no thread can be spawned, the page is rendered without limits.
        return Ok(work());
    }
    let mut before = None;
    let why = loop {
        match receiver.recv_timeout(POLL_INTERVAL) {
            Ok(done) => return Ok(done),
            Err(RecvTimeoutError::Disconnected) => break RenderAbort::Broken,
            Err(RecvTimeoutError::Timeout) => {}
        }
        let memory = memory();
        if memory.saturating_sub(*before.get_or_insert(memory)) > limits.page_memory {
            break RenderAbort::Large;
        }
        if started.elapsed() > Duration::from_secs(limits.page_seconds as u64) {
            break RenderAbort::Slow;
        }
    };
    stop();
    // Not awaited when the memory limit is exceeded.
    let last_words = Some(why).filter(|why| *why == RenderAbort::Slow).and_then(|_| receiver.recv_timeout(ABORT_TIMEOUT).ok());
    Err((why, last_words))
}

/// Resident memory of this process in bytes; 0 if unknown.
fn memory() -> usize {
    memory_stats::memory_stats().map_or(0, |stats| stats.physical_mem)
}
