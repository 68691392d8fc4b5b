//! One request, and its answer.

use std::convert::Infallible;
use std::fs::File;
use std::io::{Seek, SeekFrom};
use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;

use hyper::body::{Body as _, Bytes, Incoming};
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::http::request::Parts;
use hyper::{Method, Request, Response, StatusCode};
use percent_encoding::{CONTROLS, utf8_percent_encode};

use super::body::{BodyContent, ResponseBody};
use super::connections::{ConnectionSlot, InFlight};
use super::events::{EVENTS, EventSender};
use super::hosts::Hosts;
use super::limits::ServerLimits;
use super::range::{self, ByteRange};
use super::refusal::Rejection;
use super::{PageBody, PageResponse, Pages, etag, guard};
use crate::retry_budget::RetryBudget;
use crate::source::open_regular;

/// What all connections share.
pub(super) struct ServerState {
    pub(super) pages: Arc<dyn Pages>,
    pub(super) hosts: Hosts,
    pub(super) events: EventSender,
    pub(super) events_path: String,
    pub(super) limits: ServerLimits,
}

/// What is said before the body.
type Reply = Response<BodyContent>;

/// Answers a request that came to the address `local`.
pub(super) async fn respond(
    request: Request<Incoming>,
    shared: Arc<ServerState>,
    place: Arc<ConnectionSlot>,
    local: IpAddr,
) -> Result<Response<ResponseBody>, Infallible> {
    let turn = place.turn();
    let (parts, body) = request.into_parts();
    let mut reply = match guard::admit(&parts, &shared.hosts, local) {
        Ok(path) => page(parts, path, &shared, &turn).await.unwrap_or_else(refuse),
        Err(refusal) => refuse(refusal),
    };
    let mut set = |name: HeaderName, value: &'static str| reply.headers_mut().insert(name, HeaderValue::from_static(value));
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "no-referrer");
    set(header::CACHE_CONTROL, "no-cache");
    if !body.is_end_stream() {
        // A body is not read; where the next request would begin is not known then.
        set(header::CONNECTION, "close");
    }
    Ok(reply.map(|content| content.during(turn)))
}

async fn page(parts: Parts, path: String, shared: &ServerState, turn: &InFlight) -> Result<Reply, Rejection> {
    if path.starts_with(EVENTS) {
        return match path == shared.events_path {
            true => Ok(events(&parts, shared, turn)),
            false => Err(Rejection::Gone),
        };
    }
    let pages = Arc::clone(&shared.pages);
    // A panic ends only this.
    let made = tokio::task::spawn_blocking(move || {
        let answer = pages.answer(&path, parts.uri.query());
        reply(answer, &parts.method, &parts.headers)
    });
    made.await.unwrap_or(Err(Rejection::Failed))
}

fn events(parts: &Parts, shared: &ServerState, turn: &InFlight) -> Reply {
    let content = match parts.method == Method::HEAD {
        true => BodyContent::none(),
        false => {
            turn.listen();
            BodyContent::Events(shared.events.stream(shared.limits.ping))
        }
    };
    let mut reply = Response::new(content);
    reply.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    reply
}

fn refuse(refusal: Rejection) -> Reply {
    let words = Bytes::from(refusal.words());
    let length = words.len();
    let mut reply = Response::new(BodyContent::Bytes(words));
    *reply.status_mut() = refusal.status();
    let headers = reply.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    headers.insert(header::CONTENT_LENGTH, length.into());
    if refusal == Rejection::Method {
        headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    reply
}

/// An answer as HTTP wants it.
fn reply(answer: PageResponse, method: &Method, asked: &HeaderMap) -> Result<Reply, Rejection> {
    let all = Representation::of(answer.body)?;
    let status = StatusCode::from_u16(answer.status).map_err(|_| Rejection::Failed)?;
    let mut headers = HeaderMap::new();
    headers.insert(header::ETAG, text(&all.tag)?);
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    if let Some(location) = answer.location {
        headers.insert(header::LOCATION, text(&utf8_percent_encode(&location, CONTROLS).to_string())?);
    }
    if status == StatusCode::OK && fields(asked, header::IF_NONE_MATCH).any(|value| etag::is_listed(value, &all.tag)) {
        return Ok(with(BodyContent::none(), StatusCode::NOT_MODIFIED, headers));
    }
    headers.insert(header::CONTENT_TYPE, text(&answer.content_type)?);
    let (status, start, length) = match wanted(asked, &all).filter(|_| status == StatusCode::OK && method == Method::GET) {
        Some(ByteRange::Part { start, length }) => {
            let range = format!("bytes {start}-{}/{}", start + length - 1, all.size);
            headers.insert(header::CONTENT_RANGE, text(&range)?);
            (StatusCode::PARTIAL_CONTENT, start, length)
        }
        Some(ByteRange::Nothing) => {
            let mut reply = refuse(Rejection::Range);
            reply.headers_mut().insert(header::CONTENT_RANGE, text(&format!("bytes */{}", all.size))?);
            return Ok(reply);
        }
        Some(ByteRange::Whole) | None => (status, 0, all.size),
    };
    headers.insert(header::CONTENT_LENGTH, length.into());
    let content = match method == Method::HEAD {
        true => BodyContent::none(),
        false => all.part(start, length)?,
    };
    Ok(with(content, status, headers))
}

fn with(content: BodyContent, status: StatusCode, headers: HeaderMap) -> Reply {
    let mut reply = Response::new(content);
    (*reply.status_mut(), *reply.headers_mut()) = (status, headers);
    reply
}

fn text(value: &str) -> Result<HeaderValue, Rejection> {
    HeaderValue::from_str(value).map_err(|_| Rejection::Failed)
}

fn fields(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = &str> {
    headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok())
}

/// The range that is asked for; a range of what the browser has an older part of is not
/// (`If-Range`).
fn wanted(asked: &HeaderMap, all: &Representation) -> Option<ByteRange> {
    let mut ranges = fields(asked, header::RANGE);
    let range = ranges.next().filter(|_| ranges.next().is_none())?;
    let is_current = fields(asked, header::IF_RANGE).all(|tag| tag == all.tag);
    is_current.then(|| range::read(range, all.size))
}

/// A body before it is known how much of it is sent.
struct Representation {
    source: BodySource,
    size: u64,
    tag: String,
}

enum BodySource {
    Bytes(Bytes),
    File(File),
}

impl Representation {
    fn of(body: PageBody) -> Result<Self, Rejection> {
        match body {
            PageBody::Bytes(bytes) => Ok(Self { size: bytes.len() as u64, tag: etag::of_bytes(&bytes), source: BodySource::Bytes(bytes) }),
            PageBody::File(path) => Self::open(&path).map_err(|_| Rejection::Gone),
        }
    }

    fn open(path: &Path) -> std::io::Result<Self> {
        let file = RetryBudget::default().during(|| open_regular(path))?;
        let metadata = file.metadata()?;
        Ok(Self { size: metadata.len(), tag: etag::of_file(path, &metadata), source: BodySource::File(file) })
    }

    fn part(self, start: u64, length: u64) -> Result<BodyContent, Rejection> {
        match self.source {
            BodySource::Bytes(bytes) => {
                let bound = |at: u64| usize::try_from(at).unwrap_or(bytes.len()).min(bytes.len());
                Ok(BodyContent::Bytes(bytes.slice(bound(start)..bound(start.saturating_add(length)))))
            }
            BodySource::File(mut file) => {
                file.seek(SeekFrom::Start(start)).map_err(|_| Rejection::Gone)?;
                Ok(BodyContent::file(file, length))
            }
        }
    }
}
