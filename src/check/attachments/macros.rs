//! Reports documents with macros, which most computers block or warn about.

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

/// File extension of the same format without macros.
fn without_macros(extension: &str) -> &str {
    match extension {
        "xlsm" | "xltm" | "xlsb" => "xlsx",
        "docm" | "dotm" => "docx",
        "pptm" | "ppsm" | "potm" => "pptx",
        other => other,
    }
}
