//! Reports attachments that were not inspected: a file without diagnostics was always read.

use super::sizes::megabytes;
use crate::attachment::{Contents, NotInspected};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let mentions = &checked.mentions;
    let limit = megabytes(checked.site.config.limits.inspect as u64);
    let not_read = checked.attachments.iter().filter_map(|(source, facts)| match facts.contents {
        Contents::NotInspected(why) => Some((source, facts.size, why)),
        _ => None,
    });
    let finding = |(source, size, why)| -> Diagnostic {
        let finding = mentions.finding("attachment-not-inspected", source);
        match why {
            NotInspected::FileSize => finding.with("size", megabytes(size)).with("limit", &limit),
            NotInspected::UnpackedSize => finding.with("packed", megabytes(size)),
            NotInspected::Unreadable => finding,
            NotInspected::Format => finding.with("format", source.extension()),
        }
    };
    not_read.map(finding).collect()
}
