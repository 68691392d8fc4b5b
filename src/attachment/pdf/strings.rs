//! Text strings outside of contents.

/// The upper codes of PDFDocEncoding that are not those of Latin-1, from 0x80 on.
const DOCUMENT_CODES: [char; 33] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı',
    'ł', 'œ', 'š', 'ž', '\u{FFFD}', '€',
];

/// Decodes a text string: UTF-16 or UTF-8 with a byte order mark, else PDFDocEncoding. Of control
/// codes there are only line feeds and tabs.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let text = unchecked(bytes).replace("\r\n", "\n");
    let allowed = |c: char| match c {
        '\n' | '\t' => c,
        '\r' | '\u{B}' | '\u{C}' => '\n',
        _ if c.is_control() => ' ',
        _ => c,
    };
    text.chars().map(allowed).collect()
}

fn unchecked(bytes: &[u8]) -> String {
    let wide = |text: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = text.chunks_exact(2).filter_map(|pair| pair.try_into().ok()).map(unit);
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xFE, 0xFF, text @ ..] => wide(text, u16::from_be_bytes),
        [0xFF, 0xFE, text @ ..] => wide(text, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, text @ ..] => String::from_utf8_lossy(text).into_owned(),
        _ => bytes.iter().map(|byte| document_code(*byte)).collect(),
    }
}

fn document_code(byte: u8) -> char {
    let special = usize::from(byte).checked_sub(0x80).and_then(|at| DOCUMENT_CODES.get(at));
    special.copied().unwrap_or(char::from(byte))
}
