//! A signature of `ssh-keygen -Y sign` (PROTOCOL.sshsig of OpenSSH).

use crate::base::Lang;
use crate::checksum::{self, PublicKey};
use crate::words;

/// What the signatures are for, as `ssh-keygen -n` has it: one that was made for another purpose
/// does not count.
pub const NAMESPACE: &str = "prongsai";

const MAGIC: &[u8] = b"SSHSIG";
const BEGIN: &str = "-----BEGIN SSH SIGNATURE-----";
const END: &str = "-----END SSH SIGNATURE-----";

/// A signature and the key with which it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SshSignature {
    key: Vec<u8>,
    /// How the bytes are hashed before they are signed.
    hash: String,
    /// Name of the way in which it is signed, and the rest.
    by: String,
    signed: Vec<u8>,
    /// What a key on a device adds: its flags and how often it was used.
    of_device: Vec<u8>,
}

/// Why a signature does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureFlaw {
    /// It is no signature of OpenSSH.
    Form,
    /// It was made for another purpose.
    Namespace(String),
    /// By a key of a kind that is not known here.
    Kind(String),
    /// It is about something else, or was altered.
    Otherwise,
    /// It is about a publication that there is not; how many there are.
    NoPublication(usize),
    /// The key is none of those whom the reader trusts.
    Stranger(String),
}

impl SignatureFlaw {
    /// In one language.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            SignatureFlaw::Form => words::witness::form(lang).to_owned(),
            SignatureFlaw::Namespace(other) => words::witness::namespace(lang, other),
            SignatureFlaw::Kind(kind) => words::witness::kind(lang, kind),
            SignatureFlaw::Otherwise => words::witness::otherwise(lang).to_owned(),
            SignatureFlaw::NoPublication(count) => words::witness::no_publication(lang, count),
            SignatureFlaw::Stranger(key) => words::witness::stranger(lang, key),
        }
    }
}

impl SshSignature {
    /// Reads the text of a `.sig` file.
    ///
    /// # Errors
    /// It is none, or one that cannot be checked here.
    pub fn parse(text: &str) -> Result<SshSignature, SignatureFlaw> {
        let body = text.trim().strip_prefix(BEGIN).and_then(|rest| rest.strip_suffix(END)).ok_or(SignatureFlaw::Form)?;
        let letters: String = body.split_whitespace().collect();
        let bytes = checksum::from_base64(&letters).ok_or(SignatureFlaw::Form)?;
        let (namespace, signature) = read(&bytes).ok_or(SignatureFlaw::Form)?;
        if namespace != NAMESPACE {
            return Err(SignatureFlaw::Namespace(namespace));
        }
        match signature.is_known() {
            true => Ok(signature),
            false => Err(SignatureFlaw::Kind(signature.kind().to_owned())),
        }
    }

    /// The fingerprint of the key, as OpenSSH shows it.
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.key)
    }

    /// The key as OpenSSH stores it.
    pub(super) fn key(&self) -> &[u8] {
        &self.key
    }

    fn kind(&self) -> &str {
        SshReader(&self.key).text().unwrap_or("?")
    }

    fn is_known(&self) -> bool {
        let kinds = ["ssh-ed25519", "sk-ssh-ed25519@openssh.com", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ssh-rsa"];
        kinds.contains(&self.kind()) && matches!(self.hash.as_str(), "sha256" | "sha512")
    }

    /// Whether it signs these bytes.
    pub(super) fn is_over(&self, bytes: &[u8]) -> bool {
        let hashed = if self.hash == "sha512" { checksum::sha512(bytes).to_vec() } else { checksum::sha256(bytes).to_vec() };
        let mut signed = MAGIC.to_vec();
        for part in [NAMESPACE.as_bytes(), b"", self.hash.as_bytes(), &hashed] {
            put(&mut signed, part);
        }
        self.holds(&signed).unwrap_or(false)
    }

    fn holds(&self, signed: &[u8]) -> Option<bool> {
        let mut key = SshReader(&self.key);
        let kind = key.text()?;
        if kind != self.by && kind != "ssh-rsa" {
            return Some(false);
        }
        Some(match kind {
            "ssh-ed25519" => PublicKey::Ed25519(key.part()?).signed(signed, &self.signed),
            "sk-ssh-ed25519@openssh.com" => {
                let (point, application) = (key.part()?, key.part()?);
                let all = [&checksum::sha256(application)[..], &self.of_device, &checksum::sha256(signed)].concat();
                PublicKey::Ed25519(point).signed(&all, &self.signed)
            }
            "ecdsa-sha2-nistp256" => {
                key.part()?;
                PublicKey::P256(key.part()?).signed(signed, &two_numbers(&self.signed, 32)?)
            }
            "ecdsa-sha2-nistp384" => {
                key.part()?;
                PublicKey::P384(key.part()?).signed(signed, &two_numbers(&self.signed, 48)?)
            }
            _ => {
                let (exponent, modulus) = (key.number()?, key.number()?);
                match self.by.as_str() {
                    "rsa-sha2-256" => PublicKey::RsaSha256(modulus, exponent).signed(signed, &self.signed),
                    "rsa-sha2-512" => PublicKey::RsaSha512(modulus, exponent).signed(signed, &self.signed),
                    _ => false,
                }
            }
        })
    }
}

