//! Files beside the pages: an assessor can open, search and tell them apart (MODEL B.4).

use super::Check;

pub(super) const ALL: &[Check] = &[];
