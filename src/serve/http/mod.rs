//! A small web server for one person at their own machine; it knows nothing of sites, and nobody else names `hyper` or `tokio`.
//!
//! What it serves is a [`Pages`]: a function from a path to an [`Answer`]. No path of a request ever reaches the file system
//! (P32), so nothing can be asked for that was not planned. It listens on the loopback address unless told otherwise (P35), answers only
//! those who call it by its own name ([`gate`]), and bounds everything a stranger can make it hold ([`connections`], [`patience`]; P33).

mod body;
mod connections;
mod etag;
mod events;
mod gate;
mod hosts;
mod limits;
mod listen;
mod patience;
mod range;
mod refusal;
mod respond;
mod server;

use std::path::PathBuf;

/// Bytes that are shared, not copied.
pub use hyper::body::Bytes;

pub use events::{EVENTS, Event, Events};
pub use limits::Limits;
pub use listen::{Bind, Ports};
pub use server::Server;

/// What is served. One call is answered by one immutable generation of it.
pub trait Pages: Send + Sync + 'static {
    /// The answer to `path`: percent-decoded, begins with `/`, without its query. Called on a thread that may be busy for some milliseconds.
    /// A panic becomes an answer with status 500; the server goes on.
    fn answer(&self, path: &str, query: Option<&str>) -> Answer;
}

/// What a browser gets; what HTTP asks for besides (conditions, ranges, `HEAD`) is done here.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status: 200, 301, 404 and so on.
    pub status: u16,
    /// The media type, with its charset.
    pub content_type: String,
    /// What follows.
    pub body: Body,
    /// Where a redirect leads, percent-encoded.
    pub location: Option<String>,
}

/// What follows the headers.
#[derive(Clone, Debug)]
pub enum Body {
    /// All of it.
    Bytes(Bytes),
    /// A regular file, sent as it is when it is opened, with the size that it has then; links are not followed.
    File(PathBuf),
}
