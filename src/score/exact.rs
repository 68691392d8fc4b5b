//! Exact fractions; the only user of `num-rational`.

use num_rational::BigRational;

/// Exact rational number computed from scores. Not a float, so that a mean of 87.505 does not
/// become 87.50499….
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(BigRational);

impl Exact {
    /// Zero.
    pub fn zero() -> Self {
        Self::ratio(0, 1)
    }

    /// `part / whole`; zero if `whole` is zero.
    pub fn ratio(part: i64, whole: i64) -> Self {
        match whole {
            0 => Self::ratio(0, 1),
            _ => Self(BigRational::new(part.into(), whole.into())),
        }
    }

    /// Converts a catalogue number (weight, grade limit), rounded to four decimals, the most ever
    /// published.
    pub fn decimal(value: f64) -> Self {
        Self::ratio((value * 10_000.0).round() as i64, 10_000)
    }

    /// The sum.
    pub fn plus(&self, other: &Self) -> Self {
        Self(&self.0 + &other.0)
    }

    /// The product.
    pub fn times(&self, other: &Self) -> Self {
        Self(&self.0 * &other.0)
    }

    /// Absolute difference.
    pub fn distance(&self, other: &Self) -> Self {
        match self > other {
            true => Self(&self.0 - &other.0),
            false => Self(&other.0 - &self.0),
        }
    }

    /// Arithmetic mean; `None` if empty.
    pub fn mean(values: impl IntoIterator<Item = Self>) -> Option<Self> {
        let (mut sum, mut count) = (Self::zero(), 0);
        for value in values {
            sum = sum.plus(&value);
            count += 1;
        }
        (count > 0).then(|| sum.times(&Self::ratio(1, count)))
    }

    /// Formats with `decimals` decimals, rounded half up: `43.55`.
    pub fn printed(&self, decimals: u32) -> String {
        let units = self.units(decimals);
        let scale = 10_u64.pow(decimals);
        let sign = if units < 0 { "-" } else { "" };
        match decimals {
            0 => format!("{units}"),
            _ => format!("{sign}{}.{:0width$}", units.unsigned_abs() / scale, units.unsigned_abs() % scale, width = decimals as usize),
        }
    }

    /// Value for machine-readable output, rounded half up to four decimals.
    pub fn to_number(&self) -> f64 {
        self.units(4) as f64 / 10_000.0
    }

    /// Value in units of 10^-`decimals`, rounded half up; saturates at `i64::MAX`.
    fn units(&self, decimals: u32) -> i64 {
        let scaled = self.times(&Self::ratio(10_i64.pow(decimals), 1)).plus(&Self::ratio(1, 2));
        i64::try_from(scaled.0.floor().to_integer()).unwrap_or(i64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_rounded_up_without_the_surprises_of_floats() {
        assert_eq!(Exact::ratio(43_545, 1000).printed(2), "43.55");
        assert_eq!(Exact::ratio(1005, 1000).printed(2), "1.01");
        assert_eq!(Exact::ratio(2, 3).printed(4), "0.6667");
        assert_eq!(Exact::ratio(-1, 4).printed(1), "-0.2");
        assert_eq!(Exact::decimal(84.1).printed(2), "84.10");
        assert_eq!(Exact::ratio(43_545, 1000).to_number(), 43.545);
    }

    #[test]
    fn a_share_of_nothing_and_the_mean_of_nothing() {
        assert_eq!(Exact::ratio(1, 0), Exact::zero());
        assert_eq!(Exact::mean([]), None);
        assert_eq!(Exact::decimal(f64::INFINITY), Exact::ratio(i64::MAX, 10_000));
    }
}
