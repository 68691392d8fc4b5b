//! Resource limits of the server.

use std::time::Duration;

/// Limits of a server; the defaults are those of P33.
#[derive(Clone, Copy, Debug)]
pub struct ServerLimits {
    /// Maximum number of connections, without event listeners; lower if the system allows few open
    /// files.
    pub connections: usize,
    /// Maximum number of event listeners; the oldest is closed.
    pub listeners: usize,
    /// Time limit for receiving a request head, and for an idle connection before it.
    pub header: Duration,
    /// Time limit for a client that accepts no data.
    pub stall: Duration,
    /// Interval between keep-alives of an event stream.
    pub ping: Duration,
}

impl Default for ServerLimits {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self { connections: 256, listeners: 32, header: seconds(10), stall: seconds(30), ping: seconds(15) }
    }
}

impl ServerLimits {
    /// Limits the connections to half of the allowed open files: a response may need a second
    /// descriptor, and other parts need some too.
    pub(super) fn within_descriptors(self) -> Self {
        let allowed = descriptors().map_or(self.connections, |allowed| usize::try_from(allowed / 2).unwrap_or(usize::MAX));
        Self { connections: self.connections.min(allowed).max(1), ..self }
    }
}

#[cfg(unix)]
fn descriptors() -> Option<u64> {
    rustix::process::getrlimit(rustix::process::Resource::Nofile).current
}

/// Windows has no comparable limit that a server could reach.
#[cfg(not(unix))]
fn descriptors() -> Option<u64> {
    None
}
