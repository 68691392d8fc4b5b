//! Watching by file system events.

use std::cell::RefCell;
use std::collections::{BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::cookie::CookieDir;
use super::noise::is_noise;
use super::wake::WatchEvent;
use crate::error::{Error, Operation, Result};
use crate::source::folder_number;

/// A save counts as complete after this time without events.
const QUIET_PERIOD: Duration = Duration::from_millis(5);
/// Maximum delay of a wake-up while events keep arriving.
const MAX_BATCH_DELAY: Duration = Duration::from_millis(50);
/// True if the platform reports the closing of written files.
const TELLS_OF_CLOSING: bool = cfg!(any(target_os = "linux", target_os = "android"));
/// A file not closed within this time is reported half written.
const WRITE_TIMEOUT: Duration = Duration::from_millis(500);
/// Delay before a new folder is reported again: files created in it before it was watched cause no
/// event.
const RETRY_DELAY: Duration = Duration::from_millis(200);
/// Timeout for a cookie, which normally arrives within a millisecond.
const COOKIE_TIMEOUT: Duration = Duration::from_secs(1);
/// Number of cookies to send. Windows reports each folder in turn and buffers its events until the
/// next turn, which precedes the second cookie.
const COOKIES: usize = if cfg!(windows) { 2 } else { 1 };

pub(super) struct EventBackend {
    receiver: Receiver<notify::Result<Event>>,
    /// Events received but not yet reported.
    ahead: RefCell<VecDeque<notify::Result<Event>>>,
    /// `None` if the temporary directory cannot be created or watched.
    mark: Option<CookieDir>,
    watched: RefCell<WatchedFolders>,
}

struct WatchedFolders {
    watcher: RecommendedWatcher,
    folders: Vec<WatchedFolder>,
    /// Files being written, some in several chunks; reported only when complete.
    open: BTreeSet<PathBuf>,
    /// New folders, and the time to report them again.
    again: Option<(Instant, BTreeSet<PathBuf>)>,
}

struct WatchedFolder {
    path: PathBuf,
    /// Identity of the watched folder; `None` if it did not exist. A folder that is removed and
    /// recreated has another identity.
    seen: Option<(u64, u64)>,
}

impl EventBackend {
    pub(super) fn of(folders: Vec<PathBuf>) -> Result<Self> {
        let (sender, receiver) = channel();
        let failed = |path: &Path, error| Error::io(Operation::Watch, path, io_error(error));
        let first = folders.first().cloned().unwrap_or_default();
        let mut watcher = notify::recommended_watcher(sender).map_err(|error| failed(&first, error))?;
        // Creation, removal and renaming of a folder are reported by its parent only.
        let above: BTreeSet<&Path> = folders.iter().filter_map(|folder| folder.parent()).collect();
        for parent in above {
            watcher.watch(parent, RecursiveMode::NonRecursive).map_err(|error| failed(parent, error))?;
        }
        let mut watched = WatchedFolders { watcher, folders: Vec::new(), open: BTreeSet::new(), again: None };
        for path in folders {
            let mut folder = WatchedFolder { path, seen: None };
            folder.renew(&mut watched.watcher).map_err(|error| failed(&folder.path, error))?;
            watched.folders.push(folder);
        }
        let mark = CookieDir::new().ok().filter(|mark| watched.watcher.watch(mark.folder(), RecursiveMode::NonRecursive).is_ok());
        Ok(Self { receiver, ahead: RefCell::default(), mark, watched: RefCell::new(watched) })
    }

    pub(super) fn wait(&self, timeout: Duration) -> WatchEvent {
        let mut watched = self.watched.borrow_mut();
        let mut changed = BTreeSet::new();
        let end = Instant::now() + timeout;
        let mut first: Option<Instant> = None;
        loop {
            let now = Instant::now();
            let until = match first {
                None => watched.again.as_ref().map_or(end, |(when, _)| end.min(*when)),
                Some(first) => {
                    let (quiet, most) =
                        if watched.open.is_empty() { (QUIET_PERIOD, MAX_BATCH_DELAY) } else { (WRITE_TIMEOUT, WRITE_TIMEOUT) };
                    // A continuous stream of events never runs into the receive timeout.
                    if first + most <= now {
                        break;
                    }
                    (first + most).min(now + quiet)
                }
            };
            match self.next(until.saturating_duration_since(now)) {
                Ok(Ok(event)) if !event.need_rescan() => watched.take(&event, &mut changed),
                Ok(_) | Err(RecvTimeoutError::Disconnected) => return self.lost(&mut watched),
                Err(RecvTimeoutError::Timeout) => break,
            }
            first = first.or((!changed.is_empty()).then_some(now));
        }
        watched.open.clear();
        changed.extend(watched.due());
        match watched.renew(&mut changed) {
            Err(_) => WatchEvent::Lost,
            Ok(()) if changed.is_empty() => WatchEvent::Nothing,
            Ok(()) => WatchEvent::Changed(changed),
        }
    }

    /// True if one of `paths` was written, removed or renamed since the last wake-up, or if that
    /// cannot be determined.
    pub(super) fn have_changed(&self, paths: &BTreeSet<PathBuf>) -> bool {
        let knows_all = self.catch_up();
        let is_change = |event: &notify::Result<Event>| match event {
            Ok(event) if !event.need_rescan() => !event.kind.is_access() && event.paths.iter().any(|path| paths.contains(path)),
            _ => true,
        };
        !knows_all || self.ahead.borrow().iter().any(is_change)
    }

    /// Receives all events that precede this call. False if the event thread is too late.
    fn catch_up(&self) -> bool {
        (0..COOKIES).all(|_| self.hear_of_a_mark())
    }

    fn hear_of_a_mark(&self) -> bool {
        let (mut ahead, end) = (self.ahead.borrow_mut(), Instant::now() + COOKIE_TIMEOUT);
        let Some(left) = self.mark.as_ref().and_then(|mark| mark.leave().ok()) else {
            ahead.extend(self.receiver.try_iter());
            return true;
        };
        while let Ok(event) = self.receiver.recv_timeout(end.saturating_duration_since(Instant::now())) {
            if event.as_ref().is_ok_and(|event| left.is_told_by(event)) {
                return true;
            }
            ahead.push_back(event);
        }
        false
    }

    fn next(&self, timeout: Duration) -> Result<notify::Result<Event>, RecvTimeoutError> {
        let ahead = self.ahead.borrow_mut().pop_front();
        ahead.map_or_else(|| self.receiver.recv_timeout(timeout), Ok)
    }

    /// Discards pending events: the receiver of `Lost` re-reads everything.
    fn lost(&self, watched: &mut WatchedFolders) -> WatchEvent {
        while self.next(Duration::ZERO).is_ok() {}
        // A failure shows at the next call.
        let _ = watched.renew(&mut BTreeSet::new());
        WatchEvent::Lost
    }
}

impl WatchedFolders {
    /// Records an event.
    fn take(&mut self, event: &Event, changed: &mut BTreeSet<PathBuf>) {
        if let EventKind::Access(kind) = event.kind {
            // All other access events are reads, including our own.
            if kind == AccessKind::Close(AccessMode::Write) {
                event.paths.iter().for_each(|path| _ = self.open.remove(path));
            }
            return;
        }
        for path in &event.paths {
            let Some(folder) = self.folders.iter_mut().find(|folder| path.starts_with(&folder.path)) else { continue };
            // Windows also reports the folder when an entry in it changes.
            let is_of_others = event.kind == EventKind::Modify(ModifyKind::Any) && path.is_dir();
            if is_of_others || is_noise(&folder.path, path) {
                continue;
            }
            if *path == folder.path && !matches!(event.kind, EventKind::Modify(ModifyKind::Metadata(_))) {
                folder.seen = None;
            }
            match event.kind {
                EventKind::Modify(ModifyKind::Data(_)) if TELLS_OF_CLOSING => _ = self.open.insert(path.clone()),
                EventKind::Modify(ModifyKind::Name(_)) | EventKind::Remove(_) => _ = self.open.remove(path),
                _ => {}
            }
            if matches!(event.kind, EventKind::Create(CreateKind::Folder | CreateKind::Any)) {
                let (_, again) = self.again.get_or_insert_with(|| (Instant::now() + RETRY_DELAY, BTreeSet::new()));
                again.insert(path.clone());
            }
            changed.insert(path.clone());
        }
    }

    /// New folders that are due to be reported again.
    fn due(&mut self) -> BTreeSet<PathBuf> {
        let due = self.again.take_if(|(when, _)| *when <= Instant::now());
        due.map(|(_, paths)| paths).unwrap_or_default()
    }

    /// Watches the folders that exist now instead of the previous ones.
    fn renew(&mut self, changed: &mut BTreeSet<PathBuf>) -> notify::Result<()> {
        for folder in &mut self.folders {
            if folder.renew(&mut self.watcher)? {
                changed.insert(folder.path.clone());
            }
        }
        Ok(())
    }
}

impl WatchedFolder {
    /// True if the folder was replaced, created or removed.
    fn renew(&mut self, watcher: &mut RecommendedWatcher) -> notify::Result<bool> {
        let now = folder_number(&self.path);
        if now == self.seen {
            return Ok(false);
        }
        self.seen = now;
        // Fails if it was not watched.
        let _ = watcher.unwatch(&self.path);
        if now.is_some() {
            watcher.watch(&self.path, RecursiveMode::Recursive)?;
        }
        Ok(true)
    }
}

fn io_error(error: notify::Error) -> std::io::Error {
    match error.kind {
        notify::ErrorKind::Io(error) => error,
        _ => std::io::Error::other(error.to_string()),
    }
}
