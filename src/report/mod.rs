//! Severity and output of diagnostics.
//!
//! [`severity_policy`] alone decides severities; [`print`](mod@print) alone prints.

pub(crate) mod excerpt;
pub mod print;
mod sarif;
pub mod severity_policy;
mod snippet;
mod sources;
