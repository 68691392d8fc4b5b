//! Asking for one address; the only user of `ureq`.
//!
//! The head of the page first, for it costs the server least; the page itself where that is refused, of which no more is read than comes with its
//! head. Redirects are followed by hand, to know each.

use std::error::Error as _;
use std::io::ErrorKind;
use std::time::{Duration, Instant};

use ureq::{Agent, Error};
use url::Url;

use super::verdict::{Answer, Step, of_status};

/// Redirects, one after another.
const MOST_STEPS: usize = 10;
/// Tries for an address whose server is in trouble.
const TRIES: u32 = 3;
/// Before the second try; twice as long before the third.
const PAUSE: Duration = Duration::from_millis(500);
/// No server is obeyed that asks for a longer pause (`Retry-After`).
const LONGEST_PAUSE: Duration = Duration::from_secs(10);

/// Asks; may be shared.
pub(super) struct Client {
    agent: Agent,
}

#[derive(Clone, Copy, PartialEq)]
enum Method {
    Head,
    Get,
}

/// What one request gave.
enum Reply {
    Status { status: u16, to: Option<Url>, pause: Option<Duration> },
    Failed(Failure),
}

enum Failure {
    /// Another try may help.
    Broken(String),
    Final(Answer),
}

impl Client {
    pub(super) fn new(patience: Duration) -> Self {
        let name = concat!("Mozilla/5.0 (compatible; prongsai/", env!("CARGO_PKG_VERSION"), "; link check)");
        let config = Agent::config_builder()
            .timeout_global(Some(patience))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(0)
            .user_agent(name)
            .build();
        Self { agent: config.new_agent() }
    }

    /// The answer for an address, after a few tries where that makes sense.
    pub(super) fn ask(&self, url: &Url, end: Instant) -> Answer {
        let mut trouble = String::new();
        let mut pause = PAUSE;
        for attempt in 0..TRIES {
            if attempt > 0 {
                if Instant::now() + pause >= end {
                    break;
                }
                std::thread::sleep(pause);
            }
            let backoff = PAUSE * 2u32.pow(attempt);
            match self.follow(url) {
                Ok(answer) => return answer,
                Err((reason, asked)) => {
                    trouble = reason;
                    pause = asked.unwrap_or(backoff).min(LONGEST_PAUSE);
                }
            }
        }
        Answer::Unsure(trouble)
    }

    /// Follows the redirects of an address to their end. An error is trouble that may pass, with the pause that the server asks for.
    fn follow(&self, url: &Url) -> Result<Answer, (String, Option<Duration>)> {
        let mut steps: Vec<Step> = Vec::new();
        let mut at = url.clone();
        loop {
            match self.request(&at) {
                Reply::Status { status: status @ (301 | 302 | 303 | 307 | 308), to: Some(to), .. } => {
                    if steps.len() == MOST_STEPS || to == at {
                        return Ok(Answer::Dead(format!("{} redirects", steps.len() + 1)));
                    }
                    steps.push(Step { to: to.clone(), permanent: matches!(status, 301 | 308) });
                    at = to;
                }
                Reply::Status { status, pause, .. } => {
                    return of_status(status, steps).ok_or_else(|| (format!("HTTP {status}"), pause));
                }
                Reply::Failed(Failure::Final(answer)) => return Ok(answer),
                Reply::Failed(Failure::Broken(reason)) => return Err((reason, None)),
            }
        }
    }

    /// By its head, or where that is refused or unknown, by itself.
    fn request(&self, url: &Url) -> Reply {
        match self.send(url, Method::Head) {
            Reply::Status { status: 400..=428 | 430..=599, .. } | Reply::Failed(Failure::Broken(_)) => self.send(url, Method::Get),
            reply => reply,
        }
    }

    fn send(&self, url: &Url, method: Method) -> Reply {
        let sent = match method {
            Method::Head => self.agent.head(url.as_str()).call(),
            Method::Get => self.agent.get(url.as_str()).call(),
        };
        match sent {
            Ok(response) => {
                let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok());
                let to = header("location").and_then(|location| url.join(location).ok());
                let to = to.filter(|to| matches!(to.scheme(), "http" | "https"));
                let pause = header("retry-after").and_then(|seconds| seconds.trim().parse().ok()).map(Duration::from_secs);
                Reply::Status { status: response.status().as_u16(), to, pause }
            }
            Err(error) => Reply::Failed(failure(&error)),
        }
    }
}

fn failure(error: &Error) -> Failure {
    let dead = |reason: &str| Failure::Final(Answer::Dead(reason.to_owned()));
    match error {
        Error::Timeout(_) => Failure::Final(Answer::Slow),
        Error::HostNotFound => dead("DNS"),
        Error::BadUri(_) | Error::Http(_) => dead("URL"),
        Error::Rustls(error) => dead(&format!("TLS: {error}")),
        Error::Tls(reason) => dead(&format!("TLS: {reason}")),
        Error::ConnectionFailed => dead("connection refused"),
        Error::Io(error) => match error.kind() {
            ErrorKind::ConnectionRefused => dead("connection refused"),
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Failure::Final(Answer::Slow),
            // What the handshake refuses arrives wrapped.
            ErrorKind::InvalidData | ErrorKind::Other if error.source().is_some() || error.get_ref().is_some() => {
                dead(&format!("TLS: {error}"))
            }
            _ => Failure::Broken(error.kind().to_string()),
        },
        other => Failure::Broken(other.to_string()),
    }
}
