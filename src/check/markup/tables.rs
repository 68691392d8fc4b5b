//! Reports lines with bars that form no Markdown table, or that became rows by mistake.
//!
//! A table starts like a paragraph: a header row, then a delimiter row with the same number of
//! cells. It ends at the next blank line; every line before that is a row.

use memchr::{memchr, memchr_iter};

use super::block::{Block, LineFinding, behind_list_mark, is_apart};
use crate::check::wording::EncodedLine;

/// State after the preceding block.
#[derive(Clone, Copy, PartialEq)]
enum TableContextAbove {
    /// No table.
    Text,
    /// A table, which more rows may belong to.
    Table,
    /// Reported lines of a malformed table; what follows is the same fault.
    Reported,
    /// A single row, possibly the header of the next block.
    Head,
}

/// Returns the table faults of a body.
pub(super) fn look(blocks: &[Block<'_, '_>]) -> Vec<LineFinding> {
    let mut found: Vec<LineFinding> = Vec::new();
    let mut above = TableContextAbove::Text;
    for block in blocks {
        above = match block.iter().any(|line| has_bar(line.text) || line.text.starts_with("+-")) {
            true => of_block(block, above, &mut found),
            false => TableContextAbove::Text,
        };
    }
    found
}

fn of_block(block: Block<'_, '_>, above: TableContextAbove, found: &mut Vec<LineFinding>) -> TableContextAbove {
    let text = |at: usize| block.get(at).map_or("", row_text);
    match block.iter().position(|line| is_dash_line(row_text(line))) {
        Some(0) => {
            let code = if above == TableContextAbove::Head { "blank" } else { "headless" };
            if above == TableContextAbove::Head {
                // Drops the diagnostic that reported the header as a table without delimiter row.
                found.pop();
            }
            found.extend(block.first().map(|line| LineFinding::new("table-lines", line).with(code, "")));
            TableContextAbove::Reported
        }
        Some(dashes) if !text(dashes - 1).contains('|') => {
            found.extend(
                block
                    .get(dashes)
                    .filter(|line| cells(row_text(line)) > 1)
                    .map(|line| LineFinding::new("table-lines", line).with("headless", "")),
            );
            TableContextAbove::Reported
        }
        Some(dashes) => {
            let fault = in_head(block, dashes);
            let is_table = fault.is_none();
            found.extend(fault);
            if is_table {
                found.extend(in_rows(block, dashes));
            }
            TableContextAbove::Table
        }
        None => {
            let Some((code, finding)) = without_dashes(block, above) else { return TableContextAbove::Text };
            if above == TableContextAbove::Table || code != "blank" {
                found.push(finding);
            }
            if block.len() == 1 && code == "missing" { TableContextAbove::Head } else { TableContextAbove::Reported }
        }
    }
}

/// Reports a delimiter row whose number of cells differs from the header, a header that goes on a
/// paragraph of a list or quotation, and a row above the header. Any other text may stand directly
/// above it.
fn in_head(block: Block<'_, '_>, dashes: usize) -> Option<LineFinding> {
    let (head, line) = (block.get(dashes - 1)?, block.get(dashes)?);
    let (of_head, of_dashes) = (cells(row_text(head)), cells(row_text(line)));
    if of_head != of_dashes {
        let finding = LineFinding::new("table-lines", line).with("width", dash_line(of_head));
        return Some(finding.with("head_cells", of_head).with("dash_cells", of_dashes));
    }
    let above = block.get(dashes.checked_sub(2)?)?;
    if goes_on_a_paragraph(block.get(..dashes - 1)?, head) {
        return Some(LineFinding::new("table-lines", head).with("glued", above.text.trim()));
    }
    let is_row = !is_apart(above.text) && row_text(above).contains('|');
    is_row.then(|| LineFinding::new("table-lines", above).with("second", head.text.trim()))
}

