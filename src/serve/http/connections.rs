//! Who is connected, and who must go when there is no more room (P33).
//!
//! A connection that has not sent a whole request, or none after its last one, is the first to go,
//! the oldest of them before the others; but each keeps its place for a moment, long enough to send
//! what it came for. So thousands of silent connections delay a real one by some of these moments,
//! and never keep it out.

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
    open: Mutex<OpenConnections>,
}

#[derive(Default)]
struct OpenConnections {
    next: u64,
    places: BTreeMap<u64, Connection>,
}

struct Connection {
    stage: ConnectionState,
    since: Instant,
    task: Option<AbortHandle>,
}

/// What a connection is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ConnectionState {
    /// No whole request is there.
    Waiting,
    /// An answer is on its way.
    Answering,
    /// It hears of events for as long as it likes.
    Listening,
}

/// The place of one connection; it is free again when this is dropped.
pub(super) struct ConnectionSlot {
    connections: Arc<Connections>,
    id: u64,
}

/// A request that is being answered, until the last byte of the answer has been handed over.
pub(super) struct InFlight(Arc<ConnectionSlot>);

impl Connections {
    pub(super) fn new(most: usize, most_listeners: usize) -> Self {
        Self { most, most_listeners, open: Mutex::default() }
    }

    /// Gives a new connection its place; `start` begins to serve it.
    pub(super) fn take(self: &Arc<Self>, start: impl FnOnce(Arc<ConnectionSlot>) -> AbortHandle) {
        let id = {
            let mut open = self.open();
            open.next += 1;
            let id = open.next;
            open.places.insert(id, Connection { stage: ConnectionState::Waiting, since: Instant::now(), task: None });
            id
        };
        // Not under the lock: what cannot be started any more is dropped at once, and that needs
        // the lock.
        let task = start(Arc::new(ConnectionSlot { connections: Arc::clone(self), id }));
        if let Some(taken) = self.open().places.get_mut(&id) {
            taken.task = Some(task);
        }
    }

    /// Sees to it that there is room for one more; how long to wait before asking again if nobody
    /// may be sent away yet.
    pub(super) fn make_room(&self) -> Option<Duration> {
        let mut open = self.open();
        if open.places.values().filter(|taken| taken.stage != ConnectionState::Listening).count() < self.most {
            return None;
        }
        let (id, safe) = open
            .oldest(ConnectionState::Waiting)
            .map(|id| (id, TO_ASK))
            .or_else(|| Some((open.oldest(ConnectionState::Answering)?, TO_BE_ANSWERED)))?;
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
        let oldest = [ConnectionState::Waiting, ConnectionState::Answering, ConnectionState::Listening]
            .into_iter()
            .find_map(|stage| open.oldest(stage));
        if let Some(id) = oldest {
            open.close(id);
        }
    }

    fn open(&self) -> MutexGuard<'_, OpenConnections> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl OpenConnections {
    fn oldest(&self, stage: ConnectionState) -> Option<u64> {
        let same = self.places.iter().filter(|(_, taken)| taken.stage == stage);
        same.min_by_key(|(_, taken)| taken.since).map(|(id, _)| *id)
    }

    fn close(&mut self, id: u64) {
        if let Some(task) = self.places.remove(&id).and_then(|taken| taken.task) {
            task.abort();
        }
    }
}

impl ConnectionSlot {
    /// A whole request has come.
    pub(super) fn turn(self: &Arc<Self>) -> InFlight {
        self.set(ConnectionState::Answering);
        InFlight(Arc::clone(self))
    }

    /// The answer is the stream of events: it counts among those, and the oldest of them makes
    /// room.
    pub(super) fn listen(&self) {
        self.set(ConnectionState::Listening);
        let mut open = self.connections.open();
        let listeners = open.places.values().filter(|taken| taken.stage == ConnectionState::Listening).count();
        if listeners > self.connections.most_listeners
            && let Some(id) = open.oldest(ConnectionState::Listening)
        {
            open.close(id);
        }
    }

    fn set(&self, stage: ConnectionState) {
        if let Some(taken) = self.connections.open().places.get_mut(&self.id) {
            (taken.stage, taken.since) = (stage, Instant::now());
        }
    }
}

impl Drop for ConnectionSlot {
    fn drop(&mut self) {
        self.connections.open().places.remove(&self.id);
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.set(ConnectionState::Waiting);
    }
}
