//! Who is connected, and who must go when there is no more room (P33).
//!
//! A connection that has not sent a whole request, or none after its last one, is the first to go, the oldest of them before the others; but each
//! keeps its place for a moment, long enough to send what it came for. So thousands of silent connections delay a real one by
//! some of these moments, and never keep it out.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::task::AbortHandle;

/// How long a place is safe for one who has still to send a request.
const TO_ASK: Duration = Duration::from_millis(10);
/// How long it is safe for one who is being answered, when all others are being answered too.
const TO_BE_ANSWERED: Duration = Duration::from_millis(500);

/// All connections.
pub(super) struct Connections {
    most: usize,
    most_listeners: usize,
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    next: u64,
    places: BTreeMap<u64, Taken>,
}

struct Taken {
    stage: Stage,
    since: Instant,
    task: Option<AbortHandle>,
}

/// What a connection is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// No whole request is there.
    Waiting,
    /// An answer is on its way.
    Answering,
    /// It hears of events for as long as it likes.
    Listening,
}

/// The place of one connection; it is free again when this is dropped.
pub(super) struct Place {
    connections: Arc<Connections>,
    id: u64,
}

/// A request that is being answered, until the last byte of the answer has been handed over.
pub(super) struct Turn(Arc<Place>);

impl Connections {
    pub(super) fn new(most: usize, most_listeners: usize) -> Self {
        Self { most, most_listeners, open: Mutex::default() }
    }

    /// Gives a new connection its place; `start` begins to serve it.
    pub(super) fn take(self: &Arc<Self>, start: impl FnOnce(Arc<Place>) -> AbortHandle) {
        let id = {
            let mut open = self.open();
            open.next += 1;
            let id = open.next;
            open.places.insert(id, Taken { stage: Stage::Waiting, since: Instant::now(), task: None });
            id
        };
        // Not under the lock: what cannot be started any more is dropped at once, and that needs the lock.
        let task = start(Arc::new(Place { connections: Arc::clone(self), id }));
        if let Some(taken) = self.open().places.get_mut(&id) {
            taken.task = Some(task);
        }
    }

    /// Sees to it that there is room for one more; how long to wait before asking again if nobody may be sent away yet.
    pub(super) fn make_room(&self) -> Option<Duration> {
        let mut open = self.open();
        if open.places.values().filter(|taken| taken.stage != Stage::Listening).count() < self.most {
            return None;
        }
        let (id, safe) =
            open.oldest(Stage::Waiting).map(|id| (id, TO_ASK)).or_else(|| Some((open.oldest(Stage::Answering)?, TO_BE_ANSWERED)))?;
        let age = open.places.get(&id)?.since.elapsed();
        if age < safe {
            return Some(safe - age);
        }
        open.close(id);
        None
    }

    /// Closes whom it hurts least, to have one more file descriptor.
    pub(super) fn close_one(&self) {
        let mut open = self.open();
        let oldest = [Stage::Waiting, Stage::Answering, Stage::Listening].into_iter().find_map(|stage| open.oldest(stage));
        if let Some(id) = oldest {
            open.close(id);
        }
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Open {
    fn oldest(&self, stage: Stage) -> Option<u64> {
        let same = self.places.iter().filter(|(_, taken)| taken.stage == stage);
        same.min_by_key(|(_, taken)| taken.since).map(|(id, _)| *id)
    }

    fn close(&mut self, id: u64) {
        if let Some(task) = self.places.remove(&id).and_then(|taken| taken.task) {
            task.abort();
        }
    }
}

impl Place {
    /// A whole request has come.
    pub(super) fn turn(self: &Arc<Self>) -> Turn {
        self.set(Stage::Answering);
        Turn(Arc::clone(self))
    }

    fn set(&self, stage: Stage) {
        if let Some(taken) = self.connections.open().places.get_mut(&self.id) {
            (taken.stage, taken.since) = (stage, Instant::now());
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.connections.open().places.remove(&self.id);
    }
}

impl Turn {
    /// The answer is the stream of events: it counts among those, and the oldest of them makes room.
    pub(super) fn listen(&self) {
        self.0.set(Stage::Listening);
        let mut open = self.0.connections.open();
        let listeners = open.places.values().filter(|taken| taken.stage == Stage::Listening).count();
        if listeners > self.0.connections.most_listeners
            && let Some(id) = open.oldest(Stage::Listening)
        {
            open.close(id);
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.0.set(Stage::Waiting);
    }
}
