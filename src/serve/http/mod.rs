//! A small web server for one user on their own machine. It knows nothing of sites, and no other
//! module uses `axum`, `hyper` or `tokio`.
//!
//! It serves a [`Pages`]: a function from a path to a [`PageResponse`]. No request path ever
//! reaches the file system (P32), so only planned outputs can be requested. It listens on the
//! loopback address by default (P35), accepts only requests under its own names ([`guard`]), and
//! limits all resources that a client can hold ([`connections`], [`stall_guard`]; P33).

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

/// Reference-counted bytes.
pub use axum::body::Bytes;

pub use events::{EVENTS, EventSender, ServerEvent};
pub use limits::ServerLimits;
pub use listen::{Bind, Ports};
pub use pages::{PageBody, PageResponse, Pages};
pub use server::Server;