fn read(bytes: &[u8]) -> Option<(String, SshSignature)> {
    const VERSION: u32 = 1;
    let mut wire = SshReader(bytes.strip_prefix(MAGIC)?);
    if wire.length()? != VERSION {
        return None;
    }
    let key = wire.part()?.to_vec();
    let namespace = wire.text()?.to_owned();
    let _reserved = wire.part()?;
    let hash = wire.text()?.to_owned();
    let mut signature = SshReader(wire.part()?);
    let (by, signed, of_device) = (signature.text()?.to_owned(), signature.part()?.to_vec(), signature.0.to_vec());
    wire.0.is_empty().then_some((namespace, SshSignature { key, hash, by, signed, of_device }))
}

/// Two numbers of `size` bytes each, one behind the other.
fn two_numbers(signed: &[u8], size: usize) -> Option<Vec<u8>> {
    let mut wire = SshReader(signed);
    let mut all = Vec::with_capacity(2 * size);
    for number in [wire.number()?, wire.number()?] {
        all.extend(std::iter::repeat_n(0, size.checked_sub(number.len())?));
        all.extend_from_slice(number);
    }
    Some(all)
}

fn put(bytes: &mut Vec<u8>, part: &[u8]) {
    bytes.extend(u32::try_from(part.len()).unwrap_or(u32::MAX).to_be_bytes());
    bytes.extend_from_slice(part);
}

/// What is left of bytes in which each part has its length in front (RFC 4251).
struct SshReader<'b>(&'b [u8]);

impl<'b> SshReader<'b> {
    fn length(&mut self) -> Option<u32> {
        let (length, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_be_bytes(*length))
    }

    fn part(&mut self) -> Option<&'b [u8]> {
        let length = self.length()? as usize;
        let (part, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(part)
    }

    fn text(&mut self) -> Option<&'b str> {
        std::str::from_utf8(self.part()?).ok()
    }

    /// A number without the zeros in front.
    fn number(&mut self) -> Option<&'b [u8]> {
        let part = self.part()?;
        let zeros = part.iter().take_while(|byte| **byte == 0).count();
        part.get(zeros..)
    }
}

/// The name under which OpenSSH shows a key.
pub(super) fn fingerprint(key: &[u8]) -> String {
    format!("SHA256:{}", checksum::base64(&checksum::sha256(key)).trim_end_matches('='))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By `ssh-keygen` of OpenSSH 9.2.
    const GOOD: &str = concat!(
        "-----BEGIN SSH SIGNATURE-----\n",
        "U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgoKP8XiWfW5nrFYaepU52nwOpGz\n",
        "RHbVLFg5lNMrNOejsAAAAIcHJvbmdzYWkAAAAAAAAABnNoYTUxMgAAAFMAAAALc3NoLWVk\n",
        "MjU1MTkAAABAo3l4bOcJok6GLJsHg3sjIQ+xwNjVjujdhZ+Q851HvOFkJCTksoGHeoQFT4\n",
        "bcGdIl8Ihw2tbl7aKqGtouycDqBA==\n",
        "-----END SSH SIGNATURE-----\n",
    );
    const LINE: &str = "prongsai publication 1 0000\n";

    fn parse(bytes: &[u8]) -> Result<SshSignature, SignatureFlaw> {
        SshSignature::parse(&format!("{BEGIN}\n{}\n{END}\n", checksum::base64(bytes)))
    }

    fn bytes() -> Vec<u8> {
        let body: String = GOOD.lines().filter(|line| !line.starts_with('-')).collect();
        checksum::from_base64(&body).unwrap()
    }

    #[test]
    fn a_signature_is_over_its_own_line_only() {
        let signature = SshSignature::parse(GOOD).unwrap();
        assert!(signature.is_over(LINE.as_bytes()) && !signature.is_over(LINE.trim_end().as_bytes()));
        assert_eq!(signature.fingerprint(), "SHA256:ZD9eiK9KuueeqbSf95RdILGsxHso07eh0joXoVf552Y");
        assert_eq!(SshSignature::parse(&GOOD.replace('\n', "\r\n")).unwrap(), signature, "sent by mail");
    }

    #[test]
    fn no_altered_byte_leaves_it_valid_or_stops_the_reader() {
        let good = bytes();
        for at in 0..good.len() {
            for bit in 0..8 {
                let mut bytes = good.clone();
                bytes[at] ^= 1 << bit;
                assert!(!parse(&bytes).is_ok_and(|signature| signature.is_over(LINE.as_bytes())), "bit {bit} of byte {at}");
            }
            assert!(parse(&good[..at]).is_err(), "cut to {at}");
        }
        assert!(parse(&[&good[..], b"more"].concat()).is_err());
    }
}
