//! Plans and reports are whole and agree with each other (MODEL A.6, ST).

use super::Check;

pub(super) const ALL: &[Check] = &[];
