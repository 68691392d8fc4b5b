//! The interface between server and content.

use std::path::PathBuf;

use axum::body::Bytes;

/// Content of the server. One call is answered from one immutable generation.
pub trait Pages: Send + Sync + 'static {
    /// Responds to `path`, which is percent-decoded, begins with `/` and has no query. Called on a
    /// thread that may block for some milliseconds. A panic becomes a response with status 500; the
    /// server continues.
    fn answer(&self, path: &str, query: Option<&str>) -> PageResponse;
}

/// Response content; conditional requests, ranges and `HEAD` are handled by the server.
#[derive(Clone, Debug)]
pub struct PageResponse {
    /// Status code: 200, 301, 404 …
    pub status: u16,
    /// Media type with charset.
    pub content_type: String,
    /// Response body.
    pub body: PageBody,
    /// Target of a redirect, percent-encoded.
    pub location: Option<String>,
}

/// Response body.
#[derive(Clone, Debug)]
pub enum PageBody {
    /// Bytes in memory.
    Bytes(Bytes),
    /// A regular file, sent with the content and size it has when opened; symbolic links are not
    /// followed.
    File(PathBuf),
}
