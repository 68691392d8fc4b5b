//! The work that every engine does, and how it is measured.
//!
//! A site in small: [text](sources) → [`Document`] → [`Facts`]; all facts together are the site; a
//! document and the facts of the pages that it links to give a [`Page`]. All of these are pure
//! functions that know no engine. An [`Engine`](measured::Engine) decides which of them run again.

mod check;
mod document;
mod facts;
pub mod flat_file;
mod hash;
pub mod measured;
pub mod own;
mod page;
pub mod sources;

pub use document::{Document, Field, Heading, Link, Span};
pub use facts::Facts;
pub use hash::{Sha256, sha256};
pub use page::{Finding, Page, page};

/// Errors of the machine.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;
