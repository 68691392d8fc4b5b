//! Error responses.
//!
//! Plain text in both languages, without any part of the request, so that nothing needs escaping.

use axum::http::StatusCode;
use axum::http::header::{self, HeaderValue};
use axum::response::{IntoResponse, Response};

use crate::base::Lang;
use crate::words;

/// Reason for an error response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rejection {
    /// The `Host` is missing or not accepted.
    Host,
    /// The path is not valid UTF-8, or malformed.
    Path,
    /// The request comes from a page of another site.
    Foreign,
    /// A WebSocket upgrade.
    WebSocket,
    /// A method other than `GET` and `HEAD`.
    Method,
    /// The file no longer exists.
    Gone,
    /// The range is unsatisfiable.
    Range,
    /// Rendering failed.
    Failed,
}

impl Rejection {
    fn status(self) -> StatusCode {
        match self {
            Rejection::Host | Rejection::Path => StatusCode::BAD_REQUEST,
            Rejection::Foreign | Rejection::WebSocket => StatusCode::FORBIDDEN,
            Rejection::Method => StatusCode::METHOD_NOT_ALLOWED,
            Rejection::Gone => StatusCode::NOT_FOUND,
            Rejection::Range => StatusCode::RANGE_NOT_SATISFIABLE,
            Rejection::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The message in both languages, one line each.
    fn words(self) -> String {
        let words = match self {
            Rejection::Host => words::serve::refused_host,
            Rejection::Path => words::serve::refused_path,
            Rejection::Foreign => words::serve::refused_foreign,
            Rejection::WebSocket => words::serve::refused_websocket,
            Rejection::Method => words::serve::refused_method,
            Rejection::Gone => words::serve::refused_gone,
            Rejection::Range => words::serve::refused_range,
            Rejection::Failed => words::serve::refused_failed,
        };
        Lang::ALL.iter().map(|lang| format!("{}\n", words(*lang))).collect()
    }
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        let mut response = (self.status(), [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], self.words()).into_response();
        if self == Rejection::Method {
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        }
        response
    }
}
