//! The only stage that reads: loads a folder into a [`SourceTree`] in memory.
//!
//! Never reads outside the root: symbolic links are reported and not followed, and regular files
//! are opened only by the one function in [`open`] (P23). Editor backups and lock files are not
//! part of the site (P25).

mod conflict;
mod copy_name;
mod encoding;
mod foreign_name;
mod left_over;
mod open;
mod original;
mod own_computer;
mod read_file;
mod source_file;
mod stamp;
mod text;
mod tree;
mod walk;

pub(crate) use conflict::conflict_mark;
pub use copy_name::{CopyCertainty, copied_from};
pub use encoding::to_utf8;
pub use foreign_name::ForeignName;
pub use left_over::{LeftOver, LeftOverEntry};
pub(crate) use open::folder_number;
pub use open::{open_regular, read_regular};
pub use original::{FileSnapshot, Original};
pub use own_computer::on_own_computer;
pub use source_file::{Blob, TextFile};
pub use stamp::{Stamp, stamps};
pub use text::{StorageMode, Text};
pub use tree::SourceTree;