/// True if a line belongs to the paragraph of a list item or quotation above it, though it is
/// neither indented nor quoted: no table begins there.
fn goes_on_a_paragraph(above: Block<'_, '_>, line: &EncodedLine<'_>) -> bool {
    let indent = |text: &str| text.len() - text.trim_start().len();
    let is_quoted = |text: &str| text.trim_start().starts_with('>');
    let is_within = |opener: &EncodedLine<'_>| match behind_list_mark(opener.text) {
        Some(content) => indent(line.text) >= opener.text.len() - content.len(),
        None => false,
    };
    let opener = above.iter().rev().find(|line| is_quoted(line.text) || behind_list_mark(line.text).is_some());
    opener.is_some_and(|opener| !is_quoted(line.text) && behind_list_mark(line.text).is_none() && !is_within(opener))
}

/// Reports rows split over two lines, rows with missing cells, and text that became a row for lack
/// of a blank line.
fn in_rows(block: Block<'_, '_>, dashes: usize) -> Vec<LineFinding> {
    let width = block.get(dashes).map_or(0, |line| cells(row_text(line)));
    let rows = block.get(dashes + 1..).unwrap_or_default();
    let rows = rows.split(|row| is_end(row.text)).next().unwrap_or_default();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(row) = rows.get(at) {
        let next = rows.get(at + 1);
        at += 1;
        let text = row_text(row);
        if let Some(whole) = next.and_then(|next| joined(text, row_text(next), width)) {
            found.push(LineFinding::new("table-row", row).with("broken", whole));
            at += 1;
        } else if let Some(whole) = with_code_whole(text).filter(|_| cells(text) <= width) {
            found.push(LineFinding::new("table-row", row).with("code", whole));
        } else if !text.contains('|') && width > 1 {
            found.push(LineFinding::new("table-row", row).with("stray", ""));
        } else if cells(text) < width && filled(text) > 1 {
            found.push(
                LineFinding::new("table-row", row)
                    .with("short", filled_up(text, width))
                    .with("cells", cells(text))
                    .with("head_cells", width),
            );
        }
    }
    found
}

/// The row with an escaped bar, if a bar in code splits a cell: `` `a|b` `` is two cells.
fn with_code_whole(row: &str) -> Option<String> {
    let bars: Vec<usize> =
        memchr_iter(b'|', row.as_bytes()).filter(|at| !row.get(..*at).is_some_and(|before| before.ends_with('\\'))).collect();
    let is_open = |cell: &str| cell.matches('`').count() % 2 == 1;
    let splits_code = |(before, at, behind): (usize, usize, usize)| {
        let (cell, next) = (row.get(before + 1..at).unwrap_or_default(), row.get(at + 1..behind).unwrap_or_default());
        let begins = cell.rsplit_once('`').is_some_and(|(_, code)| !code.is_empty() && !code.starts_with(char::is_whitespace));
        let ends = next.split_once('`').is_some_and(|(code, _)| !code.is_empty() && !code.ends_with(char::is_whitespace));
        is_open(cell) && is_open(next) && begins && ends
    };
    let around = bars.iter().zip(bars.iter().skip(1)).zip(bars.iter().skip(2));
    let at = around.map(|((before, at), behind)| (*before, *at, *behind)).find(|bars| splits_code(*bars))?.1;
    Some(format!("{}\\{}", row.get(..at)?, row.get(at..)?))
}

/// Joins two lines that are one row of `width` cells, split within a cell or between two.
fn joined(row: &str, next: &str, width: usize) -> Option<String> {
    let is_between = row.ends_with('|') || next.starts_with('|');
    let is_open = row.starts_with('|') && (!row.ends_with('|') || (next.contains('|') && !next.starts_with('|')));
    let together = || cells(row) + cells(next) - usize::from(!is_between);
    // A cell that was cut within has no bar on either side of the cut.
    let is_cut = !is_between && !row.ends_with('|');
    (is_open && (is_cut || cells(next) < width) && together() == width).then(|| format!("{row} {next}"))
}

