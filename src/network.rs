//! One request to a web server, and what came of it; the only user of `ureq`.
//!
//! Nothing is followed or tried again here: what a redirect or trouble means is for those who ask.

use std::error::Error as _;
use std::io::{ErrorKind, Read};
use std::time::Duration;

use ureq::{Agent, Error};
use url::Url;

/// Asks; may be shared.
pub(crate) struct Client {
    agent: Agent,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    /// Only what stands before the body.
    Head,
    /// All of it.
    Get,
}

/// What a server answered; the body is read by whoever wants it.
pub(crate) struct Response {
    pub(crate) status: u16,
    /// Where a redirect leads, if that is a web address.
    pub(crate) location: Option<Url>,
    /// How long the server asks to be left alone.
    pub(crate) pause: Option<Duration>,
    body: ureq::Body,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// None in time.
    Slow,
    /// There is nobody to answer; why, in words of the network.
    Dead(String),
    /// Another try may help; why.
    Broken(String),
}

impl Client {
    /// Waits `patience` for each answer, its body included; `purpose` tells servers who is asking.
    pub(crate) fn new(patience: Duration, purpose: &str) -> Self {
        let name = format!("Mozilla/5.0 (compatible; prongsai/{}; {purpose})", env!("CARGO_PKG_VERSION"));
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

    /// One request.
    pub(crate) fn send(&self, method: Method, url: &Url) -> Result<Response, Failure> {
        let sent = match method {
            Method::Head => self.agent.head(url.as_str()).call(),
            Method::Get => self.agent.get(url.as_str()).call(),
        };
        sent.map(|response| read(response, url)).map_err(|error| failure(&error))
    }

    /// The file at `url` as its bytes are, with another patience than that of the others.
    pub(crate) fn get_within(&self, patience: Duration, url: &Url) -> Result<Response, Failure> {
        let request = self.agent.get(url.as_str()).header("accept-encoding", "identity");
        let sent = request.config().timeout_global(Some(patience)).build().call();
        sent.map(|response| read(response, url)).map_err(|error| failure(&error))
    }
}

impl Response {
    /// The body, as it comes; it ends with an error when the time is over.
    pub(crate) fn into_reader(self) -> impl Read {
        ResponseReader(self.body.into_reader())
    }
}

/// A body that tells of the end of the time as others do.
struct ResponseReader(ureq::BodyReader<'static>);

impl Read for ResponseReader {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let is_slow = |error: &std::io::Error| {
            let cause = error.get_ref().and_then(|cause| cause.downcast_ref::<Error>());
            matches!(cause, Some(Error::Timeout(_)))
        };
        self.0.read(buffer).map_err(|error| if is_slow(&error) { ErrorKind::TimedOut.into() } else { error })
    }
}

fn read(response: ureq::http::Response<ureq::Body>, url: &Url) -> Response {
    let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok());
    let location = header("location").and_then(|location| url.join(location).ok());
    let location = location.filter(|to| matches!(to.scheme(), "http" | "https"));
    let pause = header("retry-after").and_then(|seconds| seconds.trim().parse().ok()).map(Duration::from_secs);
    Response { status: response.status().as_u16(), location, pause, body: response.into_body() }
}

fn failure(error: &Error) -> Failure {
    let dead = |reason: &str| Failure::Dead(reason.to_owned());
    match error {
        Error::Timeout(_) => Failure::Slow,
        Error::HostNotFound => dead("DNS"),
        Error::BadUri(_) | Error::Http(_) => dead("URL"),
        Error::Rustls(error) => dead(&format!("TLS: {error}")),
        Error::Tls(reason) => dead(&format!("TLS: {reason}")),
        Error::ConnectionFailed => dead("connection refused"),
        Error::Io(error) => match error.kind() {
            ErrorKind::ConnectionRefused => dead("connection refused"),
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Failure::Slow,
            // What the handshake refuses arrives wrapped.
            ErrorKind::InvalidData | ErrorKind::Other if error.source().is_some() || error.get_ref().is_some() => {
                dead(&format!("TLS: {error}"))
            }
            _ => Failure::Broken(error.kind().to_string()),
        },
        other => Failure::Broken(other.to_string()),
    }
}
