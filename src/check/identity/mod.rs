//! Body, place and divisions have consistent names (ID1–ID3), and the base URL is public.

mod base_url;
mod body_name;
mod example_left;
mod other_agency;
mod other_place;
mod unknown_unit;

pub(crate) use body_name::{full_type, full_types};

use super::Check;

pub(super) const ALL: &[Check] =
    &[example_left::FILES, example_left::WORDS, other_agency::CHECK, other_place::CHECK, unknown_unit::CHECK, base_url::CHECK];
