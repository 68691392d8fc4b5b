//! Hashes (SHA-256 as `sha256sum` prints it, also streaming) and signatures; the only module that
//! uses `ring` and `base64`.

mod signed;

pub(crate) use signed::PublicKey;

use std::io::{self, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::digest::{Context, SHA256, SHA384, SHA512, digest};

/// SHA-256 of `bytes`.
pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    bytes_of(digest(&SHA256, bytes).as_ref())
}

/// SHA-384 of `bytes`.
pub(crate) fn sha384(bytes: &[u8]) -> [u8; 48] {
    bytes_of(digest(&SHA384, bytes).as_ref())
}

/// SHA-512 of `bytes`.
pub(crate) fn sha512(bytes: &[u8]) -> [u8; 64] {
    bytes_of(digest(&SHA512, bytes).as_ref())
}

/// Standard base64 with padding.
pub(crate) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Decodes standard base64; `None` if invalid.
pub(crate) fn from_base64(letters: &str) -> Option<Vec<u8>> {
    STANDARD.decode(letters).ok()
}

/// SHA-256 of `bytes`, hexadecimal.
pub(crate) fn of(bytes: &[u8]) -> String {
    hex(&sha256(bytes))
}

/// Hexadecimal, lower case.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |half: u8| char::from(DIGITS[usize::from(half)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// `slice` must have length `N`, the output length of the algorithm.
fn bytes_of<const N: usize>(slice: &[u8]) -> [u8; N] {
    let mut bytes = [0; N];
    bytes.copy_from_slice(slice);
    bytes
}

/// Streaming SHA-256 that counts the bytes.
pub(crate) struct Hashing {
    size: u64,
    hasher: Context,
}

impl Default for Hashing {
    fn default() -> Self {
        Self { size: 0, hasher: Context::new(&SHA256) }
    }
}

impl Hashing {
    /// Number of bytes so far.
    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.size += bytes.len() as u64;
        self.hasher.update(bytes);
    }

    /// The final hash.
    pub(crate) fn bytes(self) -> [u8; 32] {
        bytes_of(self.hasher.finish().as_ref())
    }

    /// The final hash, hexadecimal.
    pub(crate) fn finish(self) -> String {
        hex(&self.bytes())
    }
}

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_poured_through_in_parts_has_the_hash_of_the_whole() {
        let mut hashing = Hashing::default();
        hashing.update(b"a");
        hashing.write_all(b"bc").unwrap();
        assert_eq!(hashing.size(), 3);
        // FIPS 180-2, appendix B.1.
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!((hashing.finish().as_str(), of(b"abc").as_str()), (known, known));
    }
}
