//! Builds HTTP responses: conditional requests and ranges (RFC 9110, 13 and 14).

use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse as _, Response};
use percent_encoding::{CONTROLS, utf8_percent_encode};

use super::etag;
use super::pages::PageResponse;
use super::range::{self, ByteRange};
use super::refusal::Rejection;
use super::representation::Representation;

/// Converts a page to an HTTP response; for `HEAD` with the headers of `GET`.
pub(super) fn reply(answer: PageResponse, method: &Method, asked: &HeaderMap) -> Result<Response, Rejection> {
    let all = Representation::of(answer.body)?;
    let status = StatusCode::from_u16(answer.status).map_err(|_| Rejection::Failed)?;
    let mut headers = HeaderMap::new();
    headers.insert(header::ETAG, text(&all.tag)?);
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    if let Some(location) = answer.location {
        headers.insert(header::LOCATION, text(&utf8_percent_encode(&location, CONTROLS).to_string())?);
    }
    if status == StatusCode::OK && fields(asked, header::IF_NONE_MATCH).any(|value| etag::is_listed(value, &all.tag)) {
        headers.insert(header::CONTENT_LENGTH, all.size.into());
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    headers.insert(header::CONTENT_TYPE, text(&answer.content_type)?);
    let (status, start, length) = match wanted(asked, &all).filter(|_| status == StatusCode::OK && method == Method::GET) {
        Some(ByteRange::Part { start, length }) => {
            let range = format!("bytes {start}-{}/{}", start + length - 1, all.size);
            headers.insert(header::CONTENT_RANGE, text(&range)?);
            (StatusCode::PARTIAL_CONTENT, start, length)
        }
        Some(ByteRange::Nothing) => {
            return Ok(([(header::CONTENT_RANGE, format!("bytes */{}", all.size))], Rejection::Range).into_response());
        }
        Some(ByteRange::Whole) | None => (status, 0, all.size),
    };
    headers.insert(header::CONTENT_LENGTH, length.into());
    Ok((status, headers, all.part(start, length)?).into_response())
}

fn text(value: &str) -> Result<HeaderValue, Rejection> {
    HeaderValue::from_str(value).map_err(|_| Rejection::Failed)
}

fn fields(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = &str> {
    headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok())
}

/// The requested range; `None` unless there is exactly one `Range` header, or if `If-Range` names
/// another version.
fn wanted(asked: &HeaderMap, all: &Representation) -> Option<ByteRange> {
    let mut ranges = fields(asked, header::RANGE);
    let range = ranges.next().filter(|_| ranges.next().is_none())?;
    let is_current = fields(asked, header::IF_RANGE).all(|tag| tag == all.tag);
    is_current.then(|| range::read(range, all.size))
}
