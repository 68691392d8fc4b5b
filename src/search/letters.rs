//! The codes of a shard's letters.

use std::collections::BTreeMap;

use crate::search::text::{SearchText, Sign};

/// Which code each letter of a shard has: the commonest the shortest.
///
/// Codes up to U+00FF keep a string of the browser at one byte a letter; letters beyond the first 242 get higher ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    /// All letters, the commonest first.
    ranked: Vec<char>,
    near: Vec<char>,
    far: BTreeMap<char, char>,
    /// Signs of all texts together, in bytes of UTF-8.
    size: usize,
}

/// Codes that begin a passage: this and the next four.
const BEGIN: u32 = 1;
/// Letters below this code are looked up without a search.
const NEAR: u32 = 0xE80;

impl Letters {
    /// The table for these texts.
    pub fn of(texts: &[SearchText]) -> Letters {
        let mut near = vec![0_usize; NEAR as usize];
        let mut far: BTreeMap<char, usize> = BTreeMap::new();
        let mut begins = 0;
        for sign in texts.iter().flat_map(SearchText::signs) {
            match sign {
                Sign::Begin(_) => begins += 1,
                Sign::Letter(c) => match near.get_mut(u32::from(c) as usize) {
                    Some(count) => *count += 1,
                    None => *far.entry(c).or_default() += 1,
                },
            }
        }
        let near = near.into_iter().zip(0..).filter_map(|(count, code)| Some((char::from_u32(code)?, count)));
        let mut counted: Vec<(char, usize)> = near.filter(|(_, count)| *count > 0).chain(far).collect();
        counted.sort_by_key(|(c, count)| (std::cmp::Reverse(*count), *c));
        Letters::ranked(&counted, begins)
    }

    fn ranked(counted: &[(char, usize)], begins: usize) -> Letters {
        let mut letters = Letters { near: vec![char::REPLACEMENT_CHARACTER; NEAR as usize], size: begins, ..Letters::default() };
        for ((c, count), code) in counted.iter().zip(codes()) {
            letters.ranked.push(*c);
            letters.size += count * code.len_utf8();
            match letters.near.get_mut(u32::from(*c) as usize) {
                Some(entry) => *entry = code,
                None => {
                    letters.far.insert(*c, code);
                }
            }
        }
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

    /// The code of a sign; U+FFFD for a letter beyond the last code.
    pub fn code(&self, sign: Sign) -> char {
        match sign {
            Sign::Begin(rank) => char::from_u32(BEGIN + u32::from(rank)).unwrap_or('\u{1}'),
            Sign::Letter(c) => match self.near.get(u32::from(c) as usize) {
                Some(code) => *code,
                None => self.far.get(&c).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
            },
        }
    }
}

/// The codes in the order in which they are given: first those of one byte that need no escape in a template literal of JavaScript, then
/// the rest up to U+00FF, then up to U+D7FF. The script has the same order.
pub fn codes() -> impl Iterator<Item = char> {
    let plain = (0x20..=0x7F).filter(|code| !matches!(char::from_u32(*code), Some('`' | '\\' | '$')));
    plain.chain(6..=8).chain(0xE..=0x1F).chain(0x80..=0xD7FF).filter_map(char::from_u32)
}
