//! No request leaves the site (AR9): an image of another site would tell that site who reads the page.

use super::pointers::PointerKind;
use crate::check::wording::Reading;
use crate::check::{At, Check, Checked};
use crate::diagnostics::Diagnostic;

pub(super) const CHECK: Check = Check { about: "images of other sites", looks: At::Pages(remote) };

fn remote(checked: &Checked<'_>, page: &Reading<'_>) -> Vec<Diagnostic> {
    let images = page.pointers.iter().filter(|pointer| pointer.kind == PointerKind::Image);
    images.filter(|image| image.outside(checked.site).is_some()).map(|image| image.report("image-remote")).collect()
}
