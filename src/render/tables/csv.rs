//! Tables as CSV: complete rows, with a byte order mark, without which Excel assumes windows-874.

use std::borrow::Cow;

use super::{Cell, CellPart, ColumnRole, ListItem, Table};

impl Table {
    /// Renders the table as CSV. `id` is the label of the first column, `group` that of the group
    /// column.
    pub fn csv(&self, id: &str, group: &str) -> String {
        let grouped = self.groups.iter().any(|group| group.heading.is_some());
        let lead = |id: &str, group: &str| [Some(id.to_owned()), grouped.then(|| group.to_owned())].into_iter().flatten().collect();
        let mut head: Vec<String> = lead(id, group);
        head.extend(self.columns.iter().map(|column| match &column.under {
            Some(over) => format!("{over}: {}", column.label),
            None => column.label.clone(),
        }));
        let mut rows = vec![head];
        for group in &self.groups {
            for row in &group.rows {
                let mut line: Vec<String> = lead(&row.key, group.heading.as_deref().unwrap_or_default());
                line.extend(row.cells.iter().zip(&self.columns).map(|(cell, column)| plain(cell, column.role)));
                rows.push(line);
            }
        }
        csv_of(&rows)
    }
}

/// Rows of equal length as CSV.
pub(crate) fn csv_of(rows: &[Vec<String>]) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(vec![0xEF, 0xBB, 0xBF]);
    for row in rows {
        // Writing to memory does not fail, and all rows have the same length.
        let _ = writer.write_record(row.iter().map(|cell| harmless(cell).into_owned()));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
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

/// Cell content as text, one line per list item. A number stays a number: what the paper says
/// instead would make it a text for every program.
fn plain(cell: &Cell, role: ColumnRole) -> String {
    let is_data = |part: &&CellPart| role != ColumnRole::Number || !matches!(part, CellPart::Note { .. });
    let lines: Vec<String> = cell.parts.iter().filter(is_data).flat_map(lines).collect();
    lines.join("\n")
}

fn lines(part: &CellPart) -> Vec<String> {
    match part {
        CellPart::Text { text, .. } | CellPart::Mark { text, .. } | CellPart::Heading { text, .. } => vec![text.clone()],
        CellPart::Number { .. } => Vec::new(),
        CellPart::Note { text } => vec![format!("({text})")],
        CellPart::List { ordered, marked, items, .. } => {
            let number = |at: usize| if *ordered && !*marked && items.len() > 1 { format!("{}. ", at + 1) } else { String::new() };
            items.iter().enumerate().map(|(at, item)| number(at) + &line(item)).collect()
        }
    }
}

fn line(item: &ListItem) -> String {
    let note = item.note.as_ref().map(|note| format!("({note})"));
    let pieces = [item.code.as_deref(), Some(item.text.as_str()), item.value.as_deref(), note.as_deref()];
    pieces.into_iter().flatten().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::harmless;

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
