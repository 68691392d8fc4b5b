//! Workbooks as plain data.

/// A workbook.
#[derive(Clone, Debug, Default)]
pub(crate) struct Book {
    /// Title in the properties of the file.
    pub(crate) title: String,
    pub(crate) sheets: Vec<BookSheet>,
}

/// A sheet of a workbook. Rows and columns count from 0.
#[derive(Clone, Debug, Default)]
pub(crate) struct BookSheet {
    pub(crate) name: String,
    /// Widths of the columns, in characters.
    pub(crate) widths: Vec<f64>,
    pub(crate) cells: Vec<BookCell>,
    /// The first row and column that scroll.
    pub(crate) scrolls_from: (u32, u16),
    /// The row that each printed page repeats.
    pub(crate) head_row: u32,
    /// Whether cells may be changed.
    pub(crate) protection: SheetProtection,
    pub(crate) rules: Vec<CellRule>,
}

/// Whether the cells of a sheet may be changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum SheetProtection {
    /// All of them.
    #[default]
    Open,
    /// Only [inputs](CellLook::Input); there is no password, so that nobody is locked out.
    InputsOnly,
}

/// A cell.
#[derive(Clone, Debug)]
pub(crate) struct BookCell {
    pub(crate) row: u32,
    pub(crate) column: u16,
    pub(crate) text: String,
    pub(crate) look: CellLook,
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum CellLook {
    /// Head of a column.
    Head,
    /// Wrapped text.
    Wrapped,
    /// Wrapped text that is an address to follow.
    Link,
    /// Title of a form.
    FormTitle,
    /// Explanation in a form, not wrapped.
    FormNote,
    /// Head of a column of a form.
    FormHead,
    /// Text of a form that is not to be changed.
    Fixed,
    /// Cell to fill in.
    Input,
}

/// What a spreadsheet program says about cells of a column, and offers or demands in them.
#[derive(Clone, Debug)]
pub(crate) struct CellRule {
    pub(crate) column: u16,
    pub(crate) first_row: u32,
    pub(crate) last_row: u32,
    /// Shown beside the chosen cell.
    pub(crate) title: String,
    pub(crate) note: String,
    /// Range with the words to choose from, as `'sheet'!$A$1:$C$1`.
    pub(crate) choices: Option<String>,
    pub(crate) strictness: ChoiceStrictness,
}

/// Whether other words than those to choose from may be typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChoiceStrictness {
    /// They are refused, with the note.
    Only,
    /// The list is an offer: a cell may have several of its words, or others.
    Offered,
}

/// Name of a column: A, …, Z, AA, …
pub(crate) fn column_letters(column: u16) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        if rest < 26 {
            return letters.into_iter().rev().collect();
        }
        rest = rest / 26 - 1;
    }
}
