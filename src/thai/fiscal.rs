//! Thai fiscal years: 1 October to 30 September, named after the BE year in which they end (DM3).

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};

use super::{Date, Month};

/// A fiscal year as BE number, 2500–2699.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct FiscalYear(u16);

impl FiscalYear {
    /// `None` outside 2500–2699, so that a CE year is not accepted as BE.
    pub fn new(buddhist_era: u16) -> Option<Self> {
        (2500..2700).contains(&buddhist_era).then_some(Self(buddhist_era))
    }

    /// Parses `2566`, in Thai or Arabic digits, optionally after `พ.ศ.`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = super::to_arabic(text.trim().trim_start_matches("พ.ศ.").trim());
        (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok().and_then(Self::new))?
    }

    /// The fiscal year that contains `date`.
    pub fn of(date: Date) -> Option<Self> {
        let month = date.month();
        let year = month.buddhist_year() + i32::from(month.number() >= 10);
        u16::try_from(year).ok().and_then(Self::new)
    }

    /// The BE number.
    pub fn number(self) -> u16 {
        self.0
    }

    /// The preceding fiscal year.
    pub fn previous(self) -> Option<Self> {
        Self::new(self.0 - 1)
    }

    /// 1 October of the preceding calendar year.
    pub fn first_day(self) -> Option<Date> {
        Date::new(i16::try_from(self.0).ok()? - 544, 10, 1)
    }

    /// 30 September of the year itself.
    pub fn last_day(self) -> Option<Date> {
        Date::new(i16::try_from(self.0).ok()? - 543, 9, 30)
    }

    /// October of the preceding calendar year.
    pub fn first_month(self) -> Month {
        Month::of_buddhist_year(i32::from(self.0) - 1, 10)
    }

    /// September of the year itself.
    pub fn last_month(self) -> Month {
        Month::of_buddhist_year(i32::from(self.0), 9)
    }
}

impl fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl serde::Serialize for FiscalYear {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn october_belongs_to_the_next_fiscal_year() {
        let of = |text| FiscalYear::of(Date::parse(text).unwrap().date).unwrap().number();
        assert_eq!(of("2023-09-30"), 2566);
        assert_eq!(of("2023-10-01"), 2567);
    }

    #[test]
    fn a_christian_year_is_not_a_fiscal_year() {
        assert_eq!(FiscalYear::parse("2023"), None);
        assert_eq!(FiscalYear::parse("พ.ศ. 2566").map(FiscalYear::number), Some(2566));
        assert_eq!(FiscalYear::parse("๒๕๖๖").map(FiscalYear::number), Some(2566));
        assert_eq!(FiscalYear::parse("02566"), None);
    }
}
