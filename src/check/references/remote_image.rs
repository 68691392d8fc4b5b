//! No request leaves the site (DESIGN 4): an image of another site would tell that site who reads the page.

use super::pointers::{Pointer, PointerKind};
use crate::check::{Check, Checked};
use crate::diagnostics::Diagnostics;

pub(super) const CHECK: Check = Check { about: "images of other sites", run };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let images = Pointer::all(checked.site).filter(|pointer| pointer.kind == PointerKind::Image);
    images.filter(|image| image.outside(checked.site).is_some()).map(|image| image.report("image-remote")).collect()
}
