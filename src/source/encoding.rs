//! Decoding: UTF-8 with or without byte order mark, normalised to NFC and line feeds; anything else
//! is refused with its position.

use std::borrow::Cow;

use crate::thai::composed;

/// Error: the bytes are not UTF-8.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotUtf8 {
    /// Text before the first invalid byte.
    pub(crate) good: String,
    /// Guessed encoding, if the bytes decode to Thai text in it.
    pub(crate) guess: Option<&'static str>,
}

/// Decodes `bytes`, drops the byte order mark, and normalises to NFC and line feeds. Line ends
/// depend on the editor or on Git, not on the author, and must not affect the output. (YAML and
/// CommonMark also treat a lone carriage return as a line end.)
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, NotUtf8> {
    let text = simdutf8::compat::from_utf8(bytes).map_err(|error| {
        let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
        NotUtf8 { good, guess: guess(bytes) }
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if !text.contains('\r') {
        return Ok(composed(text));
    }
    Ok(Cow::Owned(composed(&text.replace("\r\n", "\n").replace('\r', "\n")).into_owned()))
}

/// Decodes UTF-8, UTF-16, or windows-874 (TIS-620); returns the text and the encoding name, or
/// `None` if none fits.
pub fn to_utf8(bytes: &[u8]) -> Option<(String, &'static str)> {
    let unmarked = unmarked_utf16(bytes);
    if let (None, Ok(text)) = (unmarked, std::str::from_utf8(bytes)) {
        return Some((text.strip_prefix('\u{FEFF}').unwrap_or(text).to_owned(), "UTF-8"));
    }
    if is_mostly_utf8(bytes) {
        return None;
    }
    let encoding = match bytes {
        [0xFF, 0xFE, ..] => encoding_rs::UTF_16LE,
        [0xFE, 0xFF, ..] => encoding_rs::UTF_16BE,
        _ => unmarked.unwrap_or(encoding_rs::WINDOWS_874),
    };
    let (text, wrong) = encoding.decode_with_bom_removal(bytes);
    (!wrong && !text.contains('\0')).then(|| (text.into_owned(), encoding.name()))
}

/// UTF-16 without byte order mark: nine of ten letters are Latin or Thai by their upper byte. In
/// other encodings these bytes are control characters; as UTF-8 most such texts are valid.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let letters = bytes.len() / 2;
    let is_upper = |byte: &&u8| matches!(**byte, 0x00 | 0x0E);
    let has_upper = |first| bytes.iter().skip(first).step_by(2).filter(is_upper).count() * 10 >= letters * 9;
    let encodings = [(1, encoding_rs::UTF_16LE), (0, encoding_rs::UTF_16BE)];
    let found = encodings.into_iter().find(|(first, _)| has_upper(*first)).filter(|_| letters > 0 && bytes.len().is_multiple_of(2));
    found.map(|(_, encoding)| encoding)
}

/// True if Thai letters in UTF-8 make a good part of what is not ASCII: a few bytes of another
/// encoding are among them, and to read all as that one would spoil the others. (In windows-874 three
/// such bytes in a row, “เธ” and a consonant, are rare.)
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let thai = bytes.windows(3).filter(|letter| matches!(letter, [0xE0, 0xB8 | 0xB9, 0x80..=0xBF])).count();
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    thai * 12 > high
}

fn guess(bytes: &[u8]) -> Option<&'static str> {
    let (text, encoding) = to_utf8(bytes)?;
    let thai = text.chars().filter(|c| ('\u{0E00}'..='\u{0E7F}').contains(c)).count();
    (thai > 0).then_some(encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_16_is_known_without_its_mark() {
        let text = "เลข 1100-2,\n๑";
        let units = || text.encode_utf16();
        let little: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
        assert_eq!(to_utf8(&little).unwrap(), (text.to_owned(), "UTF-16LE"));
        assert_eq!(to_utf8(&big).unwrap(), (text.to_owned(), "UTF-16BE"));
        for other in ["", "a", "ab", "ก", "กข\nab", "a\u{e}b\u{e}c"] {
            assert_eq!(to_utf8(other.as_bytes()).unwrap(), (other.to_owned(), "UTF-8"));
        }
    }

    #[test]
    fn a_byte_order_mark_is_dropped_and_text_is_composed() {
        assert_eq!(decode("\u{FEFF}ก\r\ne\u{301}".as_bytes()).unwrap(), "ก\né");
        assert_eq!(decode(b"a\r\nb\rc\n\r\r\nd\r").unwrap(), "a\nb\nc\n\n\nd\n");
        assert!(matches!(decode(b"a\nb"), Ok(Cow::Borrowed("a\nb"))));
    }

    #[test]
    fn windows_874_is_recognised_and_converted() {
        let (bytes, ..) = encoding_rs::WINDOWS_874.encode("title: มาตรการ");
        let error = decode(&bytes).unwrap_err();
        assert_eq!((error.good.as_str(), error.guess), ("title: ", Some("windows-874")));
        assert_eq!(to_utf8(&bytes).unwrap().0, "title: มาตรการ");
    }

    #[test]
    fn one_line_of_another_encoding_does_not_spoil_the_rest() {
        let (line, ..) = encoding_rs::WINDOWS_874.encode("วางมาจากที่อื่น\n");
        for stray in [&b"caf\xE9\n"[..], &line] {
            let bytes = ["---\ntitle: หน้าหนึ่ง\n---\nข้อความ\n".as_bytes(), stray].concat();
            let error = decode(&bytes).unwrap_err();
            assert_eq!((error.good.lines().count(), error.guess, to_utf8(&bytes)), (4 + usize::from(stray.len() == 5), None, None));
        }
        // A word that is cut in UTF-8 is rare in windows-874.
        let (bytes, ..) = encoding_rs::WINDOWS_874.encode("เธอและเธกับคนอื่นในเทศบาลตำบลตัวอย่าง");
        assert_eq!(to_utf8(&bytes).unwrap().1, "windows-874");
    }
}
