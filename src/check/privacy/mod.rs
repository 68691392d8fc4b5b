//! Nothing about private persons is published by mistake (PD1–PD3): in pages, in data files, inside
//! attachments.

mod allow_unused;
mod kinds;
mod numbers;
mod persons;
mod public_numbers;
mod published;
mod runs;

pub(super) use public_numbers::PublicNumbers;

use super::Check;

pub(super) const ALL: &[Check] = &[numbers::ON_PAGES, numbers::BESIDE_PAGES, allow_unused::CHECK, persons::ON_PAGES, persons::BESIDE_PAGES];
