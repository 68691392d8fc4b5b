//! The checklist as data: indicators, sub-indicators, groups, items and their required components,
//! by fiscal year.
//!
//! Eight catalogues (2562–2569) are built in ([`builtin`]); `content/catalogues/*.yaml` adds
//! catalogues or replaces built-in ones ([`Catalogues`]). Every item states its attestation, and a
//! catalogue of low confidence is labelled wherever it is used: a requirement that no source states
//! is never presented as one of the handbook (AR10).

mod as_before;
pub mod builtin;
mod code;
mod consistency;
mod model;
mod names;
mod numbering;
pub(crate) mod read;
mod set;

pub use model::{
    Catalogue, Component, Grade, Group, Indicator, IndicatorName, InstrumentNames, Item, ItemPosition, QuestionRange, SubIndicator,
    Translated, Weights,
};
pub use names::{Applies, Attestation, ComponentBlock, Confidence, DataYear, Instrument, Kind};
pub use read::read;
pub use set::{Catalogues, Subjects};
