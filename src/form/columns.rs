//! The columns of forms: the one table from which headings, notes, values and edits follow.

use crate::base::Lang;
use crate::content::front_matter::FrontMatter;
use crate::words::form as words;
use crate::yaml::{Declared, Structure};

/// A table of a page that has a sheet of its own in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormTable {
    /// The plan of measures.
    Measures,
    /// The report on it.
    Progress,
}

/// A column of a form.
#[derive(Debug)]
pub struct FormColumn {
    /// Heading, in the words of the paper form.
    pub(super) heading: fn(Lang) -> &'static str,
    /// Keys of its value in an entry of the list; none for the plan of another page.
    pub(super) path: &'static [&'static str],
    pub(super) kind: ColumnKind,
    /// Width in characters.
    pub(super) width: f64,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ColumnKind {
    /// By what a row is known: the id of a measure, the ids of the measures reported on.
    Key,
    /// A measure in the words of the plan, to be read only.
    Plan,
    /// A text.
    Text,
    /// Texts, one a line.
    Lines,
    /// Texts, one a line; the units of the site are offered.
    Units,
    /// Codes, one a line; the ids of the evidence of the page are offered.
    Evidence,
    /// Whole numbers between commas.
    Numbers,
    /// Codes between commas.
    Codes,
    /// Codes of items between commas.
    Items,
    /// A month of a year.
    Month,
    /// One of the statuses.
    Status,
    /// Reporting intervals, one a line.
    Cadence,
}

const fn column(heading: fn(Lang) -> &'static str, path: &'static [&'static str], kind: ColumnKind, width: f64) -> FormColumn {
    FormColumn { heading, path, kind, width }
}

const MEASURES: &[FormColumn] = &[
    column(words::id, &["id"], ColumnKind::Key, 14.0),
    column(words::title, &["title"], ColumnKind::Text, 36.0),
    column(words::indicators, &["addresses", "indicators"], ColumnKind::Numbers, 12.0),
    column(words::questions, &["addresses", "questions"], ColumnKind::Codes, 12.0),
    column(words::items, &["addresses", "items"], ColumnKind::Items, 12.0),
    column(words::steps, &["steps"], ColumnKind::Lines, 46.0),
    column(words::units, &["responsible", "units"], ColumnKind::Units, 22.0),
    column(words::posts, &["responsible", "posts"], ColumnKind::Lines, 26.0),
    column(words::from, &["period", "from"], ColumnKind::Month, 12.0),
    column(words::to, &["period", "to"], ColumnKind::Month, 12.0),
    column(words::quarters, &["period", "quarters"], ColumnKind::Numbers, 10.0),
    column(words::label, &["period", "label"], ColumnKind::Text, 20.0),
    column(words::monitoring, &["monitoring"], ColumnKind::Lines, 40.0),
    column(words::cadence, &["report", "cadence"], ColumnKind::Cadence, 14.0),
    column(words::report_by, &["report", "by"], ColumnKind::Month, 12.0),
    column(words::report_where, &["report", "where"], ColumnKind::Text, 24.0),
    column(words::budget, &["budget"], ColumnKind::Text, 18.0),
];

const PROGRESS: &[FormColumn] = &[
    column(words::measure_ids, &["measures"], ColumnKind::Key, 14.0),
    column(words::plan_title, &[], ColumnKind::Plan, 40.0),
    column(words::report_title, &["title"], ColumnKind::Text, 30.0),
    column(words::status, &["status"], ColumnKind::Status, 20.0),
    column(words::results, &["results"], ColumnKind::Lines, 50.0),
    column(words::remark, &["remark"], ColumnKind::Text, 30.0),
    column(words::evidence, &["evidence"], ColumnKind::Evidence, 20.0),
];

impl FormTable {
    /// Both, in the order of their sheets.
    pub const ALL: [FormTable; 2] = [FormTable::Measures, FormTable::Progress];

    /// Name in the last sheet of a form.
    pub(super) fn name(self) -> &'static str {
        match self {
            FormTable::Measures => "measures",
            FormTable::Progress => "progress",
        }
    }

    /// The columns, the key first.
    pub(super) fn columns(self) -> &'static [FormColumn] {
        match self {
            FormTable::Measures => MEASURES,
            FormTable::Progress => PROGRESS,
        }
    }

    /// Keys of the list in front matter.
    pub(super) fn list(self) -> &'static [&'static str] {
        match self {
            FormTable::Measures => &["measures"],
            FormTable::Progress => &["progress", "entries"],
        }
    }

    /// Name of its sheet.
    pub(super) fn sheet(self, lang: Lang) -> &'static str {
        match self {
            FormTable::Measures => words::measures_sheet(lang),
            FormTable::Progress => words::progress_sheet(lang),
        }
    }

    /// Structure of an entry of the list.
    pub(super) fn structure(self) -> Option<&'static Structure> {
        self.list().iter().try_fold(FrontMatter::shape().structure()?, |structure, key| below(structure, key))
    }
}

