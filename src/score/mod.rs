//! The arithmetic of the assessment: pure functions over a
//! [`Catalogue`](crate::catalogue::Catalogue) and published figures (MA1–MA4).
//!
//! ```text
//! item      ∈ {0, 100}
//! sub       = 100 · passed / asked
//! indicator = mean of its subs (checklist), or as published (surveys)
//! instrument = mean of its indicators
//! total     = Σ weight · instrument
//! ```
//!
//! Numbers of indicators, counts of items, weights, grades and targets come from the catalogue of
//! the year; none stands here. Figures are whole hundredths ([`Points`]) and what is computed from
//! them is an exact fraction ([`Exact`]), so that ±0.01 and rounding half up mean what they say.
//!
//! | function | answers |
//! |---|---|
//! | [`instrument_means`], [`total`] | what the indicators make |
//! | [`possible_grades`] | which grades a total can have |
//! | [`worth`], [`forecast`] | what an item is worth, and what a body would score |
//! | [`invert`] | which counts of passed items give a published score |
//! | [`smallest_sample`] | how many people can have answered |

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
