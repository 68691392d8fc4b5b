//! Reports cells separated by tabs, by several spaces or by commas: a table pasted from Word, Excel,
//! a PDF or a CSV file.

use super::block::{Block, LineFinding};
use super::tables::dash_line;
use crate::check::wording::EncodedLine;
use crate::thai::is_digit;

/// Reports the first line of each run of two or more lines with cells separated by tabs. A run
/// continues across blank lines.
pub(super) fn by_tabs(blocks: &[Block<'_, '_>]) -> Vec<LineFinding> {
    let cells = |line: &str| cells(line).into_iter().map(str::to_owned).collect();
    runs_of_tabs(blocks).iter().filter_map(|run| of_run(run, cells)).collect()
}

/// Reports the first of two or more lines of a block with cells separated by spaces.
pub(super) fn by_spaces(blocks: &[Block<'_, '_>]) -> Vec<LineFinding> {
    blocks.iter().filter_map(|block| of_run(&columns(block), spaced)).collect()
}

/// Reports the first line of each block that is part of a CSV file.
pub(super) fn by_commas(blocks: &[Block<'_, '_>]) -> Vec<LineFinding> {
    blocks.iter().filter_map(|block| of_run(&listed(block), |line| commas(line).unwrap_or_default())).collect()
}

fn of_run(run: &[&EncodedLine<'_>], cells: impl Fn(&str) -> Vec<String>) -> Option<LineFinding> {
    let [first, _, ..] = run else { return None };
    let cells = cells(first.text);
    let finding = LineFinding::new("table-lines", first).with("row", format!("| {} |", cells.join(" | ")));
    Some(finding.with("dashes", dash_line(cells.len())).with("count", run.len()))
}

/// Runs of lines with cells separated by tabs.
fn runs_of_tabs<'b, 't>(blocks: &[Block<'b, 't>]) -> Vec<Vec<&'b EncodedLine<'t>>> {
    let lines: Vec<&EncodedLine<'_>> = blocks.iter().copied().flatten().collect();
    let is_other = |line: &&EncodedLine<'_>| !line.text.contains('\t') || cells(line.text).len() < 2;
    lines.split(is_other).filter(|run| run.len() > 1).map(<[_]>::to_vec).collect()
}

/// Runs of lines of front matter with cells separated by tabs. The tab that aligns a value with those
/// of other keys, and the one at the end of a line, separate no cells.
pub(super) fn runs_of_tabs_in_data<'b, 't>(lines: Block<'b, 't>) -> Vec<Vec<&'b EncodedLine<'t>>> {
    let is_other = |line: &EncodedLine<'_>| !line.text.contains('\t') || cells(behind_key(line.text)).len() < 2;
    lines.split(is_other).map(|run| run.iter().collect::<Vec<_>>()).filter(|run| run.len() > 1).collect()
}

/// The value of a line `key: value`; the whole line if it has no key.
pub(super) fn behind_key(line: &str) -> &str {
    let is_key = |key: &str| {
        let key = key.trim_start_matches([' ', '-', '{']).trim_end();
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
    };
    match line.split_once(':') {
        Some((key, value)) if is_key(key) && value.starts_with([' ', '\t']) => value,
        _ => line,
    }
}

/// Lines of a block with as many space-separated cells as its first line that has at least three.
fn columns<'b, 't>(block: Block<'b, 't>) -> Vec<&'b EncodedLine<'t>> {
    let mut width = None;
    let is_row = |line: &&EncodedLine<'_>| {
        let may_be = (line.text.contains(GAP) || line.text.contains(WIDE_SPACE)) && !line.text.contains(['|', '\t']);
        let cells = if may_be { spaced(line.text).len() } else { 0 };
        cells > 2 && *width.get_or_insert(cells) == cells
    };
    block.iter().filter(is_row).collect()
}

/// Shortest run of spaces that separates cells; prose does not contain it.
pub(super) const GAP: &str = "   ";
/// In a text that came by way of HTML every second space of a gap is one of these.
pub(super) const WIDE_SPACE: &str = "\u{A0}";

fn spaced(line: &str) -> Vec<String> {
    let line = line.replace(WIDE_SPACE, " ");
    line.trim().split(GAP).map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_owned).collect()
}

/// The lines of a block, if each of at least three is a row of a CSV file of one width.
fn listed<'b, 't>(block: Block<'b, 't>) -> Vec<&'b EncodedLine<'t>> {
    let width = |line: &EncodedLine<'_>| commas(line.text).map(|cells| cells.len());
    let first = block.first().filter(|line| block.len() > 2 && line.text.contains(',')).and_then(width);
    match first {
        Some(first) if block.iter().all(|line| width(line) == Some(first)) => block.iter().collect(),
        _ => Vec::new(),
    }
}

