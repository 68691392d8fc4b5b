//! The five tables of a page (S0–S4) in a common model, rendered as HTML ([`TableMarkup`]) and CSV
//! ([`Table::csv`]).
//!
//! | name | id | source | file |
//! |---|---|---|---|
//! | `scores` | `#scores` | `assessment.instruments` | `scores.rs` |
//! | `questions` | `#questions` | `assessment.questions`, without `issues` | `questions.rs` |
//! | `issues` | `#issues` | `issues` | `issues.rs` |
//! | `measures` | `#plan` | `measures` | `plan.rs` |
//! | `progress` | `#progress` | `progress` | `progress.rs` |
//!
//! Each is a data file. A page prints what several of them have once ([`on_page()`]): plan and
//! progress are one table (`report.rs`), and the measures of an issue stand in its row
//! (`issues_with_measures.rs`).
//!
//! To add a column, add a [`Column`] and a [`Cell`] in the file of the table, and its label in
//! `themes/default/strings/`.

mod cells;
mod csv;
mod issues;
mod issues_with_measures;
mod markup;
mod measure_title;
mod measures_of;
mod model;
mod on_page;
mod period;
mod plan;
mod progress;
mod questions;
mod report;
mod scores;
mod subject;

pub use csv::CsvLabels;
pub(crate) use csv::csv_of;
pub use markup::{CsvFile, HeadCell, MarkupCell, MarkupGroup, MarkupRow, SEARCHED_ROWS, TableMarkup};
pub use model::{Cell, CellPart, Column, ColumnRole, ListItem, Row, RowGroup, Table};
pub use on_page::{PageTables, on_page};
pub use period::covers;
pub use subject::TableContext;

use super::page_context::PageContext;
use super::page_ref::PageRef;
use super::theme::Strings;
use crate::site::{PageId, Site};
use crate::thai::Digits;

/// The tables of a page in display order, for data files: in Arabic digits, whatever the page shows.
pub fn of(site: &Site, strings: &Strings, id: PageId) -> Vec<Table> {
    let Some(located) = PageRef::find(site, id) else {
        return Vec::new();
    };
    let Some(page) = located.page else {
        return Vec::new();
    };
    let writer = PageContext { site, strings, own: &located.permalink, digits: Digits::Arabic };
    all(&TableContext { writer, located: &located, front_matter: &page.document.front_matter })
}

/// The tables of a page in display order: those of [`table_names`](crate::content::table_names),
/// even without rows.
pub fn all(subject: &TableContext<'_>) -> Vec<Table> {
    let tables =
        [scores::table(subject), questions::table(subject), issues::table(subject), plan::table(subject), progress::table(subject)];
    tables.into_iter().flatten().collect()
}
