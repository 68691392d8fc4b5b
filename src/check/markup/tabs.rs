//! Cells parted by tabs: a table that was pasted from Word or Excel.

use super::lines::{Block, Finding};
use super::tables::dash_line;
use crate::check::wording::Line;

/// The first line of each run of two or more lines with cells; blank lines are nothing between them.
pub(super) fn look(blocks: &[Block<'_, '_>]) -> Vec<Finding> {
    let mut found = Vec::new();
    let lines: Vec<&Line<'_>> = blocks.iter().copied().flatten().collect();
    for run in lines.split(|line| !line.text.contains('\t') || cells(line.text).len() < 2).filter(|run| run.len() > 1) {
        let Some(first) = run.first() else { continue };
        let cells = cells(first.text);
        let finding = Finding::new("table-lines", first).with("row", format!("| {} |", cells.join(" | ")));
        found.push(finding.with("dashes", dash_line(cells.len())).with("count", run.len()));
    }
    found
}

/// The cells of a line; the mark of a list before a tab is none.
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
    use super::cells;

    #[test]
    fn the_mark_of_a_list_is_no_cell() {
        assert_eq!(cells("1\tจ้าง\t\t500"), ["1", "จ้าง", "", "500"]);
        for line in ["1.\tจ้าง", "(๑)\tจ้าง", "•\tจ้าง", "o\tจ้าง", "\tจ้าง"] {
            assert_eq!(cells(line), ["จ้าง"], "{line}");
        }
    }
}