/// Reports lines with bars but no delimiter row.
fn without_dashes(block: Block<'_, '_>, above: TableContextAbove) -> Option<(&'static str, LineFinding)> {
    let text = |at: usize| block.get(at).map_or("", row_text);
    if let Some(dashes) = block.iter().position(|line| is_like_dash_line(row_text(line))) {
        let line = block.get(dashes)?;
        let head = if dashes == 0 { text(1) } else { text(dashes - 1) };
        return head.contains('|').then(|| ("signs", LineFinding::new("table-lines", line).with("signs", dash_line(cells(head)))));
    }
    let (first, line) = block.iter().enumerate().find(|(_, line)| row_text(line).contains('|'))?;
    let head = text(first);
    let rows = block.iter().filter(|line| row_text(line).starts_with('|')).count();
    let is_alone = rows == 1 && block.len() == 1 && head.ends_with('|') && cells(head) > 1;
    let of_one_width =
        || block.len() > 1 && block.iter().all(|line| cells(row_text(line)) == cells(head) && behind_list_mark(line.text).is_none());
    if first == 0 && head.starts_with('|') && above != TableContextAbove::Text {
        return Some(("blank", LineFinding::new("table-lines", line).with("blank", "")));
    }
    let is_table = rows > 1 || is_alone || (cells(head) > 1 && !head.contains('`') && of_one_width());
    is_table.then(|| ("missing", LineFinding::new("table-lines", line).with("missing", dash_line(cells(head)))))
}

/// Strips list marker or quotation marks before a table row.
fn row_text<'t>(line: &EncodedLine<'t>) -> &'t str {
    let text = line.text.trim();
    if text.starts_with('|') {
        return text;
    }
    let text = text.trim_start_matches(['>', ' ']);
    behind_list_mark(text).filter(|behind| behind.starts_with('|')).unwrap_or(text)
}

/// Number of cells in a row. An escaped bar is text.
fn cells(row: &str) -> usize {
    bars(row) + 1 - usize::from(row.starts_with('|')) - usize::from(row.len() > 1 && row.ends_with('|') && !row.ends_with("\\|"))
}

fn bars(row: &str) -> usize {
    let escaped = if memchr(b'\\', row.as_bytes()).is_some() { row.matches("\\|").count() } else { 0 };
    memchr_iter(b'|', row.as_bytes()).count() - escaped
}

fn has_bar(text: &str) -> bool {
    memchr(b'|', text.as_bytes()).is_some()
}

/// Number of non-empty cells.
fn filled(row: &str) -> usize {
    row.split('|').filter(|cell| !cell.trim().is_empty()).count()
}

fn filled_up(row: &str, width: usize) -> String {
    let closed = if row.ends_with('|') { row.to_owned() } else { format!("{row} |") };
    closed + &"  |".repeat(width.saturating_sub(cells(row)).min(width))
}

/// Delimiter row for a header of so many cells, at most 20 in a message.
pub(super) fn dash_line(cells: usize) -> String {
    const SHOWN: usize = 20;
    format!("|{}", " --- |".repeat(cells.min(SHOWN)))
}

fn is_dash_line(row: &str) -> bool {
    let is_cell = |cell: &str| {
        let cell = cell.trim();
        let dashes = cell.strip_prefix(':').unwrap_or(cell);
        let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
        !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
    };
    let inner = row.strip_prefix('|').unwrap_or(row);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    row.contains('|') && inner.split('|').all(is_cell)
}

/// True for a malformed delimiter row: dashes replaced by Word, underscores, box drawing
/// characters.
fn is_like_dash_line(row: &str) -> bool {
    const DASHES: &[char] = &['-', '–', '—', '―', '‐', '‑', '‒', '−', '─', '━', '═', '_', '=', '~', '*', '.', '…', '\u{AD}'];
    let is_sign = |c: char| matches!(c, '|' | '+' | ':' | ' ' | '\t' | '\u{A0}' | '│' | '┼' | '├' | '┤') || DASHES.contains(&c);
    row.starts_with(['|', '+', '│', '├']) && row.contains(DASHES) && row.chars().all(is_sign) && row.chars().count() > 2
}

