//! A small web server for one person at their own machine; it knows nothing of sites, and nobody
//! else names `axum`, `hyper` or `tokio`.
//!
//! What it serves is a [`Pages`]: a function from a path to an [`PageResponse`]. No path of a
//! request ever reaches the file system (P32), so nothing can be asked for that was not planned. It
//! listens on the loopback address unless told otherwise (P35), answers only those who call it by
//! its own name ([`guard`]), and bounds everything a stranger can make it hold ([`connections`],
//! [`stall_guard`]; P33).

mod connections;
mod etag;
mod events;
mod guard;
mod hosts;
mod limits;
mod listen;
mod pages;
mod range;
mod refusal;
mod representation;
mod respond;
mod routes;
mod server;
mod stall_guard;

/// Bytes that are shared, not copied.
pub use axum::body::Bytes;

pub use events::{EVENTS, EventSender, ServerEvent};
pub use limits::ServerLimits;
pub use listen::{Bind, Ports};
pub use pages::{PageBody, PageResponse, Pages};
pub use server::Server;
