//! Wakes whoever waits for files to change; it knows nothing of sites, and nobody else names
//! `notify`.
//!
//! A wake-up is a hint, no more: the paths say where to look first, and whoever is woken walks
//! again and compares. So it does not matter that systems report a folder but not the file made
//! with it, or an editor's replacement as a new file. What matters is that reading wakes nobody, or
//! we would wake ourselves.

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

/// How changes are noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WatchMode {
    /// The system tells: within milliseconds.
    Events,
    /// By looking at every file again and again, with so much time between: for network drives and
    /// other places where the system tells nothing.
    Poll(Duration),
}

/// Folders that are being watched, until this is dropped.
pub struct FolderWatcher(Backend);

enum Backend {
    Events(EventBackend),
    Poll(PollBackend),
}

/// Watches `folders` with all below them, from now on. Each may be missing, or be removed and made
/// again; the folder it lies in must be there.
///
/// # Errors
/// The system does not let us watch, for example because it has no room for so many folders;
/// polling always works.
pub fn watch(folders: &[PathBuf], manner: WatchMode) -> Result<FolderWatcher> {
    let folders = folders.iter().map(|folder| real(folder)).collect::<Result<Vec<_>>>()?;
    let eyes = match manner {
        WatchMode::Events => Backend::Events(EventBackend::of(folders)?),
        WatchMode::Poll(interval) => Backend::Poll(PollBackend::of(folders, interval)),
    };
    Ok(FolderWatcher(eyes))
}

impl FolderWatcher {
    /// Waits until something changed and a moment of quiet followed, but no longer than `timeout`.
    pub fn wait(&self, timeout: Duration) -> WatchEvent {
        match &self.0 {
            Backend::Events(events) => events.wait(timeout),
            Backend::Poll(poll) => poll.wait(timeout),
        }
    }

    /// Whether one of these files changed once more until now, also if the system tells it late:
    /// then somebody will be woken for it. Where the system tells nothing, no.
    pub fn have_changed(&self, paths: &BTreeSet<PathBuf>) -> bool {
        match &self.0 {
            Backend::Events(events) => events.have_changed(paths),
            Backend::Poll(_) => false,
        }
    }
}

/// The folder as the system names it in events, though it may be missing itself.
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
        // To ask takes nothing away.
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
