//! HTTP client for single requests; the only module that uses `ureq`.
//!
//! Does not follow redirects or retry: callers decide.

use std::error::Error as _;
use std::io::{ErrorKind, Read};
use std::time::Duration;

use flate2::read::MultiGzDecoder;
use ureq::{Agent, Error};
use url::Url;

/// HTTP client; can be shared between threads.
pub(crate) struct Client {
    agent: Agent,
}

/// Request method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    /// Headers only.
    Head,
    /// Headers and body.
    Get,
}

/// A response whose body is not yet read.
pub(crate) struct Response {
    pub(crate) status: u16,
    /// Redirect target, if it is an `http` or `https` URL.
    pub(crate) location: Option<Url>,
    /// Delay requested by `Retry-After`, in seconds only.
    pub(crate) pause: Option<Duration>,
    /// Media type without parameters, in small letters; empty if none is stated.
    pub(crate) media_type: String,
    /// How the body is packed.
    pub(crate) coding: ContentCoding,
    body: ureq::Body,
}

/// How the body of a response is packed; some servers and caches pack whatever was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ContentCoding {
    /// Not at all.
    Identity,
    /// As gzip, which is read.
    Gzip,
    /// Otherwise.
    Other(String),
}

impl ContentCoding {
    fn of_header(header: &str) -> Self {
        match header.trim().to_ascii_lowercase().as_str() {
            "" | "identity" => ContentCoding::Identity,
            "gzip" | "x-gzip" => ContentCoding::Gzip,
            other => ContentCoding::Other(other.to_owned()),
        }
    }
}

/// Reason for a missing response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// Timeout.
    Slow,
    /// Permanent failure, with the reason (DNS, URL, TLS, connection refused).
    Dead(String),
    /// Possibly transient failure, with the reason.
    Broken(String),
}

impl Client {
    /// `patience` is the timeout per request including the body; `purpose` names the client to
    /// servers.
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

    /// Sends one request.
    pub(crate) fn send(&self, method: Method, url: &Url) -> Result<Response, Failure> {
        let sent = match method {
            Method::Head => self.agent.head(url.as_str()).call(),
            Method::Get => self.agent.get(url.as_str()).call(),
        };
        sent.map(|response| read(response, url)).map_err(|error| failure(&error))
    }

    /// Gets `url` without content encoding, with its own timeout.
    pub(crate) fn get_within(&self, patience: Duration, url: &Url) -> Result<Response, Failure> {
        let request = self.agent.get(url.as_str()).header("accept-encoding", "identity");
        let sent = request.config().timeout_global(Some(patience)).build().call();
        sent.map(|response| read(response, url)).map_err(|error| failure(&error))
    }
}

impl Response {
    /// Streams the body as it was sent; returns [`ErrorKind::TimedOut`] when the timeout expires.
    pub(crate) fn into_reader(self) -> impl Read {
        ResponseReader(self.body.into_reader())
    }

    /// The same without gzip. The caller must limit what it reads.
    pub(crate) fn into_unpacked(self) -> Box<dyn Read> {
        let is_packed = self.coding == ContentCoding::Gzip;
        let reader = ResponseReader(self.body.into_reader());
        if is_packed { Box::new(MultiGzDecoder::new(reader)) } else { Box::new(reader) }
    }
}

/// Maps timeouts of `ureq` to [`ErrorKind::TimedOut`].
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
    // Many servers of PHP send Thai addresses as they are.
    let location = response.headers().get("location").and_then(|value| std::str::from_utf8(value.as_bytes()).ok());
    let location = location.and_then(|location| url.join(location).ok());
    let location = location.filter(|to| matches!(to.scheme(), "http" | "https"));
    let pause = header("retry-after").and_then(|seconds| seconds.trim().parse().ok()).map(Duration::from_secs);
    let media_type = header("content-type").and_then(|kind| kind.split(';').next()).unwrap_or_default().trim().to_ascii_lowercase();
    let coding = ContentCoding::of_header(header("content-encoding").unwrap_or_default());
    Response { status: response.status().as_u16(), location, pause, media_type, coding, body: response.into_body() }
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
            // Errors of the TLS handshake arrive wrapped in an I/O error.
            ErrorKind::InvalidData | ErrorKind::Other if error.source().is_some() || error.get_ref().is_some() => {
                dead(&format!("TLS: {error}"))
            }
            _ => Failure::Broken(error.kind().to_string()),
        },
        other => Failure::Broken(other.to_string()),
    }
}
