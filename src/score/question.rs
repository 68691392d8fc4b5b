//! Survey question codes.

use std::fmt;

use crate::catalogue::{Catalogue, Instrument};
use crate::thai::to_arabic;

/// A code such as `E6` or `I21`: first letter of the survey and question number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct QuestionCode {
    pub(crate) instrument: Instrument,
    /// The question number, 1–999.
    pub(crate) number: u32,
}

/// Instruments with questions; the checklist has items instead.
const SURVEYS: [Instrument; 2] = [Instrument::Iit, Instrument::Eit];

impl QuestionCode {
    /// Parses `E6`, `e6`, `E๖`, `E 6`.
    pub fn parse(text: &str) -> Option<Self> {
        let plain: String = to_arabic(text).chars().filter(|c| !c.is_whitespace()).collect();
        let letter = plain.chars().next()?.to_ascii_uppercase();
        let instrument = SURVEYS.into_iter().find(|instrument| letter_of(*instrument) == Some(letter))?;
        let digits = plain.get(1..).filter(|digits| (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()))?;
        let number = digits.parse().ok()?;
        (number > 0).then_some(Self { instrument, number })
    }

    /// True if the survey of the year contains the question; `None` if the catalogue has no
    /// question range for that survey.
    pub fn is_asked(self, catalogue: &Catalogue) -> Option<bool> {
        let range = catalogue.questions.iter().find(|range| range.instrument == self.instrument)?;
        Some((range.first..=range.last).contains(&self.number))
    }
}

impl fmt::Display for QuestionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", letter_of(self.instrument).unwrap_or('?'), self.number)
    }
}

fn letter_of(instrument: Instrument) -> Option<char> {
    instrument.key().chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_one_question_is_the_same_question() {
        for text in ["E6", "e6", "E๖", " E 6 ", "E06"] {
            assert_eq!(QuestionCode::parse(text).map(|code| code.to_string()).as_deref(), Some("E6"), "{text}");
        }
    }

    #[test]
    fn codes_that_a_scan_broke_are_none() {
        for text in ["1๒๑", "1๙", "O1", "E", "E0", "E1234", "ข้อ 6", "", "E-1", "E๖ก"] {
            assert_eq!(QuestionCode::parse(text), None, "{text}");
        }
    }
}
