//! Tables as CSV: complete rows, one value a cell, with a byte order mark, without which Excel assumes windows-874.

use std::borrow::Cow;

use super::{Cell, CellPart, Column, ColumnRole, Row, RowGroup, Table};
use crate::thai::to_arabic;

/// Words for columns that the page does not have.
pub struct CsvLabels {
    /// Of the ids of rows.
    pub(crate) id: String,
    /// Of the group of a row.
    pub(crate) group: String,
    /// Of the code before a text.
    pub(crate) code: String,
    /// Of the figure after a text.
    pub(crate) value: String,
    /// Of the wording of the paper.
    pub(crate) note: String,
}

impl Table {
    /// Renders the table as CSV: a row for each row of the table, one value in each cell. What is a
    /// list on the page has a column for each place in it; codes, figures and the wording of the
    /// paper have columns of their own.
    pub fn csv(&self, labels: &CsvLabels) -> String {
        let grouped = self.groups.iter().any(|group| group.heading.is_some());
        let lead = |id: &str, group: &str| [Some(id.to_owned()), grouped.then(|| group.to_owned())].into_iter().flatten();
        let rows: Vec<(&RowGroup, &Row)> = self.groups.iter().flat_map(|group| group.rows.iter().map(move |row| (group, row))).collect();
        let values: Vec<Vec<Vec<CsvValue<'_>>>> = rows.iter().map(|(_, row)| row.cells.iter().map(cell_values).collect()).collect();
        let columns: Vec<CsvColumn> =
            (0..self.columns.len()).map(|at| CsvColumn::of(values.iter().filter_map(|row| row.get(at)))).collect();
        let shapes = || self.columns.iter().zip(&columns);
        let head = lead(&labels.id, &labels.group).chain(shapes().flat_map(|(column, shape)| shape.labels(column, labels)));
        let line = |((group, row), cells): (&(&RowGroup, &Row), &Vec<Vec<CsvValue<'_>>>)| {
            let cells = columns.iter().zip(cells).flat_map(|(shape, cell)| shape.cells(cell));
            lead(&row.key, group.heading.as_deref().unwrap_or_default()).chain(cells).collect::<Vec<String>>()
        };
        let lines = rows.iter().zip(&values).map(line);
        csv_of(&std::iter::once(head.collect()).chain(lines).collect::<Vec<_>>())
    }
}

/// One value of a cell.
#[derive(Default)]
struct CsvValue<'t> {
    code: Option<&'t str>,
    text: &'t str,
    value: Option<&'t str>,
    note: Option<&'t str>,
}

/// The values of a cell in order; a note belongs to the value before it.
fn cell_values(cell: &Cell) -> Vec<CsvValue<'_>> {
    let mut values: Vec<CsvValue<'_>> = Vec::new();
    for part in &cell.parts {
        match part {
            CellPart::Text { text, .. } | CellPart::Mark { text, .. } | CellPart::Heading { text, .. } => {
                values.push(CsvValue { text, ..CsvValue::default() });
            }
            // Data files have the id instead.
            CellPart::Number { .. } => {}
            CellPart::Note { text } => match values.last_mut().filter(|last| last.note.is_none()) {
                Some(last) => last.note = Some(text),
                None => values.push(CsvValue { note: Some(text), ..CsvValue::default() }),
            },
            CellPart::List { items, .. } => values.extend(items.iter().map(|item| CsvValue {
                code: item.code.as_deref(),
                text: &item.text,
                value: item.value.as_deref(),
                note: item.note.as_deref(),
            })),
        }
    }
    values
}

/// How many columns a column of the table becomes: for each place in its longest list a text, and
/// the other parts that any of its values has.
struct CsvColumn {
    places: usize,
    has_code: bool,
    has_value: bool,
    has_note: bool,
}

impl CsvColumn {
    fn of<'c, 't: 'c>(cells: impl Iterator<Item = &'c Vec<CsvValue<'t>>> + Clone) -> Self {
        let any = |is: fn(&CsvValue<'_>) -> bool| cells.clone().flatten().any(is);
        CsvColumn {
            places: cells.clone().map(Vec::len).max().unwrap_or_default().max(1),
            has_code: any(|value| value.code.is_some()),
            has_value: any(|value| value.value.is_some()),
            has_note: any(|value| value.note.is_some()),
        }
    }

    fn labels(&self, column: &Column, labels: &CsvLabels) -> Vec<String> {
        let name = match &column.under {
            Some(over) => format!("{over}: {}", column.label),
            None => column.label.clone(),
        };
        let at = |place: usize| match place {
            // The heading of a row keeps its name: the other values only add to it.
            0 if self.places == 1 || column.role == ColumnRole::RowHeading => name.clone(),
            _ => format!("{name} {}", place + 1),
        };
        let of_place = |place| {
            let part = |label: &str| format!("{}: {label}", at(place));
            self.parts(part(&labels.code), at(place), part(&labels.value), part(&labels.note))
        };
        (0..self.places).flat_map(of_place).collect()
    }

