//! Renames a page, folder or attachment, and updates the content that refers to it.
//!
//! [`names`] parses the arguments and maps each file to its new path. [`changes`] computes the
//! edits of other files: it rewrites every link whose target would change or vanish, and adds every
//! published address to `aliases`. Both are pure. All changes are replacements of byte ranges, so
//! the rest of a file, with line ends, byte order mark and comments, stays unchanged.
//!
//! [`apply`] alone writes, in an order that never leaves a file half written:
//!
//! 1. Write each new text to a hidden temporary file beside its destination.
//! 2. Put each new file at its path, and each moved one at its new path, with the new text if it
//!    changes; the old file stays. No file is ever overwritten.
//! 3. Replace each other changed file atomically, if it still has the bytes that were read.
//! 4. Remove the old files, the page last, then folders left empty.
//!
//! A failed step undoes the steps before it. A killed run loses no text, but may leave files under
//! both names; `check` reports two pages for one address, and repeating the command completes the
//! work: files already in place with the expected bytes count as done.

mod aliases;
mod apply;
mod changes;
mod edit;
mod fix_links;
mod names;
mod refused;
mod renaming;
mod yaml_edit;

pub use apply::{FileMove, RenamePlan, Rewrite, apply};
pub use changes::RenameEdits;
pub use edit::{Edit, Edits, edited};
pub use fix_links::changes;
pub use names::{RenamedFiles, TypedNames, names};
pub use refused::NotMoved;
pub(crate) use renaming::worse;
pub use renaming::{Renaming, rename};
pub(crate) use yaml_edit::list_edits;
