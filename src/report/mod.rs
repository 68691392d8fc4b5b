//! What becomes of findings: their severity is decided, and they are shown to people and programs.
//!
//! Severity is decided once, in [`gate`]; nobody prints findings but [`print`](mod@print).

pub(crate) mod excerpt;
pub mod gate;
pub mod print;
mod sarif;
mod snippet;
mod sources;
