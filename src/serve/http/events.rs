//! Server-sent events: what open pages are told while they are looked at (HTML standard, 9.2).

use std::collections::hash_map::RandomState;
use std::future::Future;
use std::hash::{BuildHasher, Hasher};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use hyper::body::Bytes;
use tokio::sync::broadcast::{self, Receiver, Sender, error::RecvError};
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
    pub(super) fn stream(&self, ping: Duration) -> EventStream {
        let receiver = self.0.subscribe();
        EventStream { ping, next: Box::pin(async move { (receiver, Some(Bytes::from_static(HELLO))) }) }
    }
}

/// The path of the events of this run: a page of another site cannot know it.
pub(super) fn secret_path() -> String {
    // Each state is keyed with random bits of the system.
    let random = || RandomState::new().build_hasher().finish();
    format!("{EVENTS}{:016x}{:016x}", random(), random())
}

fn encode(event: &ServerEvent) -> String {
    let data = event.data.replace("\r\n", "\n").replace('\r', "\n");
    let lines: String = data.split('\n').map(|line| format!("data: {line}\n")).collect();
    format!("event: {}\n{lines}\n", event.name)
}

/// The next piece, and where the one after it comes from.
type NextEvent = dyn Future<Output = (Receiver<Bytes>, Option<Bytes>)> + Send;

/// Events on their way to one listener; ends with the server.
pub(super) struct EventStream {
    ping: Duration,
    next: Pin<Box<NextEvent>>,
}

impl Future for EventStream {
    type Output = Option<Bytes>;

    /// The next piece; may be asked again after each.
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
        let (receiver, piece) = ready!(self.next.as_mut().poll(cx));
        self.next = Box::pin(next(receiver, self.ping));
        Poll::Ready(piece)
    }
}

async fn next(mut receiver: Receiver<Bytes>, ping: Duration) -> (Receiver<Bytes>, Option<Bytes>) {
    let piece = match timeout(ping, receiver.recv()).await {
        Err(_) => Some(Bytes::from_static(PING)),
        Ok(Ok(event)) => Some(event),
        Ok(Err(RecvError::Lagged(_))) => Some(Bytes::from_static(RESYNC)),
        Ok(Err(RecvError::Closed)) => None,
    };
    (receiver, piece)
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