/// Cells of a row of a CSV file: three or more, without blanks behind the commas, as a sentence has
/// them, nor numbers such as 1,200,000.
fn commas(line: &str) -> Option<Vec<String>> {
    let cells: Vec<&str> = line.trim().split(',').collect();
    let is_group = |pair: &[&str]| match pair {
        [before, behind] => {
            before.ends_with(is_digit) && behind.chars().take_while(|c| is_digit(*c)).count() == 3 && behind.chars().count() >= 3
        }
        _ => false,
    };
    let is_row = cells.len() > 2
        && !line.contains(['|', '\t'])
        && !cells.iter().any(|cell| cell.starts_with(char::is_whitespace))
        && !cells.windows(2).any(is_group)
        && cells.iter().any(|cell| cell.contains(char::is_alphabetic));
    is_row.then(|| cells.into_iter().map(str::to_owned).collect())
}

/// Tab-separated cells of a line, without a leading list marker.
pub(super) fn cells(line: &str) -> Vec<&str> {
    let mut cells: Vec<&str> = line.trim().split('\t').map(str::trim).collect();
    if cells.first().is_some_and(|cell| is_mark(cell)) {
        cells.remove(0);
    }
    cells
}

/// `1.`, `(๑)`, `1.2)`, `ก.`, `•`; but no abbreviation: `ม.ค.`, `อบต.`
fn is_mark(cell: &str) -> bool {
    let inner = cell.strip_suffix(['.', ')']).map(|inner| inner.trim_start_matches('('));
    let is_number = |text: &str| text.chars().count() <= 5 && text.chars().all(|c| is_digit(c) || c == '.');
    let is_letter = |text: &str| text.chars().count() == 1;
    inner.is_some_and(|inner| !inner.is_empty() && (is_number(inner) || is_letter(inner)))
        || cell.chars().all(|c| !c.is_alphanumeric() || c == 'o') && cell.chars().count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::wording::EncodedText;

    fn found(text: &str) -> usize {
        let letters = EncodedText::of(text);
        let lines: Vec<_> = letters.lines().collect();
        let blocks: [Block<'_, '_>; 1] = [&lines];
        by_tabs(&blocks).len() + by_spaces(&blocks).len() + by_commas(&blocks).len()
    }

    #[test]
    fn columns_of_spaces_are_cells_and_a_gap_in_a_sentence_is_none() {
        assert_eq!(found("ที่   รายการ      ราคา\n1     จ้าง        500"), 1);
        assert_eq!(found("ที่\u{A0} \u{A0}รายการ\u{A0} \u{A0} ราคา\n1\u{A0}\u{A0}\u{A0}จ้าง\u{A0}\u{A0}\u{A0}500"), 1);
        for text in [
            "ลงชื่อ      ผู้รายงาน\nวันที่      เดือน",
            "ก   ข   ค\nก ข ค",
            "ก   ข   ค",
            "ก  ข  ค\nก  ข  ค",
            "ก\u{A0}ข\u{A0}ค\nก\u{A0}ข\u{A0}ค",
            "| ก   | ข   | ค   |\n| ก   | ข   | ค   |",
        ] {
            assert_eq!(found(text), 0, "{text}");
        }
    }

    #[test]
    fn rows_of_a_csv_file_are_told_from_sentences_and_numbers() {
        assert_eq!(found("ที่,รายการ,ราคา\n1,จ้าง,500\n2,ซื้อ,1500"), 1);
        for text in [
            "ที่,รายการ,ราคา\n1,จ้าง,500",
            "ก, ข, ค\nก, ข, ค\nก, ข, ค",
            "งบ 1,200,000\nงบ 1,300,000\nงบ 1,400,000",
            "1,2,3\n4,5,6\n7,8,9",
            "ก,ข,ค\nง,จ\nฉ,ช,ซ",
        ] {
            assert_eq!(found(text), 0, "{text}");
        }
    }

    #[test]
    fn the_mark_of_a_list_is_no_cell() {
        assert_eq!(cells("1\tจ้าง\t\t500"), ["1", "จ้าง", "", "500"]);
        for line in ["1.\tจ้าง", "(๑)\tจ้าง", "1.2)\tจ้าง", "ก.\tจ้าง", "•\tจ้าง", "o\tจ้าง", "\tจ้าง"]
        {
            assert_eq!(cells(line), ["จ้าง"], "{line}");
        }
    }

    #[test]
    fn an_abbreviation_is_a_cell() {
        for line in ["ม.ค.\t5", "อบต.\t5", "ก.พ.\t5", "2566\t5"] {
            assert_eq!(cells(line).len(), 2, "{line}");
        }
    }
}
