//! Records of delimited text, and which separator it has.
//!
//! No program agrees with RFC 4180 on damaged quotes: here a quote that no other one ends is a letter,
//! so that it does not swallow the rest of the file.

use std::collections::BTreeMap;

/// Longest text in quotes, in bytes: 32,767 letters, as many as a cell of Excel holds, in Thai.
const MAX_QUOTED: usize = 3 * 32_767;
/// Most fields of a record, as many as a row of Excel has.
const MAX_FIELDS: usize = 16_384;
/// Text that is tried to tell the separator, in bytes.
const SAMPLE: usize = 64 << 10;
/// Records that are tried to tell the separator.
const SAMPLE_RECORDS: usize = 200;
/// Separators; of two that fit alike, the first: commas also stand within numbers.
const SEPARATORS: [char; 4] = ['\t', ';', '|', ','];

/// A record with its line, from 1.
#[derive(Debug, Default, PartialEq)]
pub(super) struct TextRecord {
    pub(super) line: usize,
    pub(super) fields: Vec<TextField>,
}

/// A field with the line in which it begins, from 1.
#[derive(Debug, PartialEq)]
pub(super) struct TextField {
    pub(super) line: usize,
    pub(super) text: String,
}

/// Reads records one by one.
pub(super) struct TextRecords<'t> {
    rest: &'t str,
    separator: char,
    line: usize,
}

impl<'t> TextRecords<'t> {
    pub(super) fn of(text: &'t str, separator: char, line: usize) -> Self {
        TextRecords { rest: text, separator, line }
    }

    /// What follows after the records so far.
    pub(super) fn rest(&self) -> &'t str {
        self.rest
    }

    /// Line of the next record, from 1.
    pub(super) fn line(&self) -> usize {
        self.line
    }

    /// A field, and whether another one follows in the record.
    fn field(&mut self) -> (TextField, bool) {
        let line = self.line;
        let mut text = String::new();
        if let Some((quoted, rest)) = quoted(self.rest) {
            self.line += quoted.matches('\n').count();
            text = quoted.replace("\"\"", "\"");
            self.rest = rest;
        }
        let end = self.rest.find(['\n', self.separator]).unwrap_or(self.rest.len());
        let (plain, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        text.push_str(plain);
        let mut letters = rest.chars();
        let is_followed = letters.next() == Some(self.separator);
        self.rest = letters.as_str();
        (TextField { line, text }, is_followed)
    }
}

impl Iterator for TextRecords<'_> {
    type Item = TextRecord;

    fn next(&mut self) -> Option<TextRecord> {
        if self.rest.is_empty() {
            return None;
        }
        let mut record = TextRecord { line: self.line, fields: Vec::new() };
        loop {
            let (field, is_followed) = self.field();
            if record.fields.len() < MAX_FIELDS {
                record.fields.push(field);
            }
            if !is_followed {
                break;
            }
        }
        self.line += 1;
        Some(record)
    }
}

/// The text in the quotes at the beginning of `text`, with doubled quotes, and what follows.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('"')?;
    let mut from = 0;
    while from < MAX_QUOTED {
        let at = from + inner.get(from..)?.find('"')?;
        let behind = inner.get(at + 1..)?;
        if !behind.starts_with('"') {
            return Some((inner.get(..at)?, behind));
        }
        from = at + 2;
    }
    None
}

/// The separator that parts most records into equally many fields.
pub(super) fn separator(text: &str) -> char {
    let sample = text.get(..text.floor_char_boundary(SAMPLE)).unwrap_or(text);
    let fit = |separator: &char| {
        let mut records: BTreeMap<usize, usize> = BTreeMap::new();
        for record in TextRecords::of(sample, *separator, 1).take(SAMPLE_RECORDS) {
            *records.entry(record.fields.len()).or_default() += 1;
        }
        records.into_iter().filter(|(fields, _)| *fields > 1).map(|(_, records)| records).max().unwrap_or(0)
    };
    // The last of equal ones is the greatest.
    SEPARATORS.iter().rev().copied().max_by_key(fit).unwrap_or(',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(text: &str, separator: char) -> Vec<(usize, Vec<String>)> {
        let record = |record: TextRecord| (record.line, record.fields.into_iter().map(|field| field.text).collect());
        TextRecords::of(text, separator, 1).map(record).collect()
    }

    #[test]
    fn fields_in_quotes_hold_separators_and_line_ends() {
        assert_eq!(
            records("a,\"b,\"\"c\"\"\nd\",e\n\nf\n", ','),
            [(1, vec!["a".into(), "b,\"c\"\nd".into(), "e".into()]), (3, vec![String::new()]), (4, vec!["f".into()])]
        );
        assert_eq!(records("a,", ','), [(1, vec!["a".into(), String::new()])]);
        assert_eq!(records("\"a\" b,c", ','), [(1, vec!["a b".into(), "c".into()])]);
    }

    #[test]
    fn a_quote_without_its_end_is_a_letter() {
        assert_eq!(records("\"a,b\nc 5\",d", ';').len(), 1);
        assert_eq!(records("\"a,b\nc,d", ','), [(1, vec!["\"a".into(), "b".into()]), (2, vec!["c".into(), "d".into()])]);
        assert_eq!(records("c 5\" d,e", ','), [(1, vec!["c 5\" d".into(), "e".into()])]);
    }

    #[test]
    fn the_separator_is_told_by_all_records() {
        let cases = [
            ("a,b;c\n1,b\n2,b", ','),
            ("1,200;5\n3,400;6", ';'),
            ("ก\tข, ค\nง\tจ", '\t'),
            ("a|b|c\nd|e, f|g", '|'),
            ("\"a;b\",c\n\"d;e\",f", ','),
            ("title\na;b\nc;d", ';'),
            ("", '\t'),
        ];
        for (text, expected) in cases {
            assert_eq!(separator(text), expected, "{text}");
        }
    }
}
