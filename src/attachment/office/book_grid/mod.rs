//! Tables of spreadsheets: a table per visible sheet, with merged cells, values and what the cells show.

mod beside_cells;
mod cell_styles;
#[cfg(test)]
mod foreign_tests;
mod gathered_sheet;
mod ink;
mod iso_day;
mod line_ranges;
mod merged_cells;
pub(super) mod ods;
#[cfg(test)]
mod ods_tests;
mod old_sheet_cells;
mod old_styles;
mod open_cells;
mod open_styles;
mod rich_text;
mod sheet_area;
mod sheet_cells;
mod stored_number;
pub(super) mod xls;
#[cfg(test)]
mod xls_tests;
pub(super) mod xlsx;
#[cfg(test)]
mod xlsx_tests;
