//! Nothing about private persons is published by mistake (MODEL A.6 PD, PDPA): in pages, in data files, inside attachments.

mod kinds;
mod numbers;
mod persons;
mod published;
mod runs;

use super::Check;

pub(super) const ALL: &[Check] = &[numbers::CHECK, persons::CHECK];
