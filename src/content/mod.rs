//! From files to documents: each Markdown file understood on its own, before anything knows where it belongs among the others.

mod assessments;
mod discover;
mod document;
pub mod front_matter;
mod home;
mod known;
mod other_versions;
mod page_ids;
mod parts;
mod read;
mod refusals;
mod split;

pub use discover::{Attachment, Role, page_of_office_document, role};
pub use document::{Body, Content, Document};
pub use home::Home;
pub use known::Known;
pub use page_ids::{block_ids, page_ids, table_names};
pub use read::{Edited, read, read_edited};
pub(crate) use split::split;
