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
mod pages;
mod patience;
mod range;
mod refusal;
mod respond;
mod server;

/// Bytes that are shared, not copied.
pub use hyper::body::Bytes;

pub use events::{EVENTS, Event, Events};
pub use limits::Limits;
pub use listen::{Bind, Ports};
pub use pages::{Answer, Body, Pages};
pub use server::Server;
