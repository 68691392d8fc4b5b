//! Server-sent events: what open pages are told while they are looked at (HTML standard, 9.2).

use std::collections::hash_map::RandomState;
use std::convert::Infallible;
use std::hash::{BuildHasher, Hasher};
use std::time::Duration;

use axum::body::Bytes;
use axum::http::header::{self, HeaderName};
use futures_util::stream::{self, Stream, StreamExt as _};
use tokio::sync::broadcast::{self, Sender, error::RecvError};
use tokio::time::timeout;

/// Below this path, at a name that nobody can guess, the events are.
pub const EVENTS: &str = "/_prongsai/events/";

/// A browser that was cut off is back after this many milliseconds.
const HELLO: &[u8] = b"retry: 500\n\n";
/// A comment: it tells both sides that the other is still there.
const PING: &[u8] = b":\n\n";
/// For one who has not kept up: events were left out.
const RESYNC: &[u8] = b"event: resync\ndata:\n\n";
/// How many events may wait for one who is slow.
const BACKLOG: usize = 64;

/// Something that open pages are told.
#[derive(Clone, Debug)]
pub struct ServerEvent {
    /// Its name, one word.
    pub name: &'static str,
    /// What it says; may have several lines.
    pub data: String,
}

/// Where events are put in; every clone leads to the same listeners. One who is too slow for all of
/// them is told `resync` instead.
#[derive(Clone, Debug)]
pub struct EventSender(Sender<Bytes>);

impl EventSender {
    pub(super) fn new() -> Self {
        Self(broadcast::channel(BACKLOG).0)
    }

    /// Tells everyone who listens now.
    pub fn send(&self, event: ServerEvent) {
        // An error means that nobody listens.
        let _ = self.0.send(encode(&event).into());
    }

    /// All events from now on, and a sign of life whenever there was none for the time of a `ping`.
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

/// The path of the events of this run: a page of another site cannot know it.
pub(super) fn secret_path() -> String {
    // Each state is keyed with random bits of the system.
    let random = || RandomState::new().build_hasher().finish();
    format!("{EVENTS}{:016x}{:016x}", random(), random())
}

/// What is said before the events.
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
