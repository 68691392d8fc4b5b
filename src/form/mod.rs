//! Forms to fill in: the measures of a page, or their progress, as a workbook, and back again.
//!
//! A form is made of a page ([`form_of`]) and becomes a workbook ([`bytes`]). Its last sheet holds every
//! value as it was: with it, [`apply`] tells what the officer changed in the form from what somebody else
//! changed in the page meanwhile. The changes become edits of byte ranges of the page, so that comments,
//! order and everything the form has no column for stay; what both changed is reported and not written.
//! The edited page is read again, and nothing is written unless it says exactly what the form says.

mod apply;
mod book;
mod cells;
mod changes;
mod columns;
mod corrected;
mod doubt;
mod edits;
mod filled;
mod layout;
mod outside;
mod page_rows;
mod places;
mod plan_place;
mod refusal;
mod verified;
mod workbook;
mod yaml_text;

#[cfg(test)]
mod tests;

pub use apply::{AppliedForm, apply, new_page_front_matter};
pub use book::{FormBook, NoForm, form_of};
pub use changes::{AddedRow, CellChange, FormChanges};
pub use columns::{FormColumn, FormTable};
pub use doubt::{FormDoubt, FormDoubtKind};
pub use filled::{FilledForm, is_form, read};
pub use plan_place::PlanPlace;
pub use refusal::FormRefusal;
pub use workbook::bytes;
