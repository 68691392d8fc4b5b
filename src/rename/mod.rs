//! A page, a folder or an attachment under another name: what that changes in the content, and the
//! change itself.
//!
//! [`names`] understands what was typed and gives each file its new name; [`changes`] gives the
//! lines of other files that follow from it: every link in content is written anew where it would
//! lead elsewhere or nowhere, and each address that was ever published becomes an entry of
//! `aliases`. Both are pure. All changes are bytes in the place of bytes: what is not part of one
//! stays as it was, line ends, byte order mark and comments too.
//!
//! [`apply`] alone writes, in an order in which no text is ever only half there:
//!
//! 1. Every new text is written whole beside the place where it belongs, under a hidden name.
//! 2. Each moved file gets its new name; where its text changes, that is the new text, and the old
//!    file stays. Nothing is ever put over another file.
//! 3. Each other file whose links change is exchanged for its new text, in one step, if it is still
//!    what was read.
//! 4. The old files go, the page last, and the folders that are empty then.
//!
//! If one of these steps fails, what was done is undone. A run that is killed leaves all texts,
//! some of them under both names; `check` says so (two pages for one address), and the same command
//! again finishes the work: what is there already, with the very bytes, is taken for done.

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
pub use renaming::{Renaming, rename};
