//! What is served.

use std::path::PathBuf;

use axum::body::Bytes;

/// What is served. One call is answered by one immutable generation of it.
pub trait Pages: Send + Sync + 'static {
    /// The answer to `path`: percent-decoded, begins with `/`, without its query. Called on a
    /// thread that may be busy for some milliseconds. A panic becomes an answer with status 500;
    /// the server goes on.
    fn answer(&self, path: &str, query: Option<&str>) -> PageResponse;
}

/// What a browser gets; what HTTP asks for besides (conditions, ranges, `HEAD`) is done here.
#[derive(Clone, Debug)]
pub struct PageResponse {
    /// The status: 200, 301, 404 and so on.
    pub status: u16,
    /// The media type, with its charset.
    pub content_type: String,
    /// What follows.
    pub body: PageBody,
    /// Where a redirect leads, percent-encoded.
    pub location: Option<String>,
}

/// What follows the headers.
#[derive(Clone, Debug)]
pub enum PageBody {
    /// All of it.
    Bytes(Bytes),
    /// A regular file, sent as it is when it is opened, with the size that it has then; links are
    /// not followed.
    File(PathBuf),
}