/// A column is known by its place in the model.
impl PartialEq for FormColumn {
    fn eq(&self, other: &Self) -> bool {
        (self.path, self.kind) == (other.path, other.kind)
    }
}

impl FormColumn {
    /// True if its cells may be changed.
    pub(super) fn is_input(&self) -> bool {
        !matches!(self.kind, ColumnKind::Key | ColumnKind::Plan)
    }

    /// What the column is, and how its cells are filled in.
    pub(super) fn note(&self, table: FormTable, lang: Lang) -> String {
        let how = match self.kind {
            ColumnKind::Key if table == FormTable::Measures => words::how_id(lang),
            ColumnKind::Key => words::how_measure_ids(lang),
            ColumnKind::Plan => words::how_plan(lang),
            ColumnKind::Text => return self.about(table, lang),
            ColumnKind::Lines | ColumnKind::Units | ColumnKind::Evidence => words::how_lines(lang),
            ColumnKind::Numbers => words::how_numbers(lang),
            ColumnKind::Codes | ColumnKind::Items => words::how_codes(lang),
            ColumnKind::Month => words::how_month(lang),
            ColumnKind::Status => words::how_status(lang),
            ColumnKind::Cadence => words::how_cadence(lang),
        };
        let about = self.about(table, lang);
        if about.is_empty() { how.to_owned() } else { format!("{about}\n{how}") }
    }

    /// The description of the declared field.
    fn about(&self, table: FormTable, lang: Lang) -> String {
        let Some((last, above)) = self.path.split_last() else { return String::new() };
        let structure = table.structure().and_then(|entry| above.iter().try_fold(entry, |structure, key| below(structure, key)));
        let field = structure.and_then(|structure| structure.fields.iter().find(|field| field.key == *last));
        field.map(|field| field.about.in_lang(lang).trim_end_matches('.').to_owned()).unwrap_or_default()
    }
}

/// The structure under a key of another.
pub(super) fn below(structure: &'static Structure, key: &str) -> Option<&'static Structure> {
    (structure.fields.iter().find(|field| field.key == key)?.shape)().structure()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_a_declared_field_and_fits_the_limits_of_excel() {
        for table in FormTable::ALL {
            for column in table.columns() {
                for lang in Lang::ALL {
                    assert_eq!(column.about(table, lang).is_empty(), column.path.is_empty(), "{:?}", column.path);
                    assert!(column.note(table, lang).encode_utf16().count() <= 255, "{:?}", column.path);
                    assert!((column.heading)(lang).encode_utf16().count() <= 32, "{:?}", column.path);
                }
            }
            let headings = |lang| table.columns().iter().map(|column| (column.heading)(lang)).collect::<std::collections::BTreeSet<_>>();
            assert!(Lang::ALL.iter().all(|lang| headings(*lang).len() == table.columns().len()), "two columns of one heading");
        }
    }
}
