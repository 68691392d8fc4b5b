//! The checklist as data: indicators, sub-indicators, groups, items and their required components,
//! by fiscal year.
//!
//! Eight lists (2562–2569) are built in ([`builtin`]); `content/catalogues/*.yaml` adds lists or
//! takes the place of built-in ones ([`Catalogues`]). Every item says how well it is attested, and
//! a list of low confidence says so wherever it is used: a requirement that no source states is
//! never shown as the handbook's (AR10).

mod as_before;
pub mod builtin;
mod code;
mod model;
mod names;
mod numbering;
pub(crate) mod read;
mod set;

pub use model::{
    Catalogue, Component, Grade, Group, Indicator, IndicatorName, InstrumentNames, Item, ItemPosition, QuestionRange, SubIndicator,
    Translated, Weights,
};
pub use names::{Attestation, Confidence, DataYear, Instrument, Kind};
pub use read::read;
pub use set::{Catalogues, Subjects};
