//! Reports ZIP files with programs or web pages inside, which are refused beside them.

use crate::check::{Check, CheckContext, CheckScope};
use crate::content::Attachment;
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let finding = |attachment: &Attachment| -> Option<Diagnostic> {
        let active = &checked.attachments.of(&attachment.source)?.active;
        let found = || checked.mentions.finding("attachment-active-inside", &attachment.source).with("files", active.join(", "));
        (!active.is_empty()).then(found)
    };
    checked.site.attachments.iter().filter_map(finding).collect()
}
