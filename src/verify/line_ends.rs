//! Detects text-mode transfers, which rewrite all line ends, also in binary files.

use crate::checksum;

/// Maximum size of a file whose line ends are examined, in bytes.
pub(super) const MAX_BYTES: u64 = 8 << 20;

/// True if `found` differs from the file with this hash only by its line ends. Undetectable if a
/// binary file lost bytes, since any of them may be missing.
pub(super) fn differ(found: &[u8], sha256: &str) -> bool {
    let undone: [fn(usize) -> usize; 3] = [|_| 0, |_| 1, |returns| returns.saturating_sub(1)];
    found.contains(&b'\n') && undone.into_iter().any(|returns| checksum::of(&rewritten(found, returns)) == sha256)
}

/// Normalises line ends to `\n`.
pub(super) fn plain(found: &[u8]) -> Vec<u8> {
    rewritten(found, |_| 0)
}

/// Rewrites the number of `\r` before each `\n`, from the number found.
fn rewritten(found: &[u8], returns: impl Fn(usize) -> usize) -> Vec<u8> {
    let mut written = Vec::with_capacity(found.len());
    let mut before = 0;
    for byte in found {
        match byte {
            b'\r' => before += 1,
            other => {
                let kept = if *other == b'\n' { returns(before) } else { before };
                written.resize(written.len() + kept, b'\r');
                written.push(*other);
                before = 0;
            }
        }
    }
    written.resize(written.len() + before, b'\r');
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_again_whichever_way_their_line_ends_went() {
        let cases: [(&[u8], &[u8]); 6] = [
            (b"a\nb\n", b"a\r\nb\r\n"),
            (b"a\r\nb\r\n", b"a\nb\n"),
            (b"a\r\nb\r\n", b"a\r\r\nb\r\r\n"),
            // Every line end of an image got an extra carriage return.
            (b"\x89PNG\r\n\x1a\n\0", b"\x89PNG\r\r\n\x1a\r\n\0"),
            (b"a\rb\nc\r", b"a\rb\r\nc\r"),
            (b"a\r\nb", b"a\nb"),
        ];
        for (published, found) in cases {
            assert!(differ(found, &checksum::of(published)), "{published:?} {found:?}");
        }
        let others: [(&[u8], &[u8]); 4] =
            [(b"a\nb\n", b"a\r\nc\r\n"), (b"a b", b"a\nb"), (b"a\n", b"\xEF\xBB\xBFa\n"), (b"\x89PNG\r\n\x1a\n", b"\x89PNG\n\x1a\n")];
        for (published, found) in others {
            assert!(!differ(found, &checksum::of(published)), "{published:?} {found:?}");
        }
    }
}
