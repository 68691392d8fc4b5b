//! Why nothing is made of a form, and what to do.

use crate::base::{Lang, RelPath};
use crate::scaffold::NotMade;
use crate::words::{form as words, new};

/// Why nothing was made of a form.
#[derive(Clone, Debug, PartialEq)]
pub enum FormRefusal {
    /// It is of another version.
    Version(String),
    /// It has no sheet with the values as they were.
    NoBase,
    /// This sheet was deleted or changed.
    Spoilt(String),
    /// Rows or columns of this sheet are hidden, such as by a filter: what they say is not known.
    Hidden {
        /// Name of the sheet.
        sheet: String,
        /// Numbers of the rows, or letters of the columns.
        lines: String,
    },
    /// The page that it was made of is gone.
    PageGone(RelPath),
    /// The page cannot be read.
    Unreadable(RelPath),
    /// The text of the page cannot be edited so that it says exactly what the form says.
    NotSafe(RelPath),
    /// The page cannot be made.
    NotMade(NotMade),
}

impl FormRefusal {
    /// The reason and the repair.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            FormRefusal::Version(version) => words::other_version(lang, version),
            FormRefusal::NoBase => words::no_base(lang, words::base_sheet(lang)),
            FormRefusal::Spoilt(sheet) => words::spoilt(lang, sheet),
            FormRefusal::Hidden { sheet, lines } => words::hidden_lines(lang, sheet, lines),
            FormRefusal::PageGone(page) => words::page_gone(lang, page),
            FormRefusal::Unreadable(page) => words::unreadable(lang, page),
            FormRefusal::NotSafe(page) => words::not_safe(lang, page),
            FormRefusal::NotMade(refused) => new::not_made(lang, refused.words(lang)),
        }
    }
}
