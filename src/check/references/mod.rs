//! Targets of pages exist, are the evidence itself, and are permanent: links, evidence, ids,
//! components (P29, AS7–AS12).

mod components;
mod empty;
mod evidence;
mod home;
mod hosts;
mod ids;
mod intranet;
mod left_over;
mod links;
mod missing;
mod no_picture;
mod no_text;
mod offsite;
mod other_year;
mod places;
mod pointers;
mod raw_url;
mod remote_image;
mod shared;

pub(super) use places::OffsiteIndex;
pub(super) use pointers::Reference;

use super::Check;

pub(super) const ALL: &[Check] = &[
    components::CHECK,
    evidence::CHECK,
    ids::CHECK,
    links::CHECK,
    empty::CHECK,
    home::CHECK,
    shared::CHECK,
    offsite::CHECK,
    other_year::CHECK,
    raw_url::CHECK,
    intranet::CHECK,
    intranet::OF_SITE_FILE,
    left_over::CHECK,
    remote_image::CHECK,
    no_picture::CHECK,
    no_text::CHECK,
];
