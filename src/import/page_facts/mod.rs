//! Tables of measures and progress reports as front matter.
//!
//! [`facts`] reads a document as the reader gives it (paragraphs and tables) in three passes: blocks
//! become paragraphs and tables ([`table`], [`head`], [`role`]); the text around the tables gives title,
//! years and the head of a memo ([`matter`], [`memo`]); then each row gives an issue, a measure, an entry
//! of progress or a score. Nothing is guessed silently: what could be meant otherwise is a [`Doubt`], and
//! what finds no place stays in the body.
//!
//! To add a wording of a heading: [`role`]. To add a kind of column: [`role`], then the part of front
//! matter that it goes to ([`measure`], [`progress`], [`issue`], [`assessment`]) and [`row`]`::is_taken`.

mod addressed;
mod assessment;
mod cadence;
mod doubt;
mod draft;
mod fields;
mod head;
mod imported_measure;
mod indicator;
mod issue;
mod item_code;
mod known;
mod list;
mod markdown;
mod matching;
mod matter;
mod measure;
mod memo;
mod month_columns;
mod number;
mod other_indicators;
mod page;
mod paragraph;
mod parted;
mod people;
mod period;
mod period_reading;
mod period_tokens;
mod plain_markdown;
mod progress;
mod question;
mod repeated;
mod role;
mod row;
mod scores;
mod sentence;
mod status;
mod table;
#[cfg(test)]
mod tests;
mod text_facts;
mod topic;
mod wording;

pub use doubt::{Doubt, DoubtKind};
pub use known::{ImportedPage, ItemHint, Known, KnownIndicator, KnownInstrument, KnownMeasure, PageKind};
pub use page::facts;
