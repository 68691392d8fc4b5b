//! The text is as its author meant it, without scanning errors (TX1–TX7).

mod after_hash;
mod cut_off;
mod direction;
mod escapes;
mod layout_leftovers;
mod memo_number;
mod mis_decoded;
mod mixed_digits;
mod numbers;
mod ocr_confusion;
mod question_code;
mod thai_marks;
mod titles;

use super::Check;

pub(super) const ALL: &[Check] = &[
    titles::CHECK,
    after_hash::CHECK,
    after_hash::IN_YAML,
    mixed_digits::CHECK,
    question_code::CHECK,
    thai_marks::CHECK,
    layout_leftovers::CHECK,
    cut_off::CHECK,
    memo_number::CHECK,
    ocr_confusion::CHECK,
    direction::PAGES,
    direction::DATA,
    escapes::CHECK,
    mis_decoded::CHECK,
];
