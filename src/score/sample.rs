//! Infers the number of respondents from published answer percentages.

use crate::yaml::Decimal;

/// True if some integer count out of `people`, rounded half up to the decimals as typed, prints as
/// `percent`. Always false for a percentage outside 0–100 or with more than two decimals.
pub fn is_share_of(percent: Decimal, people: u32) -> bool {
    let Some((printed, full)) = units(percent).filter(|_| people > 0) else { return false };
    let people = u64::from(people);
    let near = printed * people / full;
    let rounded = |count: u64| (2 * full * count + people) / (2 * people);
    (near.saturating_sub(1)..=(near + 1).min(people)).any(|count| rounded(count) == printed)
}

/// Smallest number of respondents, at most `most`, that is consistent with all `percents`; `None`
/// if there is none (SC7).
pub fn smallest_sample(percents: &[Decimal], most: u32) -> Option<u32> {
    percents.iter().fold((1..=most).collect(), narrowed).first().copied()
}

/// Index of the first percentage that leaves no number of respondents up to `most` consistent with
/// it and all before it.
pub fn odd_one_out(percents: &[Decimal], most: u32) -> Option<usize> {
    let mut samples: Vec<u32> = (1..=most).collect();
    percents.iter().position(|percent| {
        samples = narrowed(std::mem::take(&mut samples), percent);
        samples.is_empty()
    })
}

fn narrowed(mut samples: Vec<u32>, percent: &Decimal) -> Vec<u32> {
    samples.retain(|people| is_share_of(*percent, *people));
    samples
}

/// `percent` and 100 %, both in units of the last decimal of `percent`.
fn units(percent: Decimal) -> Option<(u64, u64)> {
    let scale = match percent.decimals {
        0 => 1,
        1 => 10,
        2 => 100,
        _ => return None,
    };
    let full = 100 * scale;
    let printed = (percent.value * scale as f64).round();
    (0.0..=full as f64).contains(&printed).then_some((printed as u64, full))
}
