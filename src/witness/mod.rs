//! An outside witness: somebody else signs with OpenSSH that he saw a publication. The signature is
//! kept with the content, published with the site, and checked by [`verify`](crate::verify) or by
//! `ssh-keygen` alone.
//!
//! What is signed is one line, the [`statement`] of a publication: its number and the hash of its
//! entry in the history. The entry names the hash of the one before it and of every page that
//! changed, so one line covers all that was published until then. Whom to trust is the reader's
//! matter.

mod signature;
mod signers;

pub use signature::{NAMESPACE, SignatureFlaw, SshSignature};
pub use signers::Signers;

use crate::base::RelPath;

/// Where the signatures, which are kept in `content/witness/`, are published.
pub const PUBLISHED: &str = "history/witness/";
/// A signature that is kept with the content.
#[derive(Clone, Debug, PartialEq)]
pub struct Witness {
    /// The file.
    pub source: RelPath,
    /// Which publication it is about, from 1.
    pub publication: usize,
    /// The file as it is.
    pub text: String,
}

impl Witness {
    /// Who signed, as the name of the file has it.
    pub fn name(&self) -> &str {
        let name = self.source.name();
        name.split_once('-').and_then(|(_, rest)| rest.strip_suffix(".sig")).unwrap_or(name)
    }

    /// Its path below the base.
    pub fn output(&self) -> String {
        format!("{PUBLISHED}{}", self.source.name())
    }
}

/// The line that is signed: of publication `number`, from 1, whose entry in the history has this
/// SHA-256.
pub fn statement(number: usize, head: &str) -> String {
    format!("prongsai publication {number} {head}\n")
}

/// Which publication a file is about: `3-audit-office.sig`. `None` if its name says nothing of the
/// kind.
pub fn publication_of(name: &str) -> Option<usize> {
    let (number, rest) = name.split_once('-')?;
    let who = rest.strip_suffix(".sig")?;
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    let is_number = !number.starts_with('0') && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_name = who.starts_with(|c: char| c.is_ascii_alphanumeric()) && who.chars().all(is_plain);
    number.parse().ok().filter(|_| is_number && is_name)
}

/// Reads the signature in `text` and looks whether it is about publication `number` of a history
/// whose entries have these hashes.
///
/// # Errors
/// It is no signature, or one of something else.
pub fn check(text: &str, number: usize, heads: &[String]) -> Result<SshSignature, SignatureFlaw> {
    let signature = SshSignature::parse(text)?;
    let head = number.checked_sub(1).and_then(|at| heads.get(at)).ok_or(SignatureFlaw::NoPublication(heads.len()))?;
    let line = statement(number, head);
    // Programs end a line in their own ways, or not at all.
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
