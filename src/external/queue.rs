//! Requests many addresses in parallel, but few per host.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use url::Url;

use super::fetch::LinkClient;
use super::verdict::LinkStatus;

/// Maximum number of parallel requests.
const MAX_REQUESTS: usize = 6;
/// The same per host: small servers treat more as an attack.
const MAX_REQUESTS_PER_HOST: usize = 2;

/// Time limits of the link check.
#[derive(Clone, Copy, Debug)]
pub struct Timeouts {
    pub(crate) answer: Duration,
    /// For all requests together; addresses not requested by then are reported as slow.
    pub(crate) all: Duration,
}

/// Requests all addresses; returns the statuses by address, without those not requested in time.
pub(super) fn ask_all(urls: &[Url], patience: Timeouts) -> BTreeMap<String, LinkStatus> {
    let end = Instant::now() + patience.all;
    let queue = Queue { state: Mutex::new(QueueState { waiting: urls.to_vec(), ..QueueState::default() }), freed: Condvar::new() };
    let client = LinkClient::new(patience.answer);
    std::thread::scope(|scope| {
        for _ in 0..MAX_REQUESTS.min(urls.len()) {
            scope.spawn(|| {
                while let Some(url) = queue.next(end) {
                    let answer = client.ask(&url, end);
                    queue.done(&url, answer);
                }
            });
        }
    });
    queue.state.into_inner().unwrap_or_else(PoisonError::into_inner).answers
}

struct Queue {
    state: Mutex<QueueState>,
    freed: Condvar,
}

#[derive(Default)]
struct QueueState {
    waiting: Vec<Url>,
    busy: BTreeMap<String, usize>,
    answers: BTreeMap<String, LinkStatus>,
}

impl Queue {
    /// Takes an address whose host has a free slot; waits for one. Returns `None` when the queue is
    /// empty or the time is over.
    fn next(&self, end: Instant) -> Option<Url> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let left = end.checked_duration_since(Instant::now()).filter(|_| !state.waiting.is_empty())?;
            let QueueState { waiting, busy, .. } = &mut *state;
            let is_free = |url: &Url| busy.get(host(url)).is_none_or(|count| *count < MAX_REQUESTS_PER_HOST);
            if let Some(at) = waiting.iter().position(is_free) {
                let url = waiting.remove(at);
                *busy.entry(host(&url).to_owned()).or_default() += 1;
                return Some(url);
            }
            state = self.freed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn done(&self, url: &Url, answer: LinkStatus) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = state.busy.get_mut(host(url)) {
            *count -= 1;
        }
        state.answers.insert(url.to_string(), answer);
        self.freed.notify_all();
    }
}

fn host(url: &Url) -> &str {
    url.host_str().unwrap_or_default()
}
