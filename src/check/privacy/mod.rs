//! No private person is exposed (MODEL A.6, PD; PDPA 2562).

use super::Check;

pub(super) const ALL: &[Check] = &[];
