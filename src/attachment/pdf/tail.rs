//! Detects truncated PDFs. Viewers repair them silently and omit the missing pages.

use memchr::memmem;

/// True if the end of the file is missing.
pub(super) fn is_cut(bytes: &[u8]) -> bool {
    let Some(tail) = memmem::rfind(bytes, b"startxref").and_then(|at| bytes.get(at..)) else { return true };
    // Incremental updates append objects and a new trailer, so no object may follow the last
    // `startxref`. Other trailing bytes are harmless.
    memmem::find(tail, b"%%EOF").is_none() || has_object(tail) || ends_short(tail, bytes.len()) || is_shorter_than_said(bytes)
}

fn has_object(tail: &[u8]) -> bool {
    const WORD: &[u8] = b" obj";
    let is_object = |at: usize| {
        let (before, after) = (tail.get(..at).unwrap_or_default(), tail.get(at + WORD.len()..).unwrap_or_default());
        before.last().is_some_and(u8::is_ascii_digit) && !after.first().is_some_and(u8::is_ascii_alphanumeric)
    };
    memmem::find_iter(tail, WORD).any(is_object)
}

/// True if the cross-reference table would start beyond the end of the file.
fn ends_short(tail: &[u8], size: usize) -> bool {
    let place = tail.strip_prefix(b"startxref").map(|rest| number(rest.trim_ascii_start()));
    place.flatten().is_some_and(|place| place >= size)
}

/// True if the file is shorter than the length declared in the first object of a linearized PDF.
/// Incremental updates only make it longer.
fn is_shorter_than_said(bytes: &[u8]) -> bool {
    let head = bytes.get(..1024).unwrap_or(bytes);
    let said = memmem::find(head, b"/Linearized").and_then(|at| {
        let rest = head.get(at..)?;
        let dictionary = rest.get(..memmem::find(rest, b">>")?)?;
        let mut values = memmem::find_iter(dictionary, b"/L").filter_map(|at| dictionary.get(at + 2..));
        values.find_map(|value| number(value.trim_ascii_start()))
    });
    said.is_some_and(|said| said > bytes.len())
}

/// Parses leading decimal digits.
fn number(text: &[u8]) -> Option<usize> {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(text.get(..digits)?).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [&[u8]; 3] = [
        include_bytes!("../../../tests/files/thai.pdf"),
        include_bytes!("../../../tests/files/office.pdf"),
        include_bytes!("../../../tests/files/scan.pdf"),
    ];

    /// `bytes` with an incremental update, such as a signature or a note.
    fn changed(bytes: &[u8]) -> Vec<u8> {
        let object = format!("\n900 0 obj\n({})\nendobj\n", "a note".repeat(60));
        let table = format!("xref\n900 1\n{:010} 00000 n \ntrailer\n<</Size 901 /Root 1 0 R>>\n", bytes.len() + 1);
        let start = bytes.len() + object.len();
        [bytes, object.as_bytes(), table.as_bytes(), format!("startxref\n{start}\n%%EOF\n").as_bytes()].concat()
    }

    #[test]
    fn every_cut_is_noticed_also_in_a_change_behind_the_end() {
        for bytes in FILES {
            assert!(!is_cut(bytes));
            let end = memmem::rfind(bytes, b"%%EOF").unwrap();
            assert!((1..=end + 4).all(|size| is_cut(&bytes[..size])));
            let changed = changed(bytes);
            assert!(changed.len() > bytes.len() + 400 && !is_cut(&changed));
            let first = memmem::find_iter(&changed, b" obj").find(|at| *at > bytes.len()).unwrap();
            let end = memmem::rfind(&changed, b"%%EOF").unwrap();
            assert!((first + 4..end).all(|size| is_cut(&changed[..size])));
        }
    }

    #[test]
    fn what_stands_behind_the_end_is_no_matter() {
        for more in ["\r\n", "<script>an advertisement</script>", "\0\0\0\0", "-- 7 objects --"] {
            assert!(!is_cut(&[FILES[0], more.as_bytes()].concat()), "{more}");
        }
    }

    #[test]
    fn a_file_for_reading_page_by_page_says_how_long_it_is() {
        let file =
            |said: usize| format!("%PDF-1.5\n1 0 obj <</Linearized 1 /H [ 7 9 ] /O 3/E 9 /N 1/L {said:06} >> endobj startxref\n0\n%%EOF\n");
        let size = file(100).len();
        assert!(!is_cut(file(size).as_bytes()) && is_cut(file(size + 1).as_bytes()));
    }
}
