//! SHA-256 as `sha256sum` prints it, of bytes in memory or of what is poured through; the only user of `sha2`.

use std::io::{self, Write};

use sha2::{Digest, Sha256, Sha384};

/// SHA-256 of some bytes.
pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// SHA-384 of some bytes.
pub(crate) fn sha384(bytes: &[u8]) -> [u8; 48] {
    Sha384::digest(bytes).into()
}

/// SHA-256 of some bytes, hexadecimal.
pub(crate) fn of(bytes: &[u8]) -> String {
    hex(&sha256(bytes))
}

/// Hexadecimal, lower case.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Counts and hashes what is written into it.
#[derive(Default)]
pub(crate) struct Hashing {
    size: u64,
    hasher: Sha256,
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
        self.hasher.finalize().into()
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
