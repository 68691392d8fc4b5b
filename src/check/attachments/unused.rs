//! Reports attachments without a reference: readers cannot find them, and they may have been filed
//! by mistake.

use super::misnamed::page_meant;
use crate::base::RelPath;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::{Attachment, Route};
use crate::diagnostics::Diagnostics;
use crate::site::Permalink;

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let mentions = &checked.mentions;
    let is_told_otherwise = |attachment: &Attachment| {
        page_meant(checked, attachment).is_some() || mentions.nearly_name(&attachment.source) || may_be_named(checked, attachment)
    };
    let unused = checked.site.attachments.iter().filter(|attachment| !mentions.names(&attachment.source) && !is_told_otherwise(attachment));
    unused.map(|attachment| mentions.finding("attachment-unused", &attachment.source)).collect()
}

/// True if a page that could not be fully parsed may reference the file: its text contains the name
/// or cannot be read, or the file lies in the folder of an unparsed page.
fn may_be_named(checked: &CheckContext<'_>, attachment: &Attachment) -> bool {
    let site = checked.site;
    let name = attachment.source.name();
    let names = |source: &RelPath| checked.tree.text(source.as_str()).is_none_or(|file| file.text.read().contains(name));
    let lies_beside = |home: &Route| attachment.output.starts_with(Permalink::of(home).as_str());
    let partly_read = || site.written_pages().filter(|page| !page.document.unread.is_empty());
    site.unread.iter().any(|(source, home)| lies_beside(home) || names(source)) || partly_read().any(|page| names(&page.document.source))
}
