//! Reports lines of a body that Markdown renders otherwise than intended: a table shown with its
//! bars, a list joined into a paragraph.
//!
//! The checks read source lines, as the parser only knows the result. All but the term checks run
//! in one pass ([`lines`]) that skips nearly every line after its first byte; code is ignored.

mod addresses;
mod block;
mod conflict;
mod footnotes;
mod foreign;
mod headings;
mod in_data;
mod joined;
mod lines;
mod links;
mod list_marks;
mod run_on;
mod tables;
mod tabs;

use super::Check;

pub(super) const ALL: &[Check] =
    &[lines::CHECK, links::CHECK, foreign::CHECK, conflict::CHECK, in_data::CHECK, in_data::OF_FILES, addresses::CHECK, footnotes::CHECK];
