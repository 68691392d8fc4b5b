//! Figures of assessments agree with each other and with the rules of their year (SC1–SC10; algebra
//! in MA1–MA4).
//!
//! Every rule looks at [`Figures`](figures::Figures): the figures of one page, or of one year of
//! `assessments.yaml`, with the list of the year that they are about. Where the paper says
//! something else than what is meant (`as_written`), both are looked at.

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
