//! Parses files into documents: each Markdown file on its own, independent of the site.

mod assessments;
mod declared_files;
mod discover;
mod document;
pub mod front_matter;
mod other_versions;
mod page_ids;
mod parse_cache;
mod parts;
mod read;
mod refusals;
mod route;
mod split;
mod stored_document;

pub use declared_files::{DECLARED_FILES, DeclaredFile};
pub(crate) use discover::is_active_in_archive;
pub use discover::{Attachment, FileRole, page_of_office_document, role};
pub use document::{Body, Content, Document};
pub(crate) use other_versions::left_behind;
pub use page_ids::{block_ids, page_ids, program_ids, table_names, text_table_name};
pub use parse_cache::ParseCache;
pub use read::{EditedDocument, read, read_edited};
pub use route::Route;
pub(crate) use split::split;
