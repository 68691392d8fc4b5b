//! No requests to other sites (AR9): a remote image discloses its readers to the other site.

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::Diagnostic;
use crate::site::LinkRole;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(remote) };

fn remote(checked: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let images = page.pointers.iter().filter(|pointer| pointer.link.role == LinkRole::Image);
    images.filter(|image| image.outside(checked.site).is_some()).map(|image| image.report("image-remote")).collect()
}
