//! File watching, independent of the site model; the only module that uses `notify`.
//!
//! A wake-up is only a hint: the paths say where to look first, and the receiver walks the tree
//! again and compares. It does not matter, therefore, that some systems report a folder but not the
//! file created with it, or an editor's replacement as a new file. Reads must not cause wake-ups,
//! or the program would wake itself.

mod cookie;
mod events;
mod noise;
mod poll;
mod wake;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::error::{Error, Operation, Result};

pub use wake::WatchEvent;

use events::EventBackend;
use poll::PollBackend;

/// How changes are detected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WatchMode {
    /// Operating system events, within milliseconds.
    Events,
    /// Polling of every file at this interval, for network drives and other places without events.
    Poll(Duration),
}

/// Watched folders; watching ends on drop.
pub struct FolderWatcher(Backend);

enum Backend {
    Events(EventBackend),
    Poll(PollBackend),
}

/// Starts watching `folders` recursively. A folder may be missing, or be removed and recreated; its
/// parent must exist.
///
/// # Errors
/// The system refuses to watch, for example because its limit of watches is reached; polling always
/// works.
pub fn watch(folders: &[PathBuf], manner: WatchMode) -> Result<FolderWatcher> {
    let folders = folders.iter().map(|folder| real(folder)).collect::<Result<Vec<_>>>()?;
    let eyes = match manner {
        WatchMode::Events => Backend::Events(EventBackend::of(folders)?),
        WatchMode::Poll(interval) => Backend::Poll(PollBackend::of(folders, interval)),
    };
    Ok(FolderWatcher(eyes))
}

impl FolderWatcher {
    /// Waits for a change followed by a quiet period, for at most `timeout`.
    pub fn wait(&self, timeout: Duration) -> WatchEvent {
        match &self.0 {
            Backend::Events(events) => events.wait(timeout),
            Backend::Poll(poll) => poll.wait(timeout),
        }
    }

    /// True if one of `paths` changed again before this call, even if the event is late; a wake-up
    /// will follow. Always false when polling.
    pub fn have_changed(&self, paths: &BTreeSet<PathBuf>) -> bool {
        match &self.0 {
            Backend::Events(events) => events.have_changed(paths),
            Backend::Poll(_) => false,
        }
    }
}

/// The canonical path as used in events; the folder itself may be missing.
fn real(folder: &Path) -> Result<PathBuf> {
    let failed = |error| Error::io(Operation::Read, folder, error);
    let absolute = std::path::absolute(folder).map_err(failed)?;
    match (absolute.parent(), absolute.file_name()) {
        (Some(parent), Some(name)) => Ok(parent.canonicalize().map_err(failed)?.join(name)),
        _ => Ok(absolute),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn who_reads_learns_that_the_file_is_written_meanwhile() {
        let folder = tempfile::tempdir().unwrap();
        let (folder, patience) = (folder.path().canonicalize().unwrap(), Duration::from_secs(10));
        let file = folder.join("o42.md");
        let (one, other) = (BTreeSet::from([file.clone()]), BTreeSet::from([folder.join("o43.md")]));
        let watching = watch(&[folder], WatchMode::Events).unwrap();
        fs::write(&file, "เดิม").unwrap();
        assert_eq!(watching.wait(patience), WatchEvent::Changed(one.clone()));
        assert_eq!(fs::read_to_string(&file).unwrap(), "เดิม");
        assert!(!watching.have_changed(&one), "reading is no change");
        fs::write(&file, "ใหม่").unwrap();
        assert!(watching.have_changed(&one));
        assert!(!watching.have_changed(&other));
        // `have_changed` consumes no events.
        assert_eq!(watching.wait(patience), WatchEvent::Changed(one));
    }

    #[test]
    fn who_reads_learns_of_what_is_written_though_the_system_tells_it_late() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().canonicalize().unwrap();
        let watching = watch(std::slice::from_ref(&folder), WatchMode::Events).unwrap();
        for number in 0..1000 {
            let file = folder.join(format!("o{number}.md"));
            fs::write(&file, "ใหม่").unwrap();
            assert!(watching.have_changed(&BTreeSet::from([file])), "{number}");
        }
    }
}
