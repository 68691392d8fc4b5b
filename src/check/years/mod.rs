//! Years, dates and periods fit together (MODEL A.6, YR).

mod in_future;

use super::Check;

pub(super) const ALL: &[Check] = &[in_future::CHECK];
