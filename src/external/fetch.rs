//! HTTP requests of the link check.
//!
//! Sends `HEAD` first, because it costs the server least, and `GET` if `HEAD` is refused. Of a page,
//! the beginning is read, as many servers send a page that says that there is none with the status
//! of success; of a PDF, the first byte. A failure there says nothing of the link. Redirects are followed here rather
//! than by the client, to record each step.

use std::io::Read;
use std::time::{Duration, Instant};

use url::Url;

use super::page_title::{says_login, says_not_found, title};
use super::verdict::{LinkStatus, Step, is_login, of_status};
use crate::network::{self, Failure, Method, Response};

/// Maximum number of redirects followed.
const MAX_REDIRECTS: usize = 10;
/// Attempts per address on a temporary failure.
const MAX_ATTEMPTS: u32 = 3;
/// Delay before the second attempt; doubled before the third.
const RETRY_DELAY: Duration = Duration::from_millis(500);
/// Upper bound for the delay that a server requests with `Retry-After`.
const MAX_RETRY_DELAY: Duration = Duration::from_secs(10);

/// Bytes of a page in which its title is looked for.
const MAX_HEAD_BYTES: u64 = 128 << 10;

/// What a link opens, if more can be said of it than that it opens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum OpenedKind {
    Page,
    Pdf,
}

/// HTTP client of the link check; can be shared between threads.
pub(super) struct LinkClient {
    network: network::Client,
}

impl LinkClient {
    pub(super) fn new(patience: Duration) -> Self {
        Self { network: network::Client::new(patience, "link check") }
    }

    /// Returns the status of an address; temporary failures are retried until `end`.
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

    /// Follows redirects to the final response. An error is a temporary failure, with the delay
    /// that the server requests.
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
                    let answer = of_status(status, steps).ok_or_else(|| (format!("HTTP {status}"), pause))?;
                    return Ok(match answer {
                        LinkStatus::Reached(steps) => self.looked_at(url, &at, response, steps),
                        other => other,
                    });
                }
            }
        }
    }

    /// Looks at what a link leads to: a page with a title, or a PDF.
    fn looked_at(&self, url: &Url, at: &Url, response: Response, steps: Vec<Step>) -> LinkStatus {
        let kind = match response.media_type.as_str() {
            "text/html" | "application/xhtml+xml" => OpenedKind::Page,
            "application/pdf" => OpenedKind::Pdf,
            _ => return LinkStatus::Reached(steps),
        };
        let Some(start) = self.start_of(at, kind) else { return LinkStatus::Reached(steps) };
        match kind {
            OpenedKind::Pdf if start.is_empty() => LinkStatus::Empty,
            OpenedKind::Pdf => LinkStatus::Reached(steps),
            OpenedKind::Page => match title(&String::from_utf8_lossy(&start)) {
                Some(title) if says_not_found(&title) => LinkStatus::SaysNotFound(title),
                Some(title) if says_login(&title) && !is_login(url) => LinkStatus::SaysLogin(title),
                _ => LinkStatus::Reached(steps),
            },
        }
    }

    /// The first bytes behind an address; `None` if they cannot be read.
    fn start_of(&self, url: &Url, kind: OpenedKind) -> Option<Vec<u8>> {
        let response = self.network.send(Method::Get, url).ok().filter(|response| response.status == 200)?;
        let most = match kind {
            OpenedKind::Page => MAX_HEAD_BYTES,
            OpenedKind::Pdf => 1,
        };
        let mut start = Vec::new();
        response.into_unpacked().take(most).read_to_end(&mut start).ok()?;
        Some(start)
    }

    /// Sends `HEAD`, then `GET` if `HEAD` is refused or fails.
    fn request(&self, url: &Url) -> Result<Response, Failure> {
        match self.network.send(Method::Head, url) {
            Ok(Response { status: 400..=428 | 430..=599, .. }) | Err(Failure::Broken(_)) => self.network.send(Method::Get, url),
            reply => reply,
        }
    }
}
