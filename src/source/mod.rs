//! The one stage that reads: a folder becomes a [`SourceTree`] in memory.
//!
//! Nothing outside the root is ever read: links are reported and not followed, and only regular
//! files are opened, through the one function in [`open`] (P23). What looks like a backup or a lock
//! of an editor is not part of the site (P25).

mod conflict;
mod copy_name;
mod encoding;
mod foreign_name;
mod left_over;
mod open;
mod original;
mod own_computer;
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
pub use open::open_regular;
pub use original::{FileSnapshot, Original};
pub use own_computer::on_own_computer;
pub use stamp::{Stamp, stamps};
pub use text::{StorageMode, Text};
pub use tree::{Blob, SourceTree, TextFile};