/// True if a line ends the table above it.
fn is_end(line: &str) -> bool {
    !line.starts_with('|')
        && (is_apart(line) || (behind_list_mark(line).is_some() && !line.contains('|')) || line.trim_start().starts_with("{:"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::wording::EncodedText;

    fn found(text: &str) -> Vec<&'static str> {
        let letters = EncodedText::of(text);
        let lines: Vec<_> = letters.lines().collect();
        let blocks: Vec<Block<'_, '_>> = lines.split(|line| line.text.is_empty()).filter(|block| !block.is_empty()).collect();
        look(&blocks).iter().map(LineFinding::kind).collect()
    }

    #[test]
    fn each_way_to_lose_a_table_is_told_from_the_others() {
        for (text, kind) in [
            ("| a | b |\n|–––|–––|\n| 1 | 2 |", "signs"),
            ("| a | b |\n|___|___|\n| 1 | 2 |", "signs"),
            ("| a | b |\n|===|===|\n| 1 | 2 |", "signs"),
            ("+---+---+\n| a | b |\n+---+---+\n| 1 | 2 |", "signs"),
            ("| a | b | c |\n|---|---|\n| 1 | 2 | 3 |", "width"),
            ("| a | b |\n|---|---|---|\n| 1 | 2 |", "width"),
            ("| a | b |\n| 1 | 2 |", "missing"),
            ("a | b\n1 | 2", "missing"),
            ("| a | b |", "missing"),
            ("| a | b |\n\n| 1 | 2 |\n\n| 3 | 4 |", "missing"),
            ("ก\n| a | b |\n| 1 | 2 |", "missing"),
            ("| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n\n| 5 | 6 |", "blank"),
            ("| a | b |\n|---|---|\n\n| 1 | 2 |", "blank"),
            ("| a | b |\n\n|---|---|\n| 1 | 2 |", "blank"),
            ("|---|---|\n| 1 | 2 |", "headless"),
            ("- ก\n| a | b |\n|---|---|\n| 1 | 2 |", "glued"),
            ("1. ก\n   ข\n| a | b |\n|---|---|", "glued"),
            ("> ก\n| a | b |\n|---|---|", "glued"),
            ("| a | b |\n| c | d |\n|---|---|\n| 1 | 2 |", "second"),
            ("| a | b |\n|---|---|\n| 1 | ก\nต่อ |", "broken"),
            ("| a | b | c |\n|---|---|---|\n| 1 | ก |\n| 2 | ข | ค |", "short"),
            ("| a | b | c |\n|---|---|---|\n| 1 |\nก | 5 |\n| 2 | ข | ค |", "broken"),
            ("| a | b | c |\n|---|---|---|\n| 1 | ก\n| 5 |", "broken"),
            ("| a | b |\n|---|---|\n| ก\nข | 5 |", "broken"),
            ("ตาราง\n|---|---|\n| 1 | 2 |", "headless"),
            ("| a | b |\n|---|---|\n| 1 | 2 |\nหมายเหตุ", "stray"),
            ("| a | b |\n|---|---|\n| `a|b` |", "code"),
            ("| a | b | c |\n|---|---|---|\n| 1 | `a|b` |", "code"),
        ] {
            assert_eq!(found(text), [kind], "{text}");
        }
    }

    #[test]
    fn a_table_is_one() {
        for text in [
            "| a | b |\n|---|---|\n| `1` | `2` |\n| 15` | 20` |\n| `a\\|b` | 2 |",
            "| a | b |\n|---|---|\n| 1 | 2 |",
            "a | b\n--- | :-:\n1 | 2",
            "# ก\n| a | b |\n|---|---|\n| 1 | – |",
            "| a | b |\n|---|---|\n| รวม |\n| – | – |",
            "| a | b |\n|---|---|\n| 1 | 2 |\n- ก\n- ข",
            "| a | b |\n|---|---|\n\nก\n\n| c | d |\n|---|---|",
            "- | a | b |\n  |---|---|\n  | 1 | 2 |",
            "> | a | b |\n> |---|---|\n> | 1 | 2 |",
            "ก\n| a | b |\n|---|---|\n| 1 | 2 |",
            "- ก\n  | a | b |\n  |---|---|",
            "> ก\n> | a | b |\n> |---|---|",
            "| a\\|b | c |\n|---|---|\n| 1 | 2 |",
            "หน้าแรก | ติดต่อ",
            "|x| = 3",
            "ก\n---\nข",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
