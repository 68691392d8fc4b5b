//! Errors in the content, with positions and repairs.
//!
//! A stage that finds an error creates a [`Diagnostic`]: a permanent code, a [`SourceSpan`] and the
//! values for its message. The messages in Thai and English, the default severity and the
//! explanation are in one Markdown file per code, `src/diagnostics/codes/CODE.md` (see [`codes`]).
//! [`report`](crate::report) applies the severities of the site and prints.
//!
//! To add a diagnostic: write `codes/CODE.md` (copy a short one), and call [`Diagnostic::new`]. No
//! registration is needed; the tests run the case in the file, and fail on a code without a file
//! and a file without a code.

pub mod codes;
mod diagnostic;
mod findings;
mod outcome;
pub mod place;
mod severity;
pub mod words;

pub use diagnostic::Diagnostic;
pub use findings::Diagnostics;
pub use outcome::Outcome;
pub use place::{LineColumn, SourceSpan};
pub use severity::{Purpose, Severity};
