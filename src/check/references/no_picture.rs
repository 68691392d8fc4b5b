//! An image shows a picture: a page or a document in its place is a broken picture (P29).

use super::empty::is_nowhere;
use super::pointers::Reference;
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::Diagnostic;
use crate::site::{LinkRole, LinkTarget, Site};

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(not_shown) };

/// Pictures that browsers show, and those of cameras and typesetters, which the rule on formats of
/// attachments reports.
const PICTURES: [&str; 25] = [
    "jpg", "jpeg", "jpe", "jfif", "png", "apng", "gif", "webp", "avif", "bmp", "ico", "heic", "heif", "tif", "tiff", "psd", "ai", "eps",
    "ps", "emf", "wmf", "jp2", "dng", "raw", "cdr",
];

fn not_shown(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let images = page.pointers.iter().filter(|pointer| pointer.link.role == LinkRole::Image && !is_nowhere(&pointer.destination));
    images.filter_map(|image| fault(checked.site, image)).collect()
}

fn fault(site: &Site, image: &Reference<'_>) -> Option<Diagnostic> {
    let what = match image.target(site) {
        LinkTarget::Inside { permalink, .. } if site.addresses.site_page(permalink).is_some() => "page",
        LinkTarget::Inside { permalink, .. } if !is_picture(permalink.as_str()) => "file",
        LinkTarget::Outside(address) if has_no_picture(address) => "file",
        _ => return None,
    };
    Some(image.report("image-no-picture").with(what, &image.destination))
}

fn is_picture(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| PICTURES.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// Mail and telephone. Pictures of other sites are reported as such.
fn has_no_picture(address: &str) -> bool {
    ["mailto:", "tel:"].iter().any(|scheme| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}
