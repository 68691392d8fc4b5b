//! Plain text and CSV, in UTF-8 or in older Thai encodings.

use super::file_info::MAX_TEXT_BYTES;
use super::{Contents, NotInspected, Passage, TextPosition};

/// One passage per line.
pub(super) fn read(bytes: &[u8]) -> Contents {
    let Some((text, _)) = crate::source::to_utf8(bytes) else { return Contents::NotInspected(NotInspected::Unreadable) };
    let mut left = MAX_TEXT_BYTES;
    let mut fits = |line: &str| {
        let fits = line.len() <= left;
        left = left.saturating_sub(line.len());
        fits
    };
    let lines = text.lines().enumerate().take_while(|(_, line)| fits(line)).filter(|(_, line)| !line.trim().is_empty());
    Contents::Text(lines.map(|(at, line)| Passage::at(TextPosition::Line(at + 1), cells(line))).collect())
}

/// Puts a tab between cells, so that figures in adjacent cells are not read as one number.
/// Separators within quotes are text.
fn cells(line: &str) -> String {
    let mut quoted = false;
    let separated = line.chars().map(|c| {
        quoted ^= c == '"';
        if !quoted && matches!(c, ',' | ';') { '\t' } else { c }
    });
    separated.collect()
}
