//! Assessment arithmetic: pure functions over a [`Catalogue`](crate::catalogue::Catalogue) and
//! published scores (MA1–MA4).
//!
//! ```text
//! item      ∈ {0, 100}
//! sub       = 100 · passed / asked
//! indicator = mean of its subs (checklist), or as published (surveys)
//! instrument = mean of its indicators
//! total     = Σ weight · instrument
//! ```
//!
//! Indicator numbers, item counts, weights, grades and targets come from the catalogue of the year;
//! none is hard-coded here. Published scores are integer hundredths ([`Points`]) and computed
//! values exact fractions ([`Exact`]), so that ±0.01 and rounding half up are exact.
//!
//! | function | computes |
//! |---|---|
//! | [`instrument_means`], [`total`] | instrument means and weighted total |
//! | [`possible_grades`] | grades possible for a total |
//! | [`worth`], [`forecast`] | value of an item, expected score of a body |
//! | [`invert`] | passed-item counts behind a published score |
//! | [`smallest_sample`] | possible number of respondents |

mod exact;
mod forecast;
mod grade;
mod invert;
mod points;
mod question;
mod sample;
mod total;

#[cfg(test)]
mod vectors;

pub use exact::Exact;
pub use forecast::{Forecast, ItemForecast, forecast, worth};
pub use grade::possible_grades;
pub use invert::{Inversion, asked, invert};
pub use points::Points;
pub use question::QuestionCode;
pub use sample::{is_share_of, odd_one_out, smallest_sample};
pub use total::{Scores, instrument_mean, instrument_means, scores_of, total, weight};
