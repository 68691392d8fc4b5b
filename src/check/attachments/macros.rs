//! A document that runs programs when it is opened is warned of or blocked by most computers.

use crate::check::{At, Check, Checked};
use crate::diagnostics::Diagnostics;

pub(super) const CHECK: Check = Check { about: "attachments with macros", looks: At::Site(run) };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let with_macros = checked.attachments.iter().filter(|(_, facts)| facts.has_macros);
    let finding = |source: &crate::source::RelPath| {
        let extension = source.extension();
        let plain = match extension.as_str() {
            "xlsm" | "xltm" | "xlsb" => "xlsx",
            "docm" | "dotm" => "docx",
            "pptm" | "ppsm" | "potm" => "pptx",
            other => other,
        };
        checked.mentions.finding("attachment-macro", source).with("plain", plain)
    };
    with_macros.map(|(source, _)| finding(source)).collect()
}
