use pulldown_cmark::{Tag, TagEnd};

use super::document::MarkdownDocument;
use super::event::{MarkdownEvent, SpannedEvent};

/// What stands around struck-out text: without it, withdrawn words would be in force.
const STRIKE: &str = "~~";

/// The texts of all cells: tables, rows (the head first), cells. Rows of a table are equally long.
pub(super) fn of(document: &MarkdownDocument) -> Vec<Vec<Vec<String>>> {
    let mut tables: Vec<Vec<Vec<String>>> = Vec::new();
    let mut is_in_cell = false;
    for SpannedEvent { event, .. } in &document.events {
        let cell = tables.last_mut().and_then(|rows| rows.last_mut()).and_then(|cells| cells.last_mut()).filter(|_| is_in_cell);
        match event {
            MarkdownEvent::Start(tag) => match &**tag {
                Tag::Table(_) => tables.push(Vec::new()),
                Tag::TableHead | Tag::TableRow => tables.last_mut().into_iter().for_each(|rows| rows.push(Vec::new())),
                Tag::TableCell => {
                    is_in_cell = true;
                    tables.last_mut().and_then(|rows| rows.last_mut()).into_iter().for_each(|cells| cells.push(String::new()));
                }
                Tag::Strikethrough => cell.into_iter().for_each(|cell| cell.push_str(STRIKE)),
                _ => {}
            },
            MarkdownEvent::End(TagEnd::TableCell) => is_in_cell = false,
            MarkdownEvent::End(TagEnd::Strikethrough) => cell.into_iter().for_each(|cell| cell.push_str(STRIKE)),
            MarkdownEvent::SoftBreak | MarkdownEvent::HardBreak => cell.into_iter().for_each(|cell| cell.push(' ')),
            MarkdownEvent::Text(text) | MarkdownEvent::Html(text) | MarkdownEvent::Code(text) => {
                cell.into_iter().for_each(|cell| cell.push_str(text));
            }
            MarkdownEvent::Stars(text) => cell.into_iter().for_each(|cell| cell.push_str(text)),
            MarkdownEvent::PlacedImage(at) => {
                let text = document.links.get(*at).map(|placed| placed.link.text.as_str());
                cell.into_iter().for_each(|cell| cell.push_str(text.unwrap_or_default()));
            }
            _ => {}
        }
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::markdown::document::MarkdownDocument;
    use crate::markdown::{MarkdownLimits, outline};

    #[test]
    fn every_cell_of_every_table_has_its_text_without_marks() {
        let body = "| ที่ | งาน |\n|-:|-|\n| 1 | **ซ่อม** [ถนน](x.md)<br>`ก` ~~ข~~ |\n| 2 |\n\nข้อความ\n\n|ก|\n|-|\n|ข\\|ค|\n";
        let limits = MarkdownLimits { max_nesting: 16, reserved_ids: &[] };
        let tables = of(&MarkdownDocument::read(body, &limits));
        let rows =
            |rows: &[&[&str]]| rows.iter().map(|cells| cells.iter().map(|cell| (*cell).to_owned()).collect()).collect::<Vec<Vec<String>>>();
        assert_eq!(tables, [rows(&[&["ที่", "งาน"], &["1", "ซ่อม ถนน ก ~~ข~~"], &["2", ""]]), rows(&[&["ก"], &["ข|ค"]])]);
        assert_eq!(outline(body, &limits).tables, tables.len());
    }
}
