//! Recovers the numbers of passed items from a published score (MA3).

use super::Points;
use crate::catalogue::{Indicator, SubIndicator};

/// Step limit of the search; real checklists need some thousands.
const MAX_STEPS: u32 = 1_000_000;
/// Limit on the number of solutions.
const MAX_SOLUTIONS: usize = 10_000;
/// Limit on sub-indicators per indicator; larger than in any list.
const MAX_PARTS: usize = 64;
/// Limit on the common denominator of the counts, below which no sum overflows `i128`.
const LARGEST_DENOMINATOR: i128 = 1 << 80;

/// All tuples of passed-item counts that yield a published score.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inversion {
    /// One count per sub-indicator, in list order; solutions in ascending order.
    pub(crate) solutions: Vec<Vec<u32>>,
    /// False if the search hit a limit; more solutions may exist then.
    pub(crate) complete: bool,
}

impl Inversion {
    /// True if the score can be reached; `None` if the search hit a limit before finding a
    /// solution.
    pub fn is_attainable(&self) -> Option<bool> {
        match (self.solutions.is_empty(), self.complete) {
            (false, _) => Some(true),
            (true, true) => Some(false),
            (true, false) => None,
        }
    }
}

/// Number of items per sub-indicator; sub-indicators without items have no score and are left out.
pub fn asked(indicator: &Indicator) -> Vec<(&SubIndicator, u32)> {
    let count = |sub: &SubIndicator| sub.groups.iter().map(|group| group.items.len()).sum::<usize>();
    let counted = indicator.sub_indicators.iter().map(|sub| (sub, u32::try_from(count(sub)).unwrap_or(u32::MAX)));
    counted.filter(|(_, count)| *count > 0).collect()
}

/// Finds all tuples of passed counts whose mean, rounded half up to two decimals, is `published`.
/// Bounded: hostile counts yield an incomplete result instead of a long run.
///
/// With `L` the least common multiple of the counts, the sum of a tuple is a multiple of `1/L`, and
/// the sums that print as `published` form an interval. Depth-first search over the counts, pruned
/// when the remaining sub-indicators cannot reach the interval.
pub fn invert(asked: &[u32], published: Points) -> Inversion {
    let too_large = Inversion::default();
    if asked.is_empty() || asked.contains(&0) {
        return Inversion { complete: true, ..too_large };
    }
    let Some(denominator) = least_common_multiple(asked).filter(|_| asked.len() <= MAX_PARTS) else { return too_large };
    let whole = asked.len() as i128 * denominator;
    // published − ½ ≤ 10000 · sum / whole < published + ½, in integers.
    let first_at = |twice: i128| ceil_div(twice * whole, 20_000);
    let twice = i128::from(published.hundredths()) * 2;
    let mut search = InversionSearch {
        asked,
        denominator,
        low: first_at(twice - 1),
        high: first_at(twice + 1) - 1,
        steps_left: MAX_STEPS,
        passed: Vec::with_capacity(asked.len()),
        found: Inversion { solutions: Vec::new(), complete: true },
    };
    search.go_on(0);
    search.found
}

struct InversionSearch<'a> {
    asked: &'a [u32],
    denominator: i128,
    low: i128,
    high: i128,
    steps_left: u32,
    passed: Vec<u32>,
    found: Inversion,
}

impl InversionSearch<'_> {
    /// Tries each count of the next sub-indicator that can still reach the interval.
    fn go_on(&mut self, sum: i128) {
        let Some(&asked) = self.asked.get(self.passed.len()) else {
            self.found.solutions.push(self.passed.clone());
            return;
        };
        let step = self.denominator / i128::from(asked);
        let best_rest = (self.asked.len() - self.passed.len() - 1) as i128 * self.denominator;
        let least = ceil_div(self.low - best_rest - sum, step).max(0);
        let most = (self.high - sum).div_euclid(step).min(i128::from(asked));
        for count in least..=most {
            if self.steps_left == 0 || self.found.solutions.len() >= MAX_SOLUTIONS {
                self.found.complete = false;
                return;
            }
            self.steps_left -= 1;
            self.passed.push(u32::try_from(count).unwrap_or(asked));
            self.go_on(sum + count * step);
            self.passed.pop();
        }
    }
}

fn ceil_div(number: i128, by: i128) -> i128 {
    -(-number).div_euclid(by)
}

fn least_common_multiple(counts: &[u32]) -> Option<i128> {
    let mut multiple = 1_i128;
    for count in counts {
        let count = i128::from(*count);
        multiple = multiple / greatest_common_divisor(multiple, count) * count;
        if multiple > LARGEST_DENOMINATOR {
            return None;
        }
    }
    Some(multiple)
}

fn greatest_common_divisor(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}
