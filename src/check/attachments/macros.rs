//! A document that runs programs when it is opened is warned of or blocked by most computers.

use super::misnamed::page_meant;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::Attachment;
use crate::diagnostics::Diagnostics;

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let has_macros = |attachment: &&Attachment| {
        let found = checked.attachments.of(&attachment.source).is_some_and(|facts| facts.has_macros);
        found && page_meant(checked, attachment).is_none()
    };
    let finding = |attachment: &Attachment| {
        let source = &attachment.source;
        checked.mentions.finding("attachment-macro", source).with("plain", without_macros(&source.extension()))
    };
    checked.site.attachments.iter().filter(has_macros).map(finding).collect()
}

/// The ending of the same kind of document that cannot hold any.
fn without_macros(extension: &str) -> &str {
    match extension {
        "xlsm" | "xltm" | "xlsb" => "xlsx",
        "docm" | "dotm" => "docx",
        "pptm" | "ppsm" | "potm" => "pptx",
        other => other,
    }
}
