//! A file that no page names: nobody finds it, and it may have been put there by mistake.

use super::misnamed::page_meant;
use crate::check::{At, Check, Checked};
use crate::content::Attachment;
use crate::diagnostics::Diagnostics;

pub(super) const CHECK: Check = Check { about: "attachments that no page names", looks: At::Site(run) };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let mentions = &checked.mentions;
    let is_told_otherwise = |attachment: &Attachment| page_meant(checked, attachment).is_some();
    let unused = checked.site.attachments.iter().filter(|attachment| !mentions.names(&attachment.source) && !is_told_otherwise(attachment));
    unused.map(|attachment| mentions.finding("attachment-unused", &attachment.source)).collect()
}
