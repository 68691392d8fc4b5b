//! Reports cells separated by tabs or by several spaces: a table pasted from Word, Excel or a PDF.

use super::block::{Block, LineFinding};
use super::tables::dash_line;
use crate::check::wording::EncodedLine;

/// Reports the first line of each run of two or more lines with cells. Runs of tabs continue across
/// blank lines; cells separated by spaces must be in one block.
pub(super) fn look(blocks: &[Block<'_, '_>]) -> Vec<LineFinding> {
    let lines: Vec<&EncodedLine<'_>> = blocks.iter().copied().flatten().collect();
    let tabbed = lines.split(|line| !line.text.contains('\t') || cells(line.text).len() < 2).filter_map(|run| of_run(run, cells));
    let spaced = blocks.iter().filter_map(|block| of_run(&columns(block), spaced));
    tabbed.chain(spaced).collect()
}

fn of_run(run: &[&EncodedLine<'_>], cells: fn(&str) -> Vec<&str>) -> Option<LineFinding> {
    let [first, _, ..] = run else { return None };
    let cells = cells(first.text);
    let finding = LineFinding::new("table-lines", first).with("row", format!("| {} |", cells.join(" | ")));
    Some(finding.with("dashes", dash_line(cells.len())).with("count", run.len()))
}

/// Lines of a block with as many space-separated cells as its first line that has at least three.
fn columns<'b, 't>(block: Block<'b, 't>) -> Vec<&'b EncodedLine<'t>> {
    let mut width = None;
    let is_row = |line: &&EncodedLine<'_>| {
        let cells = if line.text.contains(GAP) && !line.text.contains(['|', '\t']) { spaced(line.text).len() } else { 0 };
        cells > 2 && *width.get_or_insert(cells) == cells
    };
    block.iter().filter(is_row).collect()
}

/// Shortest run of spaces that separates cells; prose does not contain it.
pub(super) const GAP: &str = "   ";

fn spaced(line: &str) -> Vec<&str> {
    line.trim().split(GAP).map(str::trim).filter(|cell| !cell.is_empty()).collect()
}

/// Tab-separated cells of a line, without a leading list marker.
pub(super) fn cells(line: &str) -> Vec<&str> {
    let mut cells: Vec<&str> = line.trim().split('\t').map(str::trim).collect();
    let is_mark = |cell: &&str| {
        cell.ends_with(['.', ')']) && cell.chars().count() <= 6
            || cell.chars().all(|c| !c.is_alphanumeric() || c == 'o') && cell.chars().count() == 1
    };
    if cells.first().is_some_and(is_mark) {
        cells.remove(0);
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::wording::EncodedText;

    fn found(text: &str) -> usize {
        look(&[&EncodedText::of(text).lines().collect::<Vec<_>>()]).len()
    }

    #[test]
    fn columns_of_spaces_are_cells_and_a_gap_in_a_sentence_is_none() {
        assert_eq!(found("ที่   รายการ      ราคา\n1     จ้าง        500"), 1);
        for text in [
            "ลงชื่อ      ผู้รายงาน\nวันที่      เดือน",
            "ก   ข   ค\nก ข ค",
            "ก   ข   ค",
            "ก  ข  ค\nก  ข  ค",
            "| ก   | ข   | ค   |\n| ก   | ข   | ค   |",
        ] {
            assert_eq!(found(text), 0, "{text}");
        }
    }

    #[test]
    fn the_mark_of_a_list_is_no_cell() {
        assert_eq!(cells("1\tจ้าง\t\t500"), ["1", "จ้าง", "", "500"]);
        for line in ["1.\tจ้าง", "(๑)\tจ้าง", "•\tจ้าง", "o\tจ้าง", "\tจ้าง"] {
            assert_eq!(cells(line), ["จ้าง"], "{line}");
        }
    }
}
