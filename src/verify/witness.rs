//! Verifies the signatures on the publications of a copy.

use super::copy::{SiteCopy, read_all};
use super::report::{Problem, ValidSignature, VerifyReport};
use crate::output::Manifest;
use crate::record::History;
use crate::witness::{self, PUBLISHED, SignatureFlaw, Signers};

/// Maximum size of a signature, in bytes; with the longest key it has 3 KB.
const MAX_BYTES: u64 = 64 << 10;

/// Verifies every signature listed in the manifest against the history of the copy.
pub(super) fn look(copy: &dyn SiteCopy, manifest: &Manifest, log: &History, signers: Option<&Signers>, report: &mut VerifyReport) {
    let listed: Vec<&str> = manifest.paths().filter(|path| path.starts_with(PUBLISHED)).collect();
    let heads = log.heads();
    // Without a history no signature can be verified; its absence has been reported.
    if heads.is_empty() {
        return;
    }
    for path in listed {
        // Unreadable files have been reported.
        let Ok(bytes) = read_all(copy, path, MAX_BYTES) else { continue };
        match witnessed(path, &String::from_utf8_lossy(&bytes), &heads, signers) {
            Ok(witnessed) => report.witnesses.push(witnessed),
            Err(flaw) => report.problems.push(Problem::Witness(path.to_owned(), flaw)),
        }
    }
}

fn witnessed(path: &str, text: &str, heads: &[String], signers: Option<&Signers>) -> Result<ValidSignature, SignatureFlaw> {
    let publication = path.strip_prefix(PUBLISHED).and_then(witness::publication_of).ok_or(SignatureFlaw::Form)?;
    let signature = witness::check(text, publication, heads)?;
    let key = signature.fingerprint();
    let name = signers.and_then(|signers| signers.name(&signature)).map(str::to_owned);
    match signers.is_some() && name.is_none() {
        true => Err(SignatureFlaw::Stranger(key)),
        false => Ok(ValidSignature { path: path.to_owned(), publication, key, name }),
    }
}
