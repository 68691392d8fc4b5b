//! Figures of assessments agree with each other and with the rules of their year (MODEL A.6, SC; algebra in A.8).

use super::Check;

pub(super) const ALL: &[Check] = &[];
