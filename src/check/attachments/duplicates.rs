//! Reports attachments with equal bytes: last year's file or a wrong file was filed again (AS16).

use std::collections::BTreeMap;

use crate::base::RelPath;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let mentions = &checked.mentions;
    let mut first: BTreeMap<[u8; 32], &RelPath> = BTreeMap::new();
    let hashed = checked.attachments.iter().filter(|(_, facts)| facts.size > 0).filter_map(|(source, facts)| Some((source, facts.sha256?)));
    let duplicate = |(source, hash)| -> Option<Diagnostic> {
        let other = *first.entry(hash).or_insert(source);
        (other != source).then(|| mentions.finding("attachment-duplicate", source).with("other", other))
    };
    hashed.filter_map(duplicate).collect()
}
