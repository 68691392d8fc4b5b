//! Reports attachments that are damaged, protected, or not of the format of their extension.

use super::misnamed::page_meant;
use crate::attachment::{Contents, FileFault};
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::Attachment;
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let fault = |attachment: &Attachment| match checked.attachments.of(&attachment.source)?.contents {
        // A page saved in another format is reported only as that.
        Contents::Unusable(fault) if page_meant(checked, attachment).is_none() => Some(finding(checked, attachment, fault)),
        _ => None,
    };
    checked.site.attachments.iter().filter_map(fault).collect()
}

fn finding(checked: &CheckContext<'_>, attachment: &Attachment, fault: FileFault) -> Diagnostic {
    let (mentions, source) = (&checked.mentions, &attachment.source);
    let unreadable = || mentions.finding("attachment-unreadable", source).with("ending", source.extension());
    match fault {
        FileFault::Locked => mentions.finding("attachment-encrypted", source),
        FileFault::Other(Some("HTML" | "XML")) => unreadable().with("page", "HTML"),
        FileFault::Other(other) => unreadable().with("foreign", source).with_some("other", other),
        FileFault::Cut => unreadable().with("cut", source),
        FileFault::Damaged => unreadable(),
    }
}
