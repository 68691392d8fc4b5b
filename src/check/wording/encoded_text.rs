//! Text encoded with one byte per character.
//!
//! The first two UTF-8 bytes of a Thai letter carry almost no information. With one byte per
//! character, a Thai text is a third as long, and the scan can be vectorized.

use crate::slice::slice;

/// A text encoded as [codes](code).
pub(in crate::check) struct EncodedText<'t> {
    text: &'t str,
    /// Codes, preceded by two line feeds, so that every character has two predecessors.
    padded: Vec<u8>,
}

/// A line of a text, without its line end.
#[derive(Clone, Copy)]
pub(in crate::check) struct EncodedLine<'t> {
    /// Byte offset in the text.
    pub(in crate::check) start: usize,
    pub(in crate::check) text: &'t str,
    /// Number of digits, Thai or Arabic.
    pub(in crate::check) digits: usize,
}

const PAD: usize = 2;

impl<'t> EncodedText<'t> {
    pub(in crate::check) fn of(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut padded = vec![b'\n'; PAD + bytes.len()];
        let (mut count, mut at) = (PAD, 0);
        while at < bytes.len() {
            // Separate loops for Thai and ASCII: runs of one kind are long, and within a run the
            // offset of a character does not depend on the previous width.
            let before = count;
            for (three, code) in bytes[at..].as_chunks().0.iter().zip(&mut padded[count..]) {
                let [0xE0, half @ (0xB8 | 0xB9), last] = three else { break };
                *code = thai(*half, *last);
                count += 1;
            }
            at += 3 * (count - before);
            let before = count;
            for (ascii, code) in bytes[at..].iter().zip(&mut padded[count..]).take_while(|(byte, _)| byte.is_ascii()) {
                *code = *ascii;
                count += 1;
            }
            at += count - before;
            if let Some(other) = slice(text, at..).chars().next() {
                padded[count] = code(other);
                (count, at) = (count + 1, at + other.len_utf8());
            }
        }
        padded.truncate(count);
        Self { text, padded }
    }

    pub(in crate::check) fn text(&self) -> &'t str {
        self.text
    }

    /// One code per character.
    pub(super) fn codes(&self) -> &[u8] {
        &self.padded[PAD..]
    }

    /// Byte offsets of the characters that `is_picked` accepts, given the codes of the two
    /// characters before and its own.
    pub(in crate::check) fn picked(&self, is_picked: impl Fn([u8; 3]) -> bool) -> Vec<usize> {
        const BLOCK: usize = 64;
        let mut picked = Vec::new();
        let mut bytes = self.bytes();
        let own = self.codes();
        let (before_last, last) = (&self.padded[..own.len()], &self.padded[1..=own.len()]);
        for from in (0..own.len()).step_by(BLOCK) {
            let block = from..own.len().min(from + BLOCK);
            let threes = before_last[block.clone()].iter().zip(&last[block.clone()]).zip(&own[block]);
            // Branch-free test of a whole block, many times faster than one per character; most
            // blocks have no match.
            let mut any = false;
            for ((before_last, last), own) in threes.clone() {
                any |= is_picked([*before_last, *last, *own]);
            }
            if any {
                let here = threes.enumerate().filter(|(_, ((before_last, last), own))| is_picked([**before_last, **last, **own]));
                picked.extend(here.map(|(at, _)| bytes.before(from + at)));
            }
        }
        picked
    }

    pub(in crate::check) fn lines(&self) -> impl Iterator<Item = EncodedLine<'t>> {
        let mut bytes = self.bytes();
        let mut letter = 0;
        self.codes().split(|code| *code == b'\n').map(move |codes| {
            let start = bytes.before(letter);
            let end = bytes.before(letter + codes.len());
            letter += codes.len() + 1;
            EncodedLine {
                start,
                text: slice(self.text, start..end).trim_end_matches('\r'),
                digits: sum(codes, |code| u8::from(is_digit(code))),
            }
        })
    }

    /// Starts a conversion of character indices to byte offsets.
    pub(super) fn bytes(&self) -> Bytes<'_> {
        Bytes { codes: self.codes(), letters: 0, bytes: 0 }
    }
}

/// Converts ascending character indices to byte offsets.
pub(super) struct Bytes<'l> {
    codes: &'l [u8],
    letters: usize,
    bytes: usize,
}

