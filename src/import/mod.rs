//! Import: the tables of measures and of progress in a document, as a page.
//!
//! A document is [read](crate::attachment::read_grid) as tables and paragraphs, [`page_facts`] finds in
//! them what the model of front matter has a place for, and [`written`] is the page. What is doubtful is
//! taken as it stands and reported with its place; a status, a year or a score is never guessed. What has
//! no place in the model is kept in the text of the page. Nothing is ever overwritten.

mod doubt_words;
mod made_page;
pub mod page_facts;
mod page_maker;
mod target;
mod written;

pub use doubt_words::{key, sentence};
pub use made_page::{FactCounts, MadePage, NotImported};
pub use page_maker::PageMaker;
pub use target::{ImportTarget, NoTarget};
