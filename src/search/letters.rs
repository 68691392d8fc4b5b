//! The codes of a shard's letters.

use std::collections::BTreeMap;

use crate::search::text::{SearchText, Sign, near_letter};

/// Which code each letter of a shard has: the commonest the shortest.
///
/// Codes up to U+00FF keep a string of the browser at one byte a letter; letters beyond the first 242 get higher ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    /// All letters, the commonest first.
    ranked: Vec<char>,
    /// By the byte of a near sign.
    near: Vec<char>,
    far: BTreeMap<char, char>,
    /// Signs of all texts together, in bytes of UTF-8.
    size: usize,
}

impl Letters {
    /// The table for these texts.
    pub fn of(texts: &[SearchText]) -> Letters {
        let mut near = [0_usize; 256];
        let mut far: BTreeMap<char, usize> = BTreeMap::new();
        for text in texts {
            text.each_sign(|sign| match sign {
                Sign::Near(byte) => near[usize::from(byte)] += 1,
                Sign::Far(c) => *far.entry(c).or_default() += 1,
            });
        }
        let counts = (0..=u8::MAX).zip(near).filter(|(_, count)| *count > 0);
        let begins = counts.clone().filter(|(byte, _)| near_letter(*byte).is_none()).map(|(_, count)| count).sum();
        let mut counted: Vec<(char, usize)> = counts.filter_map(|(byte, count)| Some((near_letter(byte)?, count))).chain(far).collect();
        counted.sort_by_key(|(c, count)| (std::cmp::Reverse(*count), *c));
        Letters::ranked(&counted, begins)
    }

    fn ranked(counted: &[(char, usize)], begins: usize) -> Letters {
        let mut letters = Letters { size: begins, ..Letters::default() };
        for ((c, count), code) in counted.iter().zip(codes()) {
            letters.ranked.push(*c);
            letters.size += count * code.len_utf8();
            letters.far.insert(*c, code);
        }
        // The codes that begin a passage are the bytes themselves.
        let code =
            |byte: u8| near_letter(byte).map_or(char::from(byte), |c| letters.far.get(&c).copied().unwrap_or(char::REPLACEMENT_CHARACTER));
        letters.near = (0..=u8::MAX).map(code).collect();
        letters
    }

    /// All letters, in the order of [`codes`].
    pub fn table(&self) -> String {
        self.ranked.iter().collect()
    }

    /// The bytes of all texts in codes.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Puts the codes of a text behind `coded`; U+FFFD for a letter beyond the last code.
    pub fn put(&self, text: &SearchText, coded: &mut String) {
        let code = |sign| match sign {
            Sign::Near(byte) => self.near.get(usize::from(byte)),
            Sign::Far(c) => self.far.get(&c),
        };
        text.each_sign(|sign| coded.push(code(sign).copied().unwrap_or(char::REPLACEMENT_CHARACTER)));
    }
}

/// The codes in the order in which they are given: first those of one byte that need no escape in a template literal of JavaScript, then
/// the rest up to U+00FF, then up to U+D7FF. The script has the same order.
pub fn codes() -> impl Iterator<Item = char> {
    let plain = (0x20..=0x7F).filter(|code| !matches!(char::from_u32(*code), Some('`' | '\\' | '$')));
    plain.chain(6..=8).chain(0xE..=0x1F).chain(0x80..=0xD7FF).filter_map(char::from_u32)
}
