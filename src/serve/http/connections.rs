//! Connection table, and eviction when it is full (P33).
//!
//! Connections without a complete request, or idle after one, are closed first, oldest first. Each
//! keeps its slot for a minimum time, enough to send a request. Thousands of silent connections
//! thus delay a real one by some of these intervals, but never block it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::task::AbortHandle;

/// Minimum time before a connection without a complete request may be closed.
const TO_ASK: Duration = Duration::from_millis(10);
/// The same for one whose response is being sent, if all others are responding too.
const TO_BE_ANSWERED: Duration = Duration::from_millis(500);

/// All open connections.
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

/// State of a connection.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ConnectionState {
    /// No complete request received.
    Waiting,
    /// A response is being sent.
    Answering,
    /// Receives server-sent events, for an unlimited time.
    Listening,
}

/// Slot of one connection; freed on drop.
pub(super) struct ConnectionSlot {
    connections: Arc<Connections>,
    id: u64,
}

/// A request in flight, until the last byte of the response is handed over.
pub(super) struct InFlight(Arc<ConnectionSlot>);

impl Connections {
    pub(super) fn new(most: usize, most_listeners: usize) -> Self {
        Self { most, most_listeners, open: Mutex::default() }
    }

    /// Registers a new connection; `start` spawns its task.
    pub(super) fn take(self: &Arc<Self>, start: impl FnOnce(Arc<ConnectionSlot>) -> AbortHandle) {
        let id = {
            let mut open = self.open();
            open.next += 1;
            let id = open.next;
            open.places.insert(id, Connection { stage: ConnectionState::Waiting, since: Instant::now(), task: None });
            id
        };
        // Not under the lock: if the task cannot be spawned, the slot is dropped at once, which
        // takes the lock.
        let task = start(Arc::new(ConnectionSlot { connections: Arc::clone(self), id }));
        if let Some(taken) = self.open().places.get_mut(&id) {
            taken.task = Some(task);
        }
    }

    /// Makes room for one more connection; returns how long to wait before retrying if none may be
    /// closed yet.
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

    /// Closes the least important connection to free a file descriptor.
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
    /// A complete request has been received.
    pub(super) fn turn(self: &Arc<Self>) -> InFlight {
        self.set(ConnectionState::Answering);
        InFlight(Arc::clone(self))
    }

    /// The response is the event stream: the connection counts as a listener, and the oldest
    /// listener is closed if there are too many.
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
