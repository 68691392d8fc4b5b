//! The tables as a page shows them: what several data files have is printed once.

use super::markup::CsvFile;
use super::{Table, TableContext, TableMarkup, issues_with_measures, plan, report};

/// The tables of a page.
#[derive(Clone, Debug, Default)]
pub struct PageTables {
    /// `table#scores`.
    pub(crate) scores: Option<TableMarkup>,
    /// `table#questions`.
    pub(crate) questions: Option<TableMarkup>,
    /// `table#issues`, with the measures that belong to one of them.
    pub(crate) issues: Option<TableMarkup>,
    /// `table#plan`: the other measures, with what is reported on them.
    pub(crate) plan: Option<TableMarkup>,
    /// `table#progress`, if the report has a table of its own.
    pub(crate) progress: Option<TableMarkup>,
}

/// The tables of a page; `data` are those of its data files.
pub fn on_page(subject: &TableContext<'_>, data: &[Table]) -> PageTables {
    let files = |names: &[&str]| {
        let named = names.iter().filter_map(|name| data.iter().find(|table| table.name == *name));
        named.map(CsvFile::of).collect::<Vec<_>>()
    };
    let as_file = |name: &str| data.iter().find(|table| table.name == name).map(|table| TableMarkup::of(table, files(&[name])));
    let plan_alone =
        || plan::table_of(subject, issues_with_measures::others(subject)).map(|table| TableMarkup::of(&table, files(&["measures"])));
    let (plan, progress) = match report::table(subject) {
        Some(report) if report.id == "plan" => {
            let files = files(&["measures", "progress"]);
            (Some(TableMarkup { holds: vec!["progress"], ..TableMarkup::of(&report, files) }), None)
        }
        Some(report) => (None, Some(TableMarkup::of(&report, files(&["progress"])))),
        None => (plan_alone(), as_file("progress")),
    };
    let issues = issues_with_measures::table(subject).map(|table| match plan {
        Some(_) => TableMarkup::of(&table, files(&["issues"])),
        None => TableMarkup { holds: vec!["measures", "plan"], ..TableMarkup::of(&table, files(&["issues", "measures"])) },
    });
    PageTables { scores: as_file("scores"), questions: as_file("questions"), issues: issues.or_else(|| as_file("issues")), plan, progress }
}
