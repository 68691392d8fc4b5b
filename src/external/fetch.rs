//! Asking for one address.
//!
//! The head of the page first, for it costs the server least; the page itself where that is
//! refused, of which no more is read than comes with its head. Redirects are followed by hand, to
//! know each.

use std::time::{Duration, Instant};

use url::Url;

use super::verdict::{LinkStatus, Step, of_status};
use crate::network::{self, Failure, Method, Response};

/// Redirects, one after another.
const MAX_REDIRECTS: usize = 10;
/// Tries for an address whose server is in trouble.
const MAX_ATTEMPTS: u32 = 3;
/// Before the second try; twice as long before the third.
const RETRY_DELAY: Duration = Duration::from_millis(500);
/// No server is obeyed that asks for a longer pause (`Retry-After`).
const MAX_RETRY_DELAY: Duration = Duration::from_secs(10);

/// Asks; may be shared.
pub(super) struct LinkClient {
    network: network::Client,
}

impl LinkClient {
    pub(super) fn new(patience: Duration) -> Self {
        Self { network: network::Client::new(patience, "link check") }
    }

    /// The answer for an address, after a few tries where that makes sense.
    pub(super) fn ask(&self, url: &Url, end: Instant) -> LinkStatus {
        let mut trouble = String::new();
        let mut pause = RETRY_DELAY;
        for attempt in 0..MAX_ATTEMPTS {
            if attempt > 0 {
                if Instant::now() + pause >= end {
                    break;
                }
                std::thread::sleep(pause);
            }
            let backoff = RETRY_DELAY * 2u32.pow(attempt);
            match self.follow(url) {
                Ok(answer) => return answer,
                Err((reason, asked)) => {
                    trouble = reason;
                    pause = asked.unwrap_or(backoff).min(MAX_RETRY_DELAY);
                }
            }
        }
        LinkStatus::Unsure(trouble)
    }

    /// Follows the redirects of an address to their end. An error is trouble that may pass, with
    /// the pause that the server asks for.
    fn follow(&self, url: &Url) -> Result<LinkStatus, (String, Option<Duration>)> {
        let mut steps: Vec<Step> = Vec::new();
        let mut at = url.clone();
        loop {
            let response = match self.request(&at) {
                Ok(response) => response,
                Err(Failure::Slow) => return Ok(LinkStatus::Slow),
                Err(Failure::Dead(reason)) => return Ok(LinkStatus::Dead(reason)),
                Err(Failure::Broken(reason)) => return Err((reason, None)),
            };
            match response {
                Response { status: status @ (301 | 302 | 303 | 307 | 308), location: Some(to), .. } => {
                    if steps.len() == MAX_REDIRECTS || to == at {
                        return Ok(LinkStatus::Dead(format!("{} redirects", steps.len() + 1)));
                    }
                    steps.push(Step { to: to.clone(), permanent: matches!(status, 301 | 308) });
                    at = to;
                }
                Response { status, pause, .. } => {
                    return of_status(status, steps).ok_or_else(|| (format!("HTTP {status}"), pause));
                }
            }
        }
    }

    /// By its head, or where that is refused or unknown, by itself.
    fn request(&self, url: &Url) -> Result<Response, Failure> {
        match self.network.send(Method::Head, url) {
            Ok(Response { status: 400..=428 | 430..=599, .. }) | Err(Failure::Broken(_)) => self.network.send(Method::Get, url),
            reply => reply,
        }
    }
}
