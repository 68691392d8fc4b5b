//! Third-party signatures are valid for the publications they name.

use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::witness::{SignatureFlaw, Witness, check, statement};

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let site = checked.site;
    let heads = if site.witnesses.is_empty() { Vec::new() } else { site.record.history.heads() };
    let fault = |witness: &Witness| -> Option<Diagnostic> {
        let flaw = check(&witness.text, witness.publication, &heads).err()?;
        let finding = Diagnostic::new("witness-invalid", SourceSpan::file(&witness.source)).with("path", &witness.source);
        let finding = finding.with("publication", witness.publication);
        Some(match flaw {
            SignatureFlaw::Form | SignatureFlaw::Stranger(_) => finding,
            SignatureFlaw::Namespace(other) => finding.with("namespace", other),
            SignatureFlaw::Kind(kind) => finding.with("kind", kind),
            SignatureFlaw::NoPublication(count) => finding.with("count", count),
            SignatureFlaw::Otherwise => {
                let head = heads.get(witness.publication.saturating_sub(1));
                finding.with_some("statement", head.map(|head| statement(witness.publication, head).trim_end().to_owned()))
            }
        })
    };
    site.witnesses.iter().filter_map(fault).collect()
}
