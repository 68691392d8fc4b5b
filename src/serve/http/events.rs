//! Server-sent events for open pages (HTML standard, 9.2).

use std::collections::hash_map::RandomState;
use std::convert::Infallible;
use std::hash::{BuildHasher, Hasher};
use std::time::Duration;

use axum::body::Bytes;
use axum::http::header::{self, HeaderName};
use futures_util::stream::{self, Stream, StreamExt as _};
use tokio::sync::broadcast::{self, Sender, error::RecvError};
use tokio::time::timeout;

/// Path prefix of the event stream; followed by a random token.
pub const EVENTS: &str = "/_prongsai/events/";

/// Reconnection delay of browsers, in milliseconds.
const HELLO: &[u8] = b"retry: 500\n\n";
/// A comment as keep-alive.
const PING: &[u8] = b":\n\n";
/// Sent to a listener that has missed events.
const RESYNC: &[u8] = b"event: resync\ndata:\n\n";
/// Maximum number of queued events for a slow listener.
const BACKLOG: usize = 64;

/// An event for open pages.
#[derive(Clone, Debug)]
pub struct ServerEvent {
    /// Event name, one word.
    pub name: &'static str,
    /// Payload; may have several lines.
    pub data: String,
}

/// Sender of events; all clones share the listeners. A listener that lags behind gets `resync`
/// instead of the events it missed.
#[derive(Clone, Debug)]
pub struct EventSender(Sender<Bytes>);

impl EventSender {
    pub(super) fn new() -> Self {
        Self(broadcast::channel(BACKLOG).0)
    }

    /// Sends an event to all current listeners.
    pub fn send(&self, event: ServerEvent) {
        // An error means that there are no listeners.
        let _ = self.0.send(encode(&event).into());
    }

    /// Stream of all events from now on, with a keep-alive after each `ping` without events.
    pub(super) fn stream(&self, ping: Duration) -> impl Stream<Item = Result<Bytes, Infallible>> + use<> {
        let events = stream::unfold(self.0.subscribe(), move |mut receiver| async move {
            let piece = match timeout(ping, receiver.recv()).await {
                Err(_) => Bytes::from_static(PING),
                Ok(Ok(event)) => event,
                Ok(Err(RecvError::Lagged(_))) => Bytes::from_static(RESYNC),
                Ok(Err(RecvError::Closed)) => return None,
            };
            Some((piece, receiver))
        });
        stream::iter([Bytes::from_static(HELLO)]).chain(events).map(Ok)
    }
}

/// The event path of this run, which pages of other sites cannot guess.
pub(super) fn secret_path() -> String {
    // Each state is keyed with random bits from the system.
    let random = || RandomState::new().build_hasher().finish();
    format!("{EVENTS}{:016x}{:016x}", random(), random())
}

/// Response headers of the event stream.
pub(super) fn headers() -> [(HeaderName, &'static str); 1] {
    [(header::CONTENT_TYPE, "text/event-stream")]
}

fn encode(event: &ServerEvent) -> String {
    let data = event.data.replace("\r\n", "\n").replace('\r', "\n");
    let lines: String = data.split('\n').map(|line| format!("data: {line}\n")).collect();
    format!("event: {}\n{lines}\n", event.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_of_several_lines_stays_one_event() {
        let encoded = |data: &str| encode(&ServerEvent { name: "problems", data: data.to_owned() });
        assert_eq!(encoded("a"), "event: problems\ndata: a\n\n");
        assert_eq!(encoded("a\r\nb\rc\n\nevent: x"), "event: problems\ndata: a\ndata: b\ndata: c\ndata: \ndata: event: x\n\n");
        assert_eq!(encoded(""), "event: problems\ndata: \n\n");
    }

    #[test]
    fn two_runs_have_different_secrets() {
        let (one, two) = (secret_path(), secret_path());
        assert_ne!(one, two);
        assert_eq!(one.len(), EVENTS.len() + 32);
    }
}
