//! Thai numerals, dates, fiscal years and text. Lowest layer: independent of the document model.

mod composed;
mod date;
mod digits;
mod division_name;
mod fiscal;
mod list_mark;
mod month;
mod text;

pub use composed::composed;
pub use date::{Date, DateError, Month, ParsedDate};
pub use digits::{Digits, is_digit, to_arabic, to_thai};
pub use division_name::DivisionName;
pub use fiscal::FiscalYear;
pub use list_mark::{ListMark, list_mark};
pub use month::{month_name, month_short};
pub use text::{canonical, folded, has_no_width, is_forbidden, says_something, shows_nothing};
