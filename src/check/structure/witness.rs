//! What others signed about publications is about them.

use crate::check::{At, Check, Checked};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::witness::{Flaw, Witness, check, statement};

pub(super) const CHECK: Check = Check { about: "signatures of witnesses", looks: At::Site(run) };

fn run(checked: &Checked<'_>) -> Diagnostics {
    let site = checked.site;
    let heads = if site.witnesses.is_empty() { Vec::new() } else { site.record.history.heads() };
    let fault = |witness: &Witness| -> Option<Diagnostic> {
        let flaw = check(&witness.text, witness.publication, &heads).err()?;
        let finding = Diagnostic::new("witness-invalid", Place::file(&witness.source)).with("path", &witness.source);
        let finding = finding.with("publication", witness.publication);
        Some(match flaw {
            Flaw::Form | Flaw::Stranger(_) => finding,
            Flaw::Namespace(other) => finding.with("namespace", other),
            Flaw::Kind(kind) => finding.with("kind", kind),
            Flaw::NoPublication(count) => finding.with("count", count),
            Flaw::Otherwise => {
                let head = heads.get(witness.publication.saturating_sub(1));
                finding.with_some("statement", head.map(|head| statement(witness.publication, head).trim_end().to_owned()))
            }
        })
    };
    site.witnesses.iter().filter_map(fault).collect()
}
