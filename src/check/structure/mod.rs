//! Plans and reports are complete and consistent (ST1–ST11).

mod done_without_result;
mod indicator_numbers;
mod indicator_without_measure;
mod list_numbers;
mod measure_differs;
mod measure_elsewhere;
mod measure_twice;
mod other_instrument;
mod plan_against_progress;
mod plan_missing;
mod plan_year;
mod reported_twice;
mod status_missing;
mod unknown_indicator;
mod unnumbered_progress;
mod witness;
mod wording;

use super::Check;

pub(super) const ALL: &[Check] = &[
    done_without_result::CHECK,
    indicator_numbers::CHECK,
    indicator_without_measure::CHECK,
    list_numbers::CHECK,
    measure_differs::CHECK,
    measure_elsewhere::CHECK,
    measure_twice::CHECK,
    other_instrument::CHECK,
    plan_against_progress::CHECK,
    plan_missing::CHECK,
    plan_year::CHECK,
    reported_twice::CHECK,
    status_missing::CHECK,
    unknown_indicator::CHECK,
    unnumbered_progress::CHECK,
    witness::CHECK,
    wording::CHECK,
];
