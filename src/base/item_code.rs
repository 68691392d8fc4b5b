//! Codes of checklist items.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::slice::slice;
use crate::thai::to_arabic;

/// A code such as `O42` or `MOIT3`: upper-case letters and a number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct ItemCode {
    letters: String,
    number: u16,
}

impl ItemCode {
    /// Parses `O42`, `o42`, `O๔๒`, `OIT 42`, `042` (zero for the letter O, common on real sites),
    /// `MOIT 3` (DM4).
    pub fn parse(text: &str) -> Option<Self> {
        let plain: String = to_arabic(text).chars().filter(|c| !c.is_whitespace()).collect();
        let letters: String = plain.chars().take_while(char::is_ascii_alphabetic).map(|c| c.to_ascii_uppercase()).collect();
        let digits = slice(&plain, letters.len()..);
        let (letters, digits) = match letters.as_str() {
            "" => ("O".to_owned(), digits.strip_prefix('0')?),
            "OIT" => ("O".to_owned(), digits),
            _ => (letters, digits),
        };
        let short = letters.len() <= 8 && (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        let number: u16 = short.then(|| digits.parse().ok())??;
        (number > 0).then_some(Self { letters, number })
    }

    /// The number without the letters.
    pub fn number(&self) -> u16 {
        self.number
    }

    /// The letters before the number.
    pub fn letters(&self) -> &str {
        &self.letters
    }

    /// Formats codes for display, consecutive ones as a range: `O1–O41 O43`.
    pub fn ranges<'c>(codes: impl IntoIterator<Item = &'c ItemCode>) -> String {
        let mut runs: Vec<(&ItemCode, &ItemCode)> = Vec::new();
        for code in codes {
            match runs.last_mut() {
                Some((_, last)) if last.letters == code.letters && last.number + 1 == code.number => *last = code,
                _ => runs.push((code, code)),
            }
        }
        let run = |(first, last): (&ItemCode, &ItemCode)| match last.number - first.number {
            0 => first.to_string(),
            1 => format!("{first} {last}"),
            _ => format!("{first}–{last}"),
        };
        runs.into_iter().map(run).collect::<Vec<_>>().join(" ")
    }

    /// Folder name and URL segment: `o42`.
    pub fn slug(&self) -> String {
        self.to_string().to_ascii_lowercase()
    }
}

impl fmt::Display for ItemCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.letters, self.number)
    }
}

impl serde::Serialize for ItemCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_one_code_is_the_same_code() {
        for text in ["O42", "o42", "O๔๒", "OIT 42", "oit42", "042", "0๔๒", " O 42 "] {
            assert_eq!(ItemCode::parse(text).map(|code| code.to_string()).as_deref(), Some("O42"), "{text}");
        }
        assert_eq!(ItemCode::parse("MOIT 3").unwrap().slug(), "moit3");
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for text in ["", "O", "O0", "42", "O-1", "O4.2", "O1234", "ข้อ 42", "O42a"] {
            assert_eq!(ItemCode::parse(text), None, "{text}");
        }
    }
}
