//! What becomes of findings: their severity is decided, and they are shown to people and programs.
//!
//! Severity is decided once, in [`severity_policy`]; nobody prints findings but
//! [`print`](mod@print).

pub(crate) mod excerpt;
pub mod print;
mod sarif;
pub mod severity_policy;
mod snippet;
mod sources;
