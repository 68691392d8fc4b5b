//! Text formats of a sheet: CSV, JSON, Markdown.

use super::Sheet;
use crate::render::tables;

/// Returns CSV for spreadsheet programs: with a byte order mark, and without cells that would be
/// evaluated as formulas.
pub fn csv(sheet: &Sheet) -> String {
    let headings = &sheet.headings;
    let head = [&headings.item, &headings.title, &headings.answer, &headings.urls, &headings.explanation].map(Clone::clone);
    let row =
        |row: &super::SheetRow| vec![row.item.clone(), row.title.clone(), row.answer.clone(), row.urls.join("\n"), row.explanation.clone()];
    let rows: Vec<Vec<String>> = std::iter::once(head.to_vec()).chain(sheet.rows.iter().map(row)).collect();
    tables::csv_of(&rows)
}

/// Returns a JSON array of rows.
pub fn json(sheet: &Sheet) -> String {
    serde_json::to_string_pretty(&sheet.rows).map_or_else(|_| String::new(), |text| text + "\n")
}

/// Returns a Markdown table, for messages and minutes.
pub fn markdown(sheet: &Sheet) -> String {
    let headings = &sheet.headings;
    let head = [&headings.item, &headings.title, &headings.answer, &headings.urls, &headings.explanation];
    let mut text = format!("# {}\n\n|{}\n|---|---|---|---|---|\n", escaped(&sheet.title), line(head.map(|heading| escaped(heading))));
    for row in &sheet.rows {
        let urls: Vec<String> = row.urls.iter().map(|url| format!("<{url}>")).collect();
        let cells = [
            escaped(&row.item),
            escaped(&row.title),
            escaped(&row.answer),
            urls.join("<br>").replace('|', "%7C"),
            escaped(&row.explanation),
        ];
        text += &format!("|{}\n", line(cells));
    }
    text
}

fn line(cells: [String; 5]) -> String {
    cells.map(|cell| format!(" {cell} |")).concat()
}

/// Escapes a cell of a Markdown table.
fn escaped(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '|' | '\\' | '<' | '*' | '`' | '[' => cell.extend(['\\', c]),
            '\n' => cell.push_str("<br>"),
            '\r' => {}
            c => cell.push(c),
        }
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_cell_stays_a_cell() {
        assert_eq!(escaped("ก|ข\\\n<b>"), "ก\\|ข\\\\<br>\\<b>");
    }
}