impl Bytes<'_> {
    /// Byte offset of a character; its index must not be less than that of the previous call.
    pub(super) fn before(&mut self, letter: usize) -> usize {
        self.bytes += sum(&self.codes[self.letters..letter], width);
        self.letters = letter;
        self.bytes
    }
}

/// Code of a character: ASCII unchanged, Thai from 0x80 in Unicode order, others by their length in
/// UTF-8.
#[inline]
pub(in crate::check) const fn code(c: char) -> u8 {
    match c {
        '\0'..='\x7F' => c as u8,
        '\u{E00}'..='\u{E7F}' => thai((c as u32 >> 6) as u8, c as u8),
        '\u{E000}'..='\u{F8FF}' => PRIVATE,
        _ => match c.len_utf8() {
            2 => TWO_BYTES,
            3 => THREE_BYTES,
            _ => FOUR_BYTES,
        },
    }
}

/// Code of a Thai letter from the last two of its three bytes. U+0E7B–0E7F, which are unassigned,
/// share one code.
#[inline]
const fn thai(half: u8, last: u8) -> u8 {
    let code = 0x80 | (half & 1) << 6 | (last & 0x3F);
    if code < TWO_BYTES { code } else { TWO_BYTES - 1 }
}

const TWO_BYTES: u8 = 0xFC;
const THREE_BYTES: u8 = 0xFD;
/// Private use, U+E000–F8FF; three bytes in UTF-8.
pub(in crate::check) const PRIVATE: u8 = 0xFE;
pub(in crate::check) const FOUR_BYTES: u8 = 0xFF;

/// UTF-8 length of a code in bytes.
#[inline]
fn width(code: u8) -> u8 {
    1 + 2 * u8::from(code >= 0x80) + u8::from(code == FOUR_BYTES) - u8::from(code == TWO_BYTES)
}

/// 0–9 and ๐–๙
#[inline]
fn is_digit(code: u8) -> bool {
    code.is_ascii_digit() | is_thai_digit(code)
}

/// ๐–๙
#[inline]
pub(in crate::check) fn is_thai_digit(of: u8) -> bool {
    const ZERO: u8 = code('๐');
    of.wrapping_sub(ZERO) < 10
}

/// Sum of a value per code, at most 5 each: 48 of them fit a byte, so the additions are vectorized.
#[inline]
fn sum(codes: &[u8], worth: impl Fn(u8) -> u8) -> usize {
    let mut sum = 0;
    for few in codes.chunks(48) {
        let mut of_few = 0;
        for code in few {
            of_few += worth(*code);
        }
        sum += usize::from(of_few);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "กa\u{E7F}é–\u{F70A}😀\r\n๑2ข\n\n๛";

    #[test]
    fn every_letter_has_a_code_and_is_found_again() {
        let letters = EncodedText::of(TEXT);
        assert_eq!(letters.codes(), TEXT.chars().map(code).collect::<Vec<_>>());
        let mut bytes = letters.bytes();
        for (letter, (byte, _)) in TEXT.char_indices().enumerate() {
            assert_eq!(bytes.before(letter), byte);
        }
        assert_eq!(EncodedText::of("").codes(), [0_u8; 0]);
    }

    #[test]
    fn lines_have_no_ends() {
        let lines = EncodedText::of(TEXT);
        let lines: Vec<_> = lines.lines().map(|line| (line.start, line.text, line.digits)).collect();
        assert_eq!(lines, [(0, "กa\u{E7F}é–\u{F70A}😀", 0), (21, "๑2ข", 2), (29, "", 0), (30, "๛", 0)]);
        assert_eq!(EncodedText::of(&"๙0ก".repeat(1000)).lines().map(|line| line.digits).collect::<Vec<_>>(), [2000]);
    }

    #[test]
    fn a_letter_is_picked_wherever_it_stands() {
        for before in 0..150 {
            let text = "a".repeat(before) + "๑๒" + &"ก".repeat(before) + "๓";
            let picked = EncodedText::of(&text).picked(|[_, _, own]| is_thai_digit(own));
            assert_eq!(picked, [before, before + 3, before * 4 + 6]);
        }
        assert_eq!(EncodedText::of("x1").picked(|three| three == [b'\n', b'x', b'1']), [1]);
    }
}
