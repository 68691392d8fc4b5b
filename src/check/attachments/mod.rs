//! Attachments can be opened, searched and told apart (AS15).

mod archived;
mod broken_thai;
mod duplicates;
mod formats;
mod inspection;
mod macros;
mod mentions;
mod misnamed;
mod names;
mod opens;
mod pdf;
mod pdf_text;
mod program_errors;
mod sizes;
mod unused;

pub(in crate::check) use broken_thai::LetterSigns;
pub(in crate::check) use mentions::AttachmentUses;
pub(crate) use pdf_text::is_searchable;

use super::Check;

pub(super) const ALL: &[Check] = &[
    duplicates::CHECK,
    archived::CHECK,
    formats::CHECK,
    inspection::CHECK,
    macros::CHECK,
    misnamed::CHECK,
    names::CHECK,
    opens::CHECK,
    pdf::CHECK,
    pdf_text::CHECK,
    program_errors::CHECK,
    sizes::CHECK,
    unused::CHECK,
];
