//! Whoever is given the evidence can open it: it is what its ending says, and whole.

use crate::attachment::{Contents, Fault};
use crate::check::{At, Check, Checked};
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) const CHECK: Check = Check { about: "attachments that nobody can open", looks: At::Site(run) };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let mentions = &checked.mentions;
    let unusable = checked.attachments.iter().filter_map(|(source, facts)| match facts.contents {
        Contents::Unusable(fault) => Some((source, fault)),
        _ => None,
    });
    let finding = |(source, fault)| -> Diagnostic {
        let unreadable = || mentions.finding("attachment-unreadable", source).with("ending", source.extension());
        match fault {
            Fault::Locked => mentions.finding("attachment-encrypted", source),
            Fault::Other(Some("HTML" | "XML")) => unreadable().with("page", "HTML"),
            Fault::Other(other) => unreadable().with("foreign", source).with_some("other", other),
            Fault::Cut => unreadable().with("cut", source),
            Fault::Damaged => unreadable(),
        }
    };
    unusable.map(finding).collect()
}
