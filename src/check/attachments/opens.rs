//! Whoever is given the evidence can open it: it is what its ending says, and whole.

use super::misnamed::page_meant;
use crate::attachment::{Contents, Fault};
use crate::check::{At, Check, Checked};
use crate::content::Attachment;
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) const CHECK: Check = Check { about: "attachments that nobody can open", looks: At::Site(run) };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let fault = |attachment: &Attachment| match checked.attachments.of(&attachment.source)?.contents {
        // Of a page under another name only that is said.
        Contents::Unusable(fault) if page_meant(checked, attachment).is_none() => Some(finding(checked, attachment, fault)),
        _ => None,
    };
    checked.site.attachments.iter().filter_map(fault).collect()
}

fn finding(checked: &Checked<'_>, attachment: &Attachment, fault: Fault) -> Diagnostic {
    let (mentions, source) = (&checked.mentions, &attachment.source);
    let unreadable = || mentions.finding("attachment-unreadable", source).with("ending", source.extension());
    match fault {
        Fault::Locked => mentions.finding("attachment-encrypted", source),
        Fault::Other(Some("HTML" | "XML")) => unreadable().with("page", "HTML"),
        Fault::Other(other) => unreadable().with("foreign", source).with_some("other", other),
        Fault::Cut => unreadable().with("cut", source),
        Fault::Damaged => unreadable(),
    }
}
