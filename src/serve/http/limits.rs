//! How much of the machine strangers may hold, and for how long.

use std::time::Duration;

/// Bounds of a server; the defaults are those of P33.
#[derive(Clone, Copy, Debug)]
pub struct ServerLimits {
    /// Connections at once, those that listen to events aside; fewer where the system allows few
    /// open files.
    pub connections: usize,
    /// Connections at once that listen to events; the oldest makes room.
    pub listeners: usize,
    /// How long a request may take to arrive, and how long a connection may be idle before it.
    pub header: Duration,
    /// How long a reader may take nothing of what is sent.
    pub stall: Duration,
    /// The time between two signs of life to those who listen to events.
    pub ping: Duration,
}

impl Default for ServerLimits {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self { connections: 256, listeners: 32, header: seconds(10), stall: seconds(30), ping: seconds(15) }
    }
}

impl ServerLimits {
    /// The same with at most half of the open files that the system allows us: an answer may need a
    /// second one, and others need some too.
    pub(super) fn within_descriptors(self) -> Self {
        let allowed = descriptors().map_or(self.connections, |allowed| usize::try_from(allowed / 2).unwrap_or(usize::MAX));
        Self { connections: self.connections.min(allowed).max(1), ..self }
    }
}

#[cfg(unix)]
fn descriptors() -> Option<u64> {
    rustix::process::getrlimit(rustix::process::Resource::Nofile).current
}

/// Windows has no limit of this kind that a server could reach.
#[cfg(not(unix))]
fn descriptors() -> Option<u64> {
    None
}
