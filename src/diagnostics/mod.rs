//! What is wrong with the content, where, and how to mend it.
//!
//! A stage that finds a mistake makes a [`Diagnostic`]: a permanent code, a [`SourceSpan`] and the
//! values that its words need. The words themselves, Thai and English side by side, the default
//! severity and the long explanation stand in one Markdown file per code,
//! `src/diagnostics/codes/CODE.md` (see [`codes`]). What a site decides about severities, and how
//! findings are printed, is the business of [`report`](crate::report).
//!
//! To add a diagnostic: write `codes/CODE.md` (copy a short one), call [`Diagnostic::new`] with it.
//! Nothing is to be registered; the tests run the case in the file and fail on a code without a
//! file and on a file without a code.

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
