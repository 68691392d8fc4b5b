//! Years, dates and periods are consistent (YR1–YR10).

mod backwards;
mod before_adoption;
mod cadence;
mod freeze;
mod headings;
mod in_future;
mod no_such_day;
mod not_stated;
mod period_outside;
mod progress_soon;
mod results;
mod security_expired;
mod short;
mod subject;

use super::Check;

pub(super) const ALL: &[Check] = &[
    in_future::CHECK,
    results::CHECK,
    security_expired::CHECK,
    headings::CHECK,
    period_outside::CHECK,
    before_adoption::CHECK,
    cadence::CHECK,
    progress_soon::CHECK,
    not_stated::CHECK,
    short::CHECK,
    no_such_day::CHECK,
    backwards::CHECK,
    freeze::CHECK,
];
