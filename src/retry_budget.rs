//! Retries while another program holds a file.
//!
//! On Windows, a virus scanner, sync client or search indexer can briefly deny access to a file,
//! and Word and Excel deny it as long as it is open; the name of a deleted file is unavailable
//! until the last handle is closed. Other systems have no mandatory locks; nothing here waits on
//! them.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// Pauses before a file counts as in use; about 2 seconds in total.
const MAX_ATTEMPTS: u32 = 26;
/// Upper bound of the delay, which starts at 1 ms and doubles.
const MAX_DELAY: Duration = Duration::from_millis(100);

/// Retry budget shared by one read or one publication. Exhausted once, it stays exhausted, so that
/// a thousand held files cost no more time than one.
#[derive(Debug)]
pub(crate) struct RetryBudget {
    pauses: u32,
    is_lost: AtomicBool,
}

impl Default for RetryBudget {
    fn default() -> Self {
        RetryBudget { pauses: MAX_ATTEMPTS, is_lost: AtomicBool::new(false) }
    }
}

impl RetryBudget {
    /// Five times the pauses: a virus scanner reads all files of a new folder, which blocks its
    /// rename.
    pub(crate) fn of_a_folder() -> Self {
        RetryBudget { pauses: 5 * MAX_ATTEMPTS, ..RetryBudget::default() }
    }

    /// Runs `attempt`, and retries while it fails because another program holds the file.
    pub(crate) fn during<T>(&self, attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
        self.during_any(is_held, attempt)
    }

    fn during_any<T>(&self, is_held: fn(&io::Error) -> bool, mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
        for number in 0..self.pauses {
            let tried = attempt();
            if !tried.as_ref().is_err_and(is_held) || self.is_lost.load(Ordering::Relaxed) {
                return tried;
            }
            thread::sleep(MAX_DELAY.min(Duration::from_millis(1 << number.min(10))));
        }
        self.is_lost.store(true, Ordering::Relaxed);
        attempt()
    }
}

/// Renames a file or folder, replacing an existing file; retries while another program holds
/// either.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    RetryBudget::default().during(|| fs::rename(from, to))
}

/// True if the error means that another program holds the file.
pub(crate) fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && is_held_on_windows(error)
}

/// Classifies by Windows error code. Code 5 (access denied) is ambiguous: missing permission, or a
/// name whose deletion is pending.
fn is_held_on_windows(error: &io::Error) -> bool {
    const ACCESS_DENIED: i32 = 5;
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    /// Folder whose files were removed: the name of an open file persists until it is closed.
    const DIR_NOT_EMPTY: i32 = 145;
    const BUSY: i32 = 170;
    const DELETE_PENDING: i32 = 303;
    /// The file is memory-mapped by another program and cannot be written.
    const USER_MAPPED_FILE: i32 = 1224;
    const HELD: [i32; 7] = [ACCESS_DENIED, SHARING_VIOLATION, LOCK_VIOLATION, DIR_NOT_EMPTY, BUSY, DELETE_PENDING, USER_MAPPED_FILE];
    error.raw_os_error().is_some_and(|number| HELD.contains(&number))
}

/// True if the content of a file is in the cloud only and could not be fetched.
pub(crate) fn is_in_the_cloud(error: &io::Error) -> bool {
    cfg!(windows) && is_in_the_cloud_on_windows(error)
}

/// Codes of the Windows cloud files API: sync client not running, no network, no permission,
/// cancelled or timed out.
fn is_in_the_cloud_on_windows(error: &io::Error) -> bool {
    const NUMBERS: [i32; 16] = [362, 377, 380, 382, 383, 386, 387, 388, 389, 391, 393, 395, 398, 404, 426, 475];
    error.raw_os_error().is_some_and(|number| NUMBERS.contains(&number))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs an operation that fails `failures` times; returns success and the number of attempts.
    fn attempts(patience: &RetryBudget, failures: u32, number: i32, is_held: fn(&io::Error) -> bool) -> (bool, u32) {
        let mut made = 0;
        let tried = patience.during_any(is_held, || {
            made += 1;
            if made > failures { Ok(()) } else { Err(io::Error::from_raw_os_error(number)) }
        });
        (tried.is_ok(), made)
    }

    #[test]
    fn what_is_held_for_a_moment_is_waited_for() {
        for number in [5, 32, 33, 145, 170, 303, 1224] {
            assert_eq!(attempts(&RetryBudget::default(), 3, number, is_held_on_windows), (true, 4), "{number}");
        }
        // File not found, path not found, disk full.
        for number in [2, 3, 112] {
            assert_eq!(attempts(&RetryBudget::default(), 3, number, is_held_on_windows), (false, 1), "{number}");
        }
    }

    #[test]
    fn a_file_that_the_cloud_keeps_is_not_held_by_a_program() {
        let [no_provider, held] = [362, 32].map(io::Error::from_raw_os_error);
        assert!(is_in_the_cloud_on_windows(&no_provider) && !is_held_on_windows(&no_provider));
        assert!(!is_in_the_cloud_on_windows(&held));
    }

    #[test]
    fn who_waited_in_vain_does_not_wait_again() {
        let patience = RetryBudget::default();
        assert_eq!(attempts(&patience, u32::MAX, 32, is_held_on_windows), (false, MAX_ATTEMPTS + 1));
        assert_eq!(attempts(&patience, 1, 32, is_held_on_windows), (false, 1));
        assert_eq!(attempts(&patience, 0, 32, is_held_on_windows), (true, 1));
    }

    #[test]
    fn nothing_is_held_where_the_system_lets_nobody_hold_it() {
        let made = attempts(&RetryBudget::default(), 1, 32, is_held);
        assert_eq!(made, if cfg!(windows) { (true, 2) } else { (false, 1) });
    }
}