    fn cells(&self, values: &[CsvValue<'_>]) -> Vec<String> {
        let nothing = CsvValue::default();
        let of_place = |place| {
            let CsvValue { code, text, value, note } = values.get(place).unwrap_or(&nothing);
            let said = |part: &Option<&str>| part.unwrap_or_default().to_owned();
            self.parts(said(code), (*text).to_owned(), said(value), said(note))
        };
        (0..self.places).flat_map(of_place).collect()
    }

    /// Those of the parts of a place that the column has.
    fn parts(&self, code: String, text: String, value: String, note: String) -> impl Iterator<Item = String> {
        let own = |is: bool, part: String| is.then_some(part);
        [own(self.has_code, code), Some(text), own(self.has_value, value), own(self.has_note, note)].into_iter().flatten()
    }
}

/// Rows of equal length as CSV.
pub(crate) fn csv_of(rows: &[Vec<String>]) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(vec![0xEF, 0xBB, 0xBF]);
    for row in rows {
        // Writing to memory does not fail, and all rows have the same length.
        let _ = writer.write_record(row.iter().map(|cell| harmless(&arabic_number(cell)).into_owned()));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// A number in Thai digits in Arabic ones, which programs read as a number; other texts as they are.
fn arabic_number(cell: &str) -> Cow<'_, str> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '-' | '%' | ' ');
    let arabic = to_arabic(cell);
    if arabic == cell || !arabic.chars().all(is_part) {
        return Cow::Borrowed(cell);
    }
    let bare: String = arabic.trim().trim_end_matches(['%', ' ']).chars().filter(|c| *c != ',').collect();
    if bare.parse::<f64>().is_ok() { Cow::Owned(arabic.into_owned()) } else { Cow::Borrowed(cell) }
}

/// Prefixes a cell that looks like a formula with an apostrophe, against CSV injection. Negative
/// numbers are kept.
fn harmless(cell: &str) -> Cow<'_, str> {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_negative(cell) {
        true => Cow::Owned(format!("'{cell}")),
        false => Cow::Borrowed(cell),
    }
}

fn is_negative(cell: &str) -> bool {
    let Some(number) = cell.strip_prefix('-') else { return false };
    let digit = |c: char| c.is_ascii_digit();
    number.starts_with(digit) && number.ends_with(digit) && number.chars().all(|c| digit(c) || matches!(c, '.' | ','))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::tables::ListItem;

    #[test]
    fn every_cell_of_a_data_file_holds_one_value() {
        let column = |field, label: &str, role| Column { field, label: label.to_owned(), under: None, role };
        let item = |code: &str, text: &str, value: &str| ListItem {
            code: Some(code.to_owned()),
            value: Some(value.to_owned()),
            ..ListItem::text(text)
        };
        let note = CellPart::Note { text: "ต้นฉบับเขียนว่า 8๑".to_owned() };
        let row = |key: &str, cells: Vec<Vec<CellPart>>| Row {
            id: None,
            about: "measure",
            key: key.to_owned(),
            cells: cells.into_iter().map(|parts| Cell::of("x", parts)).collect(),
        };
        let table = Table {
            name: "measures",
            id: "plan",
            caption: String::new(),
            columns: vec![
                column("title", "มาตรการ", ColumnRole::RowHeading),
                column("steps", "ขั้นตอน", ColumnRole::Text),
                column("score", "คะแนน", ColumnRole::Number),
                column("questions", "ข้อ", ColumnRole::Text),
            ],
            groups: vec![RowGroup {
                heading: None,
                rows: vec![
                    row(
                        "m1",
                        vec![
                            vec![CellPart::Number { text: "1.".to_owned() }, CellPart::text("ก")],
                            CellPart::numbered(vec![ListItem::text("ประชุม"), ListItem::text("ประกาศ")]),
                            vec![CellPart::text("81"), note],
                            CellPart::bullets(vec![item("E6", "ถาม", "79.5")]),
                        ],
                    ),
                    row("m2", vec![vec![CellPart::text("ข")], Vec::new(), vec![CellPart::text("90")], Vec::new()]),
                ],
            }],
        };
        let text = |label: &str| label.to_owned();
        let labels = CsvLabels {
            id: text("id"), group: text("กลุ่ม"), code: text("รหัส"), value: text("ค่า"), note: text("ต้นฉบับ")
        };
        let lines = [
            "id,มาตรการ,ขั้นตอน 1,ขั้นตอน 2,คะแนน,คะแนน: ต้นฉบับ,ข้อ: รหัส,ข้อ,ข้อ: ค่า",
            "m1,ก,ประชุม,ประกาศ,81,ต้นฉบับเขียนว่า 8๑,E6,ถาม,79.5",
            "m2,ข,,,90,,,,",
        ];
        assert_eq!(table.csv(&labels).trim_start_matches('\u{FEFF}').lines().collect::<Vec<_>>(), lines);
    }

    #[test]
    fn numbers_in_thai_digits_are_numbers() {
        for (cell, shown) in [
            ("๑๒,๓๔๕.๕๐", "12,345.50"),
            ("-๕", "-5"),
            ("๘๐.๕ %", "80.5 %"),
            ("๒๕๖๙", "2569"),
            ("5", "5"),
            ("ข้อ ๕", "ข้อ ๕"),
            ("๑-๒", "๑-๒"),
            ("๐๘๑-๒๓๔", "๐๘๑-๒๓๔"),
            ("๑ ๒", "๑ ๒"),
        ] {
            assert_eq!(arabic_number(cell), shown, "{cell}");
        }
        assert_eq!(csv_of(&[vec!["ยอด".into()], vec!["๑,๐๐๐".into()]]), "\u{FEFF}ยอด\r\n\"1,000\"\r\n");
    }

    #[test]
    fn formulas_are_disarmed_and_numbers_stay_numbers() {
        for cell in ["=1", "+1", "-1+cmd|' /C calc'!A0", "-A1", "@SUM(1)", "\t=1", "-", "-1.", "--1"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        for cell in ["-1.5", "-1,234.50", "-0", "1-2", "ก=1", ""] {
            assert_eq!(harmless(cell), cell);
        }
    }
}
