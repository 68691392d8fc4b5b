//! A template that does not come to its end, or fills the memory, is given up (P30); the only user
//! of `memory-stats`.
//!
//! The engine has no hook in its loops and sets no bound to its texts, and a thread cannot be ended
//! from outside. So every page of a theme that is not ours is made on a thread of its own while
//! this one looks at the clock and at the memory. What is given up is left behind: it ends by
//! itself at the next thing that it asks of us, at the latest with the run, which has a finding now
//! and publishes nothing.

use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

use crate::config::Limits;

/// How often we look. Nearly all pages are made before the first look.
const POLL_INTERVAL: Duration = Duration::from_millis(20);

/// How long we wait for the place at which a page was given up.
const ABORT_TIMEOUT: Duration = Duration::from_millis(500);

/// Why a page was given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RenderAbort {
    /// It took longer than the limit.
    Slow,
    /// The memory grew by more than the limit.
    Large,
    /// The engine failed on it.
    Broken,
}

/// What `work` gives, if it gives it within the limits. If not, it is told by `stop`, and what it
/// then gives shortly, if anything, says where it was.
pub(super) fn run<T: Send + 'static>(
    limits: &Limits,
    work: impl Fn() -> T + Send + Sync + 'static,
    stop: impl FnOnce(),
) -> Result<T, (RenderAbort, Option<T>)> {
    let (sender, receiver) = channel();
    let started = Instant::now();
    let work = Arc::new(work);
    let theirs = Arc::clone(&work);
    // The receiver is gone if the work was given up.
    if Builder::new().spawn(move || drop(sender.send(theirs()))).is_err() {
        // A machine that has no thread left gets the same page, unwatched.
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
    // What fills the memory is not waited for.
    let last_words = Some(why).filter(|why| *why == RenderAbort::Slow).and_then(|_| receiver.recv_timeout(ABORT_TIMEOUT).ok());
    Err((why, last_words))
}

/// The memory of this program in bytes; 0 where the system does not tell.
fn memory() -> usize {
    memory_stats::memory_stats().map_or(0, |stats| stats.physical_mem)
}
