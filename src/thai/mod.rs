//! Thai numerals, dates, fiscal years and text: the ground floor that knows no documents.

mod composed;
mod date;
mod digits;
mod fiscal;
mod month;
mod text;

pub use composed::composed;
pub use date::{Date, DateError, Month, ParsedDate};
pub use digits::{Digits, to_arabic, to_thai};
pub use fiscal::FiscalYear;
pub use month::{month_name, month_short};
pub use text::{canonical, folded, is_forbidden};
