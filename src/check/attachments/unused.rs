//! A file that no page names: nobody finds it, and it may have been put there by mistake.

use crate::check::{At, Check, Checked};
use crate::diagnostics::Diagnostics;

pub(super) const CHECK: Check = Check { about: "attachments that no page names", looks: At::Site(run) };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let mentions = &checked.mentions;
    let unused = checked.site.attachments.iter().filter(|attachment| !mentions.names(&attachment.source));
    unused.map(|attachment| mentions.finding("attachment-unused", &attachment.source)).collect()
}
