//! Trusted signers: the `allowed_signers` file of OpenSSH.

use super::signature::{NAMESPACE, SshSignature};
use crate::checksum;

/// Public keys with the names of their holders.
#[derive(Clone, Debug, Default)]
pub struct Signers(Vec<(String, Vec<u8>)>);

impl Signers {
    /// Parses the file. Lines that start with an unsupported option (validity period, certificate
    /// authority) are ignored, so their keys are not trusted.
    pub fn read(text: &str) -> Signers {
        Signers(text.lines().filter_map(signer).collect())
    }

    /// Name of the holder of the signing key; `None` if the key is not listed.
    pub fn name(&self, signature: &SshSignature) -> Option<&str> {
        self.0.iter().find(|(_, key)| key == signature.key()).map(|(name, _)| name.as_str())
    }

    /// True if no signer is listed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn signer(line: &str) -> Option<(String, Vec<u8>)> {
    let line = line.trim();
    let mut words = line.split_whitespace();
    let name = words.next().filter(|name| !name.starts_with('#'))?;
    let mut word = words.next()?;
    if let Some(options) = word.strip_prefix("namespaces=") {
        only_value(options)?.split(',').find(|purpose| *purpose == NAMESPACE)?;
        word = words.next()?;
    }
    let key = checksum::from_base64(words.next()?)?;
    // The key blob begins with the key type, length-prefixed; it must match the type field.
    let kind = [u32::try_from(word.len()).ok()?.to_be_bytes().as_slice(), word.as_bytes()].concat();
    key.starts_with(&kind).then(|| (name.to_owned(), key))
}

/// The value of an option that stands alone: with others behind it, such as `valid-before`, the line
/// sets a condition that is not evaluated, and its key is not trusted.
fn only_value(options: &str) -> Option<&str> {
    match options.strip_prefix('"') {
        Some(quoted) => quoted.strip_suffix('"').filter(|value| !value.contains('"')),
        None => Some(options).filter(|value| !value.contains(',')),
    }
}
