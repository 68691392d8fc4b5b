//! Numbers that are the same on every machine and in every year.

/// SplitMix64: ten lines that no update of a library changes.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The numbers of one page.
    pub fn of(seed: u64, page: u64) -> Random {
        Random(seed.wrapping_mul(0xD6E8_FEB8_6659_FD93) ^ page.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    /// Below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % end as u64) as usize
    }

    /// From `first` to `last`.
    pub fn within(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last - first + 1)
    }

    /// One of a list.
    pub fn one<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}
