//! Reports Thai text decoded with a wrong encoding: `ÊÇÑÊ´Õ` (TIS-620 as Latin-1), `à¸ªà¸§` (UTF-8
//! as Latin-1), `เธชเธง` (UTF-8 as TIS-620). The decoding can be reversed.

use std::ops::Range;

use encoding_rs::{Encoding, WINDOWS_874, WINDOWS_1252};

use crate::check::wording::{PageText, TermMatch, around, code, line_around};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};

/// First two of the three bytes of a Thai letter, decoded as windows-874; some words start with
/// them as well.
const THAI_LETTERS: &[&str] = &["เธ"];

pub(super) const CHECK: Check = Check { run: CheckScope::Words(|_| THAI_LETTERS.to_vec(), garbled) };

/// Reports the first garbled line, with its repair and the number of such lines.
fn garbled(_: &CheckContext<'_>, page: &PageText<'_>, hits: Vec<TermMatch>) -> Vec<Diagnostic> {
    let latin = code('é');
    // Two adjacent two-byte letters: rare in other languages, whose words do not decode to Thai.
    let latin = page.letters.picked(|[_, last, own]| (last == latin) & (own == latin));
    let places = latin.into_iter().map(|at| (at, WINDOWS_1252)).chain(hits.into_iter().map(|(_, span)| (span.start, WINDOWS_874)));
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    let mut looked_at = (WINDOWS_1252, 0);
    for (at, encoding) in places {
        if looked_at.0 != encoding || at >= looked_at.1 {
            looked_at = (encoding, at + line_around(page.file, at).1.len());
            found.extend(line_counted_back(page.file, at, encoding));
        }
    }
    let lines = page.visible(found);
    let count = lines.len();
    let report = |(span, meant): (Range<usize>, String)| {
        let text = page.file.get(span.clone()).unwrap_or_default().trim().to_owned();
        Diagnostic::new("garbled-thai", SourceSpan::new(&page.document.source, span))
            .with("text", text)
            .with("meant", meant)
            .with("count", count)
    };
    lines.into_iter().next().map(report).into_iter().collect()
}

/// Returns the span from the garbled word at `at` to the end of the line, and the repaired text.
/// One word that is certainly Thai is required; then shorter words are repaired too.
fn line_counted_back(file: &str, at: usize, encoding: &'static Encoding) -> Option<(Range<usize>, String)> {
    let (before, behind) = line_around(file, at);
    let start = at - before.chars().rev().take_while(|c| is_part(*c, encoding)).map(char::len_utf8).sum::<usize>();
    let end = at + behind.trim_end_matches('\r').len();
    let text = file.get(start..end)?;
    let words = || text.split_inclusive(|c| !is_part(c, encoding));
    let letters = |word: &str| -> usize { word.chars().take_while(|c| is_part(*c, encoding)).map(char::len_utf8).sum() };
    let thai = |word: &str| thai(around(word, letters(word)).0, encoding);
    if !words().filter_map(thai).any(|thai| is_certain(&thai)) {
        return None;
    }
    let meant = words().map(|word| thai(word).map_or(word.to_owned(), |thai| thai + around(word, letters(word)).1));
    Some((start..end, meant.collect()))
}

/// True for a character that garbled Thai consists of.
fn is_part(c: char, encoding: &'static Encoding) -> bool {
    !c.is_ascii() && byte(c, encoding).is_some()
}

/// Returns the byte that was decoded as this character.
fn byte(c: char, encoding: &'static Encoding) -> Option<u8> {
    // Bytes not assigned in the encoding are decoded as control characters.
    if let Ok(byte) = u8::try_from(u32::from(c)) {
        return (encoding == WINDOWS_1252 || byte < 0xA1).then_some(byte);
    }
    let mut buffer = [0; 4];
    let (bytes, _, is_wrong) = encoding.encode(c.encode_utf8(&mut buffer));
    match (bytes.as_ref(), is_wrong) {
        ([byte], false) => Some(*byte),
        _ => None,
    }
}

/// Recovers the Thai text of characters that were decoded with `encoding`.
fn thai(letters: &str, encoding: &'static Encoding) -> Option<String> {
    let bytes: Vec<u8> = letters.chars().map(|c| byte(c, encoding)).collect::<Option<_>>()?;
    let utf8 = String::from_utf8_lossy(&bytes);
    let thai = utf8.chars().filter(|c| ('\u{E00}'..='\u{E7F}').contains(c)).count();
    // Letters at both ends may be truncated.
    if thai > utf8.matches('\u{FFFD}').count() * 2 {
        return Some(utf8.into_owned());
    }
    let is_thai = encoding == WINDOWS_1252 && !bytes.is_empty() && bytes.iter().all(|byte| matches!(byte, 0xA1..=0xDA | 0xDF..=0xFB));
    let (text, _) = WINDOWS_874.decode_without_bom_handling(&bytes);
    (is_thai && is_spelt(&text)).then(|| text.into_owned())
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{E31}' | '\u{E33}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}')
}

fn is_consonant(c: char) -> bool {
    matches!(c, 'ก'..='ฮ') && !matches!(c, 'ฤ' | 'ฦ')
}

/// True if every mark follows a consonant or another mark.
fn is_spelt(text: &str) -> bool {
    let mut before = ' ';
    text.chars().all(|c| {
        let is_borne = !is_mark(c) || is_consonant(before) || is_mark(before);
        before = c;
        is_borne
    })
}

/// At least three characters, with two consonants and a vowel or mark, and at least two from ภ on:
/// lower ones decode to symbols in windows-1252.
fn is_certain(text: &str) -> bool {
    let count = |is: fn(char) -> bool| text.chars().filter(|c| is(*c)).count();
    count(|c| is_mark(c) || matches!(c, 'ะ' | 'า' | 'เ'..='ไ')) > 0
        && count(is_consonant) > 1
        && count(|c| c >= 'ภ') > 1
        && text.chars().count() >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text encoded as `written` and decoded as `read`.
    fn garble(text: &str, written: &'static Encoding, read: &'static Encoding) -> String {
        read.decode_without_bom_handling(&written.encode(text).0).0.into_owned()
    }

    #[test]
    fn thai_is_counted_back_from_each_encoding() {
        const THAI: &str = "สวัสดี ปี 2566 สำนักปลัดเทศบาล";
        for (written, read) in [(WINDOWS_874, WINDOWS_1252), (encoding_rs::UTF_8, WINDOWS_1252), (encoding_rs::UTF_8, WINDOWS_874)] {
            let text = garble(THAI, written, read);
            let (_, meant) = line_counted_back(&format!("ก: {text}\nข"), "ก: ".len(), read).unwrap();
            assert_eq!(meant, THAI, "{text}");
        }
    }

    #[test]
    fn words_of_other_languages_are_their_own() {
        for text in ["café", "naïve", "Zürich", "Ångström", "créée", "ÄÖÜ", "ÅÄÖ", "½¼¾", "°°°", "···", "×××", "Ελλάδα", "ÀÈÉ", "§§§ «ç»"]
        {
            for (at, _) in text.char_indices() {
                assert_eq!(line_counted_back(text, at, WINDOWS_1252), None, "{text}");
            }
        }
        for text in ["เธอ", "เธอและเน้นย้ำ", "เนื้อเน้น"] {
            assert_eq!(line_counted_back(text, 0, WINDOWS_874), None, "{text}");
        }
    }
}
