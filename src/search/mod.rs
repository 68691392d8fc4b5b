//! Offline search of every Thai word: a page matches where its own text has what was typed, letter
//! by letter, so that nothing depends on where a program parts Thai into words.
//!
//! 1. [`page_text`]: a rendered page, and the texts of its files, as a [`SearchText`] of about one
//!    byte a letter;
//! 2. [`shard()`]: the texts of some pages of a fiscal year as one script, [`pages()`]: what all shards
//!    share;
//! 3. [`answers()`]: the answers to a [`SearchQuery`], the same as `assets/search.js` of the theme gives
//!    in a browser.
//!
//! Everything grows with the text: 43,000 pages are 71 scripts of 20 MB. The first answer of the
//! newest year comes as soon as with 4,300 pages; in a browser each shard has a bit for each page
//! and trigram, so that a query reads only pages that may match.

mod abbreviations;
mod answers;
mod candidate;
mod element;
mod excerpt;
mod folded;
mod kind;
mod known_words;
mod letters;
mod normalised;
mod page_text;
mod pages;
mod passages;
mod query;
mod references;
mod searched;
mod shard;
mod spellings;
mod tags;
mod text;
mod word;

pub use abbreviations::Abbreviations;
pub use answers::{SearchAnswer, Suggestions, answers, suggestions};
pub use excerpt::Marked;
pub use known_words::{known_abbreviations, known_names};
pub use page_text::SearchedSite;
pub use pages::pages;
pub use query::{SearchFilters, SearchQuery, SearchedPart};
pub use searched::SearchedPage;
pub use shard::shard;
pub use text::SearchText;
