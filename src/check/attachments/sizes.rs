//! Reports attachments that are empty or too large for a mobile connection.

use crate::check::{Check, CheckContext, CheckScope};
use crate::content::Attachment;
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let mentions = &checked.mentions;
    let limit = checked.site.config.limits.attachment as u64;
    let fault = |attachment: &Attachment| -> Option<Diagnostic> {
        match attachment.size {
            0 => Some(mentions.finding("attachment-empty", &attachment.source)),
            size if size > limit => {
                let finding = mentions.finding("attachment-too-large", &attachment.source);
                Some(finding.with("size", megabytes(size)).with("limit", megabytes(limit)))
            }
            _ => None,
        }
    };
    checked.site.attachments.iter().filter_map(fault).collect()
}

/// Formats in MB of 1,048,576 bytes, like file managers.
pub(super) fn megabytes(bytes: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "two decimals are printed")]
    let megabytes = bytes as f64 / f64::from(1 << 20);
    format!("{megabytes:.2}")
}
