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

/// Name of the encoding of a text or table for data that browsers and programs take for another: neither UTF-8
/// nor UTF-16 with its mark.
pub(super) fn encoding(extension: &str, bytes: &[u8]) -> Option<&'static str> {
    let is_marked = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let is_text = matches!(extension, "csv" | "tsv" | "txt") && !is_marked;
    is_text.then(|| crate::source::to_utf8(bytes))?.map(|(_, encoding)| encoding).filter(|encoding| *encoding != "UTF-8")
}

/// Puts a tab between cells, so that figures in adjacent cells are not read as one number, and drops the quotes around
/// them. Separators within quotes are text.
fn cells(line: &str) -> String {
    let is_separator = |c: char| matches!(c, ',' | ';' | '\t');
    let mut cells = String::with_capacity(line.len());
    let (mut quoted, mut letters) = (false, line.chars().peekable());
    while let Some(c) = letters.next() {
        quoted ^= c == '"';
        match c {
            '"' if quoted && (cells.is_empty() || cells.ends_with('\t')) => {}
            '"' if !quoted && letters.peek().is_none_or(|next| is_separator(*next)) => {}
            _ if !quoted && is_separator(c) => cells.push('\t'),
            _ => cells.push(c),
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_without_their_quotes() {
        assert_eq!(cells(r#"1,"812345678";"a, ""b""",3"#), "1\t812345678\ta, \"\"b\"\"\t3");
        assert_eq!(cells(r#"เรียก "ก, ข" ว่า"#), r#"เรียก "ก, ข" ว่า"#);
    }
}
