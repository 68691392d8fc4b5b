//! Assessment figures are consistent with each other and with the rules of their year (SC1–SC10;
//! algebra in MA1–MA4).
//!
//! Each check runs on [`Figures`](figures::Figures): the figures of a page or of one year of
//! `assessments.yaml`, with the checklist of the assessed year. If the wording on paper
//! (`as_written`) differs from the value, both are checked.

mod attainable;
mod claim;
mod differs;
mod figures;
mod grade;
mod in_words;
mod mean;
mod questions;
mod range;
mod sample;
mod target;
mod total;
mod twice;
mod yes_no;

use super::Check;

pub(super) const ALL: &[Check] = &[
    target::CHECK,
    in_words::CHECK,
    grade::CHECK,
    total::CHECK,
    attainable::CHECK,
    questions::CHECK,
    mean::CHECK,
    sample::CHECK,
    yes_no::CHECK,
    twice::CHECK,
    range::CHECK,
    differs::CHECK,
];
