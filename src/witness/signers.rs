//! Whom a reader trusts: the `allowed_signers` file of OpenSSH.

use super::signature::{NAMESPACE, SshSignature};
use crate::checksum;

/// Keys with the names of their holders.
#[derive(Clone, Debug, Default)]
pub struct Signers(Vec<(String, Vec<u8>)>);

impl Signers {
    /// Reads the lines of a file. A line with a condition that is not looked at here (a time, an
    /// authority that vouches for others) counts for nobody.
    pub fn read(text: &str) -> Signers {
        Signers(text.lines().filter_map(signer).collect())
    }

    /// The name of the holder of the key; `None` for a stranger.
    pub fn name(&self, signature: &SshSignature) -> Option<&str> {
        self.0.iter().find(|(_, key)| key == signature.key()).map(|(name, _)| name.as_str())
    }

    /// Whether nobody is named.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn signer(line: &str) -> Option<(String, Vec<u8>)> {
    let line = line.trim();
    let mut words = line.split_whitespace();
    let name = words.next().filter(|name| !name.starts_with('#'))?;
    let mut word = words.next()?;
    if let Some(purposes) = word.strip_prefix("namespaces=") {
        // Of several purposes one must be ours.
        purposes.trim_matches('"').split(',').find(|purpose| *purpose == NAMESPACE)?;
        word = words.next()?;
    }
    let key = checksum::from_base64(words.next()?)?;
    // The key begins with the name of its kind, which stands before it.
    let kind = [u32::try_from(word.len()).ok()?.to_be_bytes().as_slice(), word.as_bytes()].concat();
    key.starts_with(&kind).then(|| (name.to_owned(), key))
}
