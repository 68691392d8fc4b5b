//! Lines of a body that look like one thing and became another: a table shown with its bars, a list
//! that ran together into one paragraph.
//!
//! What is wrong is told by the lines, for the parser knows only what they became. All of it but
//! words is seen in one pass ([`lines`]), in which nearly every line is left after its first byte;
//! what stands in code is left alone.

mod block;
mod conflict;
mod foreign;
mod headings;
mod joined;
mod lines;
mod links;
mod list_marks;
mod tables;
mod tabs;

use super::Check;

pub(super) const ALL: &[Check] = &[lines::CHECK, links::CHECK, foreign::CHECK, conflict::CHECK];
