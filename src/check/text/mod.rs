//! The text is as its author meant it, not as a scanner read it (MODEL A.6, TX).

mod after_hash;
mod titles;

use super::Check;

pub(super) const ALL: &[Check] = &[after_hash::CHECK, titles::CHECK];
