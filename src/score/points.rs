//! Published scores.

use std::fmt;

use super::Exact;
use crate::yaml::Decimal;

/// A score of 0–100 with at most two decimals, stored in hundredths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points(u32);

/// Full score in hundredths of a point.
const FULL: u32 = 10_000;

impl Points {
    /// Converts a number; `None` outside 0–100 or with more than two decimals (SC10).
    pub fn of(number: Decimal) -> Option<Self> {
        let hundredths = (number.value * 100.0).round();
        let published = number.decimals <= 2 && (0.0..=f64::from(FULL)).contains(&hundredths);
        published.then_some(Self(hundredths as u32))
    }

    /// Parses `28.28`, in Thai or Arabic digits.
    pub fn parse(text: &str) -> Option<Self> {
        Decimal::parse(text).and_then(Self::of)
    }

    /// Hundredths of a point, 0–10000.
    pub fn hundredths(self) -> u32 {
        self.0
    }

    /// The score as an exact fraction.
    pub fn exact(self) -> Exact {
        Exact::ratio(i64::from(self.0), 100)
    }

    /// Value for machine-readable output.
    pub fn to_number(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl fmt::Display for Points {
    /// Always with two decimals.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_published_score_is_read_to_the_hundredth() {
        for (text, hundredths) in [("28.28", 2828), ("0.29", 29), ("๑๘.๗๕", 1875), ("100", 10_000), ("0", 0), ("84.9", 8490), ("1.15", 115)]
        {
            assert_eq!(Points::parse(text).map(Points::hundredths), Some(hundredths), "{text}");
        }
        assert_eq!(Points::parse("8๑.๕").unwrap().to_string(), "81.50");
    }

    #[test]
    fn what_was_never_published_is_none() {
        for text in ["100.01", "-0.01", "28.281", "", "-", "NaN", "inf", "1e1", "28.", "999999999999999999999"] {
            assert_eq!(Points::parse(text), None, "{text}");
        }
    }
}
