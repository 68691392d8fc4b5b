//! Countersignatures of publications by third parties, made with OpenSSH. A signature is stored
//! with the content, published with the site, and verified by [`verify`](crate::verify) or with
//! `ssh-keygen` alone.
//!
//! The signed message is one line, the [`statement`] of a publication: its number and the hash of
//! its history entry. The entry holds the hash of the previous entry and of every changed page, so
//! the line covers everything published up to then. Which signers to trust is left to the reader.

mod signature;
mod signers;

pub use signature::{NAMESPACE, SignatureFlaw, SshSignature};
pub use signers::Signers;

use crate::base::RelPath;

/// Output folder of the signatures kept in `content/witness/`.
pub const PUBLISHED: &str = "history/witness/";
/// A signature file stored with the content.
#[derive(Clone, Debug, PartialEq)]
pub struct Witness {
    pub(crate) source: RelPath,
    /// Number of the publication, from 1.
    pub(crate) publication: usize,
    pub(crate) text: String,
}

impl Witness {
    /// Signer's name, from the file name.
    pub fn name(&self) -> &str {
        let name = self.source.name();
        name.split_once('-').and_then(|(_, rest)| rest.strip_suffix(".sig")).unwrap_or(name)
    }

    /// Output path, relative to the base URL.
    pub fn output(&self) -> String {
        format!("{PUBLISHED}{}", self.source.name())
    }
}

/// Returns the line to be signed: number of the publication, from 1, and SHA-256 of its history
/// entry.
pub fn statement(number: usize, head: &str) -> String {
    format!("prongsai publication {number} {head}\n")
}

/// Returns the publication number in a file name, 3 for `3-audit-office.sig`; `None` for a name of
/// another form.
pub fn publication_of(name: &str) -> Option<usize> {
    let (number, rest) = name.split_once('-')?;
    let who = rest.strip_suffix(".sig")?;
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    let is_number = !number.starts_with('0') && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_name = who.starts_with(|c: char| c.is_ascii_alphanumeric()) && who.chars().all(is_plain);
    number.parse().ok().filter(|_| is_number && is_name)
}

/// Parses the signature in `text` and verifies it against publication `number` of the history with
/// these entry hashes.
///
/// # Errors
/// The text is no valid signature, there is no such publication, or the signature is over another
/// message.
pub fn check(text: &str, number: usize, heads: &[String]) -> Result<SshSignature, SignatureFlaw> {
    let signature = SshSignature::parse(text)?;
    let head = number.checked_sub(1).and_then(|at| heads.get(at)).ok_or(SignatureFlaw::NoPublication(heads.len()))?;
    let line = statement(number, head);
    // Accepts LF, CRLF or no line end: signing tools and editors differ.
    let said = [line.clone(), line.replace('\n', "\r\n"), line.trim_end().to_owned()];
    match said.iter().any(|said| signature.is_over(said.as_bytes())) {
        true => Ok(signature),
        false => Err(SignatureFlaw::Otherwise),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_says_which_publication_it_is_about() {
        assert_eq!(publication_of("3-audit-office.sig"), Some(3));
        assert_eq!(publication_of("12-a.b_2.sig"), Some(12));
        for name in ["3.sig", "-a.sig", "03-a.sig", "0-a.sig", "3-.sig", "3-a.sig.txt", "3-a.pub", "3-ก.sig", "x-a.sig", "3-A.sig"] {
            assert_eq!(publication_of(name), None, "{name}");
        }
    }
}
