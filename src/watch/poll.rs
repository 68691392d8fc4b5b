//! Watching by polling.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime};

use walkdir::WalkDir;

use super::noise::is_noise;
use super::wake::WatchEvent;

/// Path, size and mtime of each file.
type Snapshot = BTreeSet<(PathBuf, u64, Option<SystemTime>)>;

pub(super) struct PollBackend {
    folders: Vec<PathBuf>,
    interval: Duration,
    seen: RefCell<Snapshot>,
    next: Cell<Instant>,
}

impl PollBackend {
    pub(super) fn of(folders: Vec<PathBuf>, interval: Duration) -> Self {
        let seen = RefCell::new(snapshot(&folders));
        Self { folders, interval, seen, next: Cell::new(Instant::now() + interval) }
    }

    pub(super) fn wait(&self, timeout: Duration) -> WatchEvent {
        let end = Instant::now() + timeout;
        loop {
            std::thread::sleep(self.next.get().min(end).saturating_duration_since(Instant::now()));
            if Instant::now() >= self.next.get() {
                let changed = self.look();
                self.next.set(Instant::now() + self.interval);
                if !changed.is_empty() {
                    return WatchEvent::Changed(changed);
                }
            }
            if Instant::now() >= end {
                return WatchEvent::Nothing;
            }
        }
    }

    fn look(&self) -> BTreeSet<PathBuf> {
        let now = snapshot(&self.folders);
        let changed = now.symmetric_difference(&self.seen.borrow()).map(|(path, ..)| path.clone()).collect();
        self.seen.replace(now);
        changed
    }
}

/// Unreadable files are omitted, and reported as changed once they are readable.
fn snapshot(folders: &[PathBuf]) -> Snapshot {
    let mut files = Snapshot::new();
    for folder in folders {
        let entries = WalkDir::new(folder).into_iter().filter_entry(|entry| !is_noise(folder, entry.path()));
        for entry in entries.flatten().filter(|entry| !entry.file_type().is_dir()) {
            if let Ok(metadata) = entry.metadata() {
                files.insert((entry.into_path(), metadata.len(), metadata.modified().ok()));
            }
        }
    }
    files
}
