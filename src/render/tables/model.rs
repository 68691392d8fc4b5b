//! Table model, independent of HTML ([`TableMarkup`](super::TableMarkup)) and CSV.

use serde::Serialize;

use crate::thai::list_mark;

/// A table of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Name of the CSV file: `measures`.
    pub(crate) name: &'static str,
    /// Element id: `plan`.
    pub(crate) id: &'static str,
    pub(crate) caption: String,
    pub(crate) columns: Vec<Column>,
    /// Groups of rows; a single group without heading if the page does not group.
    pub(crate) groups: Vec<RowGroup>,
}

/// A leaf column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Name of the content: the `data-field` of its cells.
    pub(crate) field: &'static str,
    pub(crate) label: String,
    /// Common heading of this and adjacent columns.
    pub(crate) under: Option<String>,
    /// Kind of cells.
    pub(crate) role: ColumnRole,
}

/// Kind of cells in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnRole {
    /// Row headings.
    RowHeading,
    /// Text and lists.
    Text,
    /// Numbers.
    Number,
    /// One text for all rows of a group. Pages show it once, below them; data files in each row.
    OfGroup,
}

/// A group of rows.
#[derive(Clone, Debug, PartialEq)]
pub struct RowGroup {
    /// Heading across all columns.
    pub(crate) heading: Option<String>,
    pub(crate) rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub(crate) id: Option<String>,
    /// Kind of subject: `measure`, `indicator`, `issue`, `question`.
    pub(crate) about: &'static str,
    /// Id of the subject: `m1`; several are separated by spaces.
    pub(crate) key: String,
    pub(crate) cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// `data-field`; `None` for cells without meaning (unmarked columns of a split status).
    pub(crate) field: Option<&'static str>,
    /// A coded value in addition to the text: `("status", "done")`.
    pub(crate) value: Option<(&'static str, &'static str)>,
    /// The content.
    pub(crate) parts: Vec<CellPart>,
}

/// Part of a cell's content.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum CellPart {
    /// Plain text.
    Text {
        /// The text.
        text: String,
        /// Link target.
        href: Option<String>,
    },
    /// A list.
    List {
        /// True for a numbered list.
        ordered: bool,
        /// True if every item already begins with a number or bullet typed by the author, so that
        /// none is added.
        marked: bool,
        /// Name of the content, if other content stands in the cell too.
        field: Option<&'static str>,
        /// The items.
        items: Vec<ListItem>,
    },
    /// A status mark with icon and text, so that it never depends on icon or colour alone.
    Mark {
        /// The icon.
        icon: String,
        /// The text.
        text: String,
    },
    /// The number of the subject, before its text. Data files have the id instead.
    Number {
        /// The number as printed: `2.`, `(๒)`.
        text: String,
    },
    /// A heading inside the cell.
    Heading {
        /// The text.
        text: String,
        /// The measure that stands below it, as an element id.
        id: Option<String>,
    },
    /// Differing wording of the paper.
    Note {
        /// The note.
        text: String,
    },
}

/// A list item.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ListItem {
    /// A code before the text: `E6`.
    pub(crate) code: Option<String>,
    pub(crate) text: String,
    /// A figure after the text.
    pub(crate) value: Option<String>,
    /// Link target of the text.
    pub(crate) href: Option<String>,
    /// Differing wording of the paper.
    pub(crate) note: Option<String>,
}

impl Cell {
    /// A cell with a field name.
    pub fn of(field: &'static str, parts: Vec<CellPart>) -> Self {
        Cell { field: Some(field), parts, ..Cell::default() }
    }

    /// A cell without meaning.
    pub fn empty() -> Self {
        Cell::default()
    }

    /// Sets a coded value.
    pub fn with_value(mut self, name: &'static str, value: &'static str) -> Self {
        self.value = Some((name, value));
        self
    }
}

impl CellPart {
    /// Plain text.
    pub fn text(text: impl Into<String>) -> Self {
        CellPart::Text { text: text.into(), href: None }
    }

    /// A heading.
    pub fn heading(text: impl Into<String>) -> Self {
        CellPart::Heading { text: text.into(), id: None }
    }

    /// Names the lists among `parts`, which stand in a cell of another name.
    pub fn named(field: &'static str, mut parts: Vec<CellPart>) -> Vec<CellPart> {
        for part in &mut parts {
            if let CellPart::List { field: name, .. } = part {
                *name = Some(field);
            }
        }
        parts
    }

    /// A numbered list; no part if empty.
    pub fn numbered(items: Vec<ListItem>) -> Vec<CellPart> {
        list(true, items)
    }

    /// The notes on the wording of the paper.
    pub fn notes_mut(&mut self) -> Vec<&mut String> {
        match self {
            CellPart::Note { text } => vec![text],
            CellPart::List { items, .. } => items.iter_mut().filter_map(|item| item.note.as_mut()).collect(),
            CellPart::Text { .. } | CellPart::Number { .. } | CellPart::Mark { .. } | CellPart::Heading { .. } => Vec::new(),
        }
    }

    /// A bulleted list; no part if empty.
    pub fn bullets(items: Vec<ListItem>) -> Vec<CellPart> {
        list(false, items)
    }
}

impl ListItem {
    /// An item with text only.
    pub fn text(text: impl Into<String>) -> Self {
        ListItem { text: text.into(), ..ListItem::default() }
    }
}

impl Table {
    /// Removes the columns without content.
    pub fn without_empty_columns(self) -> Self {
        self.without_empty_columns_but(&[])
    }

    /// The same, but keeps the columns of the fields `form`, which the official form requires.
    pub fn without_empty_columns_but(mut self, form: &[&str]) -> Self {
        let rows = || self.groups.iter().flat_map(|group| &group.rows);
        let has_content = |at: usize| rows().any(|row| row.cells.get(at).is_some_and(|cell| !cell.parts.is_empty()));
        let used: Vec<bool> = self.columns.iter().enumerate().map(|(at, column)| form.contains(&column.field) || has_content(at)).collect();
        keep(&mut self.columns, &used);
        for row in self.groups.iter_mut().flat_map(|group| &mut group.rows) {
            keep(&mut row.cells, &used);
        }
        self
    }
}

fn list(ordered: bool, items: Vec<ListItem>) -> Vec<CellPart> {
    match items.is_empty() {
        true => Vec::new(),
        false => {
            let marked = items.iter().all(|item| item.code.is_none() && list_mark(&item.text).is_some());
            vec![CellPart::List { ordered, marked, field: None, items }]
        }
    }
}

fn keep<T>(list: &mut Vec<T>, used: &[bool]) {
    let mut used = used.iter();
    list.retain(|_| used.next().copied().unwrap_or(true));
}
