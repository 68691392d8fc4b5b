//! Ranges of hidden rows or columns.

/// Ranges of rows or columns, from 0; both ends are in them.
#[derive(Debug, Default)]
pub(super) struct LineRanges {
    /// Ascending and apart once [`LineRanges::sorted`].
    ranges: Vec<(u32, u32)>,
}

impl LineRanges {
    /// Adds a range.
    pub(super) fn add(&mut self, first: u32, last: u32) {
        match self.ranges.last_mut() {
            Some(before) if before.0 <= first && first <= before.1.saturating_add(1) => before.1 = before.1.max(last),
            _ => self.ranges.push((first, last)),
        }
    }

    /// The same, so that lines can be looked for.
    pub(super) fn sorted(mut self) -> Self {
        self.ranges.sort_unstable();
        let mut sorted = LineRanges::default();
        for (first, last) in self.ranges {
            sorted.add(first, last);
        }
        sorted
    }

    /// Number of the range with this line.
    pub(super) fn find(&self, line: u32) -> Option<usize> {
        let after = self.ranges.partition_point(|(first, _)| *first <= line);
        let at = after.checked_sub(1)?;
        self.ranges.get(at).filter(|(_, last)| line <= *last).map(|_| at)
    }

    /// The first line from `line` on that is in no range.
    pub(super) fn next_outside(&self, line: u32) -> u32 {
        self.find(line).and_then(|at| self.get(at)).map_or(line, |(_, last)| last.saturating_add(1))
    }

    /// A range by its number.
    pub(super) fn get(&self, at: usize) -> Option<(u32, u32)> {
        self.ranges.get(at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_in_ranges() {
        let mut ranges = LineRanges::default();
        for (first, last) in [(7, 9), (2, 3), (4, 4), (0, 0)] {
            ranges.add(first, last);
        }
        let ranges = ranges.sorted();
        assert_eq!(
            [0, 1, 2, 4, 5, 8].map(|line| ranges.find(line).and_then(|at| ranges.get(at))),
            [Some((0, 0)), None, Some((2, 4)), Some((2, 4)), None, Some((7, 9))]
        );
        assert_eq!([0, 2, 5, 9].map(|line| ranges.next_outside(line)), [1, 5, 5, 10]);
    }
}
