//! A table as rows and columns, before it is HTML ([`TableMarkup`](super::TableMarkup)) or CSV.

use serde::Serialize;

use crate::thai::list_mark;

/// One table of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Name of its CSV file: `measures`.
    pub(crate) name: &'static str,
    /// Its id on the page: `plan`.
    pub(crate) id: &'static str,
    pub(crate) caption: String,
    pub(crate) columns: Vec<Column>,
    /// Rows, in groups where the page asks for them.
    pub(crate) groups: Vec<RowGroup>,
}

/// A leaf column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What it holds: the `data-field` of its cells.
    pub(crate) field: &'static str,
    pub(crate) label: String,
    /// The heading over it and its neighbours with the same one.
    pub(crate) under: Option<String>,
    /// What its cells are.
    pub(crate) role: ColumnRole,
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnRole {
    /// The heading of its row.
    RowHeading,
    /// Text and lists.
    Text,
    /// Figures.
    Number,
}

/// Rows under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct RowGroup {
    /// A heading across all columns.
    pub(crate) heading: Option<String>,
    pub(crate) rows: Vec<Row>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub(crate) id: Option<String>,
    /// What it is about: `measure`, `indicator`, `issue`, `question`.
    pub(crate) about: &'static str,
    /// Of which: `m1`; several with spaces between.
    pub(crate) key: String,
    pub(crate) cells: Vec<Cell>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Its `data-field`; none if it stands for nothing (the empty marks of a split status).
    pub(crate) field: Option<&'static str>,
    /// A closed value beside the words: `("status", "done")`.
    pub(crate) value: Option<(&'static str, &'static str)>,
    /// How many rows it covers, itself included. The cells below it that it covers are
    /// [`Cell::covered`].
    pub(crate) span: Span,
    /// What is in it.
    pub(crate) parts: Vec<CellPart>,
}

/// How many rows a cell covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// Its own row.
    #[default]
    One,
    /// Its own and those below.
    Rows(usize),
    /// None: it lies under a merged cell.
    Covered,
}

/// A piece of the content of a cell.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum CellPart {
    /// Running text.
    Text {
        /// The text.
        text: String,
    },
    /// A list.
    List {
        /// Whether its order means something.
        ordered: bool,
        /// Whether every entry begins with a number or sign that its author typed: then none is
        /// added.
        marked: bool,
        /// Its entries.
        items: Vec<ListItem>,
    },
    /// A mark that is never only a sign or only a colour.
    Mark {
        /// The sign.
        icon: String,
        /// The words.
        text: String,
    },
    /// A heading inside the cell.
    Heading {
        /// The heading.
        text: String,
    },
    /// What the paper says instead.
    Note {
        /// The note.
        text: String,
    },
}

/// An entry of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ListItem {
    /// A code before the text: `E6`.
    pub(crate) code: Option<String>,
    pub(crate) text: String,
    /// A figure after the text.
    pub(crate) value: Option<String>,
    /// Where the text leads.
    pub(crate) href: Option<String>,
    /// What the paper says instead.
    pub(crate) note: Option<String>,
}

impl Cell {
    /// A cell of a field.
    pub fn of(field: &'static str, parts: Vec<CellPart>) -> Self {
        Cell { field: Some(field), parts, ..Cell::default() }
    }

    /// A cell that stands for nothing.
    pub fn empty() -> Self {
        Cell::default()
    }

    /// The place under a merged cell.
    pub fn covered() -> Self {
        Cell { span: Span::Covered, ..Cell::default() }
    }

    /// With a closed value.
    pub fn with_value(mut self, name: &'static str, value: &'static str) -> Self {
        self.value = Some((name, value));
        self
    }

    /// Over several rows.
    pub fn over(mut self, rows: usize) -> Self {
        self.span = if rows > 1 { Span::Rows(rows) } else { Span::One };
        self
    }
}

impl CellPart {
    /// Running text.
    pub fn text(text: impl Into<String>) -> Self {
        CellPart::Text { text: text.into() }
    }

    /// A numbered list; nothing if it is empty.
    pub fn numbered(items: Vec<ListItem>) -> Vec<CellPart> {
        list(true, items)
    }

    /// A list without numbers; nothing if it is empty.
    pub fn bullets(items: Vec<ListItem>) -> Vec<CellPart> {
        list(false, items)
    }
}

impl ListItem {
    /// An entry that is only text.
    pub fn text(text: impl Into<String>) -> Self {
        ListItem { text: text.into(), ..ListItem::default() }
    }
}

impl Table {
    /// The table without the columns in which no row has anything.
    pub fn without_empty_columns(self) -> Self {
        self.without_empty_columns_but(&[])
    }

    /// The same, but the columns of the fields `form` stay: they belong to the official form,
    /// marked or not.
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
            vec![CellPart::List { ordered, marked, items }]
        }
    }
}

fn keep<T>(list: &mut Vec<T>, used: &[bool]) {
    let mut used = used.iter();
    list.retain(|_| used.next().copied().unwrap_or(true));
}
