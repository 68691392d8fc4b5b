//! Personal data is not published by mistake (PD1–PD3), on pages, in data files or in attachments.

mod allow_unused;
mod check_digit;
mod columns;
mod doubled;
mod kinds;
mod numbers;
mod persons;
mod public_numbers;
mod published;
mod runs;

pub(super) use public_numbers::PublicNumbers;

use super::Check;

pub(super) const ALL: &[Check] = &[numbers::ON_PAGES, numbers::BESIDE_PAGES, allow_unused::CHECK, persons::ON_PAGES, persons::BESIDE_PAGES];
