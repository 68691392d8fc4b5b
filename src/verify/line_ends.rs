//! What a transfer as text does to a file: a program that is set so rewrites every line end, also
//! of files that are no text.

use crate::checksum;

/// Bytes of the largest file whose line ends are looked at.
pub(super) const MAX_BYTES: u64 = 8 << 20;

/// Whether `found` is the file with this hash, but for its line ends. Of a picture that lost bytes
/// nobody can tell, since any may have been there.
pub(super) fn differ(found: &[u8], sha256: &str) -> bool {
    let undone: [fn(usize) -> usize; 3] = [|_| 0, |_| 1, |returns| returns.saturating_sub(1)];
    found.contains(&b'\n') && undone.into_iter().any(|returns| checksum::of(&rewritten(found, returns)) == sha256)
}

/// The same with `\n` alone.
pub(super) fn plain(found: &[u8]) -> Vec<u8> {
    rewritten(found, |_| 0)
}

/// Each `\n` after as many `\r` as `returns` makes of those before it.
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
            // Every line end of a picture got one more return.
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
