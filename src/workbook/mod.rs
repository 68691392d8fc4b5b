//! Workbooks for spreadsheet programs: plain data, and its bytes as an XLSX file.
//!
//! The only user of `rust_xlsxwriter`; answers of a year and forms to fill in are made with it.

mod book;
mod xlsx;

pub(crate) use book::{Book, BookCell, BookSheet, CellLook, CellRule, ChoiceStrictness, SheetProtection, column_letters};
pub(crate) use xlsx::bytes;
