//! SHA-256 as `sha256sum` prints it, of bytes in memory or of what is poured through; the only user of `ring` and of `tape-sha256`.

use std::io::{self, Write};

use ring::digest::{Context, SHA256, SHA384, digest};

/// SHA-256 of some bytes.
pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    bytes_of(digest(&SHA256, bytes).as_ref())
}

/// How many pieces are worth hashing together: no processor looks at more at once.
pub(crate) const TOGETHER: usize = 16;

/// SHA-256 of each of some pieces. Together they take a fraction of the time on processors without instructions for it: one hash is a chain of steps, but
/// many chains can be gone side by side.
pub(crate) fn sha256_of_each(pieces: &[&[u8]]) -> Vec<[u8; 32]> {
    let mut hashes = vec![[0; 32]; pieces.len()];
    tape_sha256::hash_many(pieces, &mut hashes);
    hashes
}

/// SHA-384 of some bytes.
pub(crate) fn sha384(bytes: &[u8]) -> [u8; 48] {
    bytes_of(digest(&SHA384, bytes).as_ref())
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
    use sha2::{Digest, Sha256};

    use super::*;

    /// Two libraries and a third one must agree on every length around the ends of blocks, and in any company.
    #[test]
    fn pieces_have_the_same_hash_alone_and_together() {
        let bytes: Vec<u8> = (0..20_000_u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        let lengths = (0..=260).chain((1..60).map(|number| number * 331)).chain([4095, 4096, 4097, 8191, 20_000]);
        let mut pieces: Vec<&[u8]> = lengths.map(|length| &bytes[bytes.len() - length..]).collect();
        for count in [1, 2, 7, TOGETHER, TOGETHER + 1, 50, pieces.len()] {
            for some in pieces.chunks(count) {
                for (piece, hash) in some.iter().zip(sha256_of_each(some)) {
                    assert_eq!(hash, sha256(piece), "{} bytes among {count}", piece.len());
                    assert_eq!(hash[..], Sha256::digest(piece)[..], "{} bytes among {count}", piece.len());
                }
            }
            // Short ones beside long ones.
            pieces.sort_by_key(|piece| piece.len() * 7919 % 263);
        }
        assert!(sha256_of_each(&[]).is_empty());
    }

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
