//! The body, its place and its divisions have one name each (MODEL A.6, ID).

use super::Check;

pub(super) const ALL: &[Check] = &[];
