//! Reports names that break when a file is copied or saved. Names that Windows cannot represent are
//! never attachments, and names that differ only in case are reported as colliding outputs.

use crate::check::{Check, CheckContext, CheckScope};
use crate::content::Attachment;
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

/// Bytes of UTF-8. File systems allow 255, but programs that save a file extend its name.
const MAX_NAME_BYTES: usize = 180;

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let mentions = &checked.mentions;
    let fault = |attachment: &Attachment| -> Option<Diagnostic> {
        let fault = attachment.output.split('/').find_map(fault).or_else(|| whole(&attachment.output))?;
        let finding = mentions.finding("attachment-name", &attachment.source);
        Some(match fault {
            NameFault::Blank(name) => finding.with("blank", name),
            NameFault::Length(size) => finding.with("size", size).with("limit", MAX_NAME_BYTES),
            NameFault::Path(count) => finding.with("count", count).with("most", MAX_CHARACTERS),
        })
    };
    checked.site.attachments.iter().filter_map(fault).collect()
}

#[derive(Debug, PartialEq)]
enum NameFault<'n> {
    /// Starts with a space, which is invisible and dropped by some programs.
    Blank(&'n str),
    /// Length of one name in bytes.
    Length(usize),
    /// Length of the path in UTF-16 code units, as Windows counts.
    Path(usize),
}

/// UTF-16 code units. Windows allows 260 including the drive and the folder into which the site is
/// copied.
const MAX_CHARACTERS: usize = 240;

fn whole(path: &str) -> Option<NameFault<'_>> {
    let count = path.encode_utf16().count();
    (count > MAX_CHARACTERS).then_some(NameFault::Path(count))
}

fn fault(name: &str) -> Option<NameFault<'_>> {
    match name.starts_with(' ') {
        true => Some(NameFault::Blank(name)),
        false => (name.len() > MAX_NAME_BYTES).then_some(NameFault::Length(name.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_cannot_be_saved_everywhere_are_found() {
        assert_eq!(fault(" แผน.pdf"), Some(NameFault::Blank(" แผน.pdf")));
        assert_eq!(fault(&"ก".repeat(61)), Some(NameFault::Length(183)));
        for name in ["contract.pdf", "null.pdf", "com10.pdf", "แผน (1).pdf", "a b.pdf", "aux-list.pdf"] {
            assert_eq!(fault(name), None, "{name}");
        }
        assert_eq!(whole(&"ก/".repeat(120)), None);
        assert_eq!(whole(&("ก/".repeat(120) + "ข")), Some(NameFault::Path(241)));
    }
}
