//! Plain text and CSV, in UTF-8 or in older Thai encodings.

use super::file_info::MAX_TEXT_BYTES;
use super::{Contents, NotInspected, Passage, TextPosition};

pub(super) fn read(bytes: &[u8]) -> Contents {
    let Some((text, _)) = crate::source::to_utf8(bytes) else { return Contents::NotInspected(NotInspected::Unreadable) };
    let mut left = MAX_TEXT_BYTES;
    let mut fits = |line: &str| {
        let fits = line.len() <= left;
        left = left.saturating_sub(line.len());
        fits
    };
    let lines = text.lines().enumerate().take_while(|(_, line)| fits(line));
    let cells = lines.flat_map(|(at, line)| cells(line).map(move |cell| (at, cell))).filter(|(_, cell)| !cell.trim().is_empty());
    Contents::Text(cells.map(|(at, cell)| Passage { spot: TextPosition::Line(at + 1), text: cell.to_owned() }).collect())
}

/// Splits a line into cells, so that figures in adjacent cells are not read as one number.
/// Separators within quotes are ignored.
fn cells(line: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    line.split(move |c| {
        quoted ^= c == '"';
        !quoted && matches!(c, ',' | ';' | '\t')
    })
}
