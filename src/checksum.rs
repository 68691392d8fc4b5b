//! SHA-256 as `sha256sum` prints it, of bytes in memory or of what is poured through, and
//! signatures; the only user of `ring` and `base64`.

mod signed;

pub(crate) use signed::PublicKey;

use std::io::{self, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::digest::{Context, SHA256, SHA384, SHA512, digest};

/// SHA-256 of some bytes.
pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    bytes_of(digest(&SHA256, bytes).as_ref())
}

/// SHA-384 of some bytes.
pub(crate) fn sha384(bytes: &[u8]) -> [u8; 48] {
    bytes_of(digest(&SHA384, bytes).as_ref())
}

/// SHA-512 of some bytes.
pub(crate) fn sha512(bytes: &[u8]) -> [u8; 64] {
    bytes_of(digest(&SHA512, bytes).as_ref())
}

/// In the letters of base 64, filled up with `=`.
pub(crate) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The other way; `None` if it is nothing of the kind.
pub(crate) fn from_base64(letters: &str) -> Option<Vec<u8>> {
    STANDARD.decode(letters).ok()
}

/// SHA-256 of some bytes, hexadecimal.
pub(crate) fn of(bytes: &[u8]) -> String {
    hex(&sha256(bytes))
}

/// Hexadecimal, lower case.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |half: u8| char::from(DIGITS[usize::from(half)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The library gives a slice, as long as the algorithm says.
fn bytes_of<const N: usize>(slice: &[u8]) -> [u8; N] {
    let mut bytes = [0; N];
    bytes.copy_from_slice(slice);
    bytes
}

/// Counts and hashes what is written into it.
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
    /// Bytes so far.
    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// Takes more bytes.
    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.size += bytes.len() as u64;
        self.hasher.update(bytes);
    }

    /// The hash of all.
    pub(crate) fn bytes(self) -> [u8; 32] {
        bytes_of(self.hasher.finish().as_ref())
    }

    /// The hash of all, hexadecimal.
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
