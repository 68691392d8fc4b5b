//! Splits a document into front matter and body, or diagnoses the delimiters.

use std::ops::Range;

use memchr::memmem;

use super::front_matter::is_key;
use super::split::{DocumentParts, is_fence, is_spoilt_fence, split};
use crate::base::RelPath;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::source::conflict_mark;

/// Splits a document. Fails if the boundary between front matter and body is uncertain, so that
/// nothing is published by mistake.
pub(super) fn parts(file: &RelPath, text: &str) -> Result<DocumentParts, Box<Diagnostic>> {
    let found = |code: &'static str, span: Range<usize>| Diagnostic::new(code, SourceSpan::new(file, span));
    let parts = split(text);
    if parts.as_ref().map_or(true, |parts| parts.front_matter.is_none())
        && let Some(mark) = conflict_mark(text)
    {
        let shown = text.get(mark.clone()).unwrap_or_default();
        return Err(Box::new(found("conflict-marks", mark).with("text", shown)));
    }
    match parts {
        Ok(parts) => match second_block(text, &parts) {
            Some((span, how)) => Err(Box::new(found("front-matter-twice", span).with(how, "---"))),
            None => Ok(parts),
        },
        Err(unclosed) => Err(Box::new(match spoilt_end(file, text, unclosed.rest) {
            Some(spoilt) => spoilt,
            None => found("front-matter-unclosed", first_line(text)),
        })),
    }
}

/// A line in or after the front matter that was probably meant as the closing `---`.
pub(super) fn spoilt_end(file: &RelPath, text: &str, data: Range<usize>) -> Option<Diagnostic> {
    let mut at = data.start;
    let mut is_below_data = true;
    for line in text.get(data)?.split_inclusive('\n') {
        if is_below_data && is_spoilt_fence(line) {
            let dashes = line.trim();
            let start = at + line.len() - line.trim_start().len();
            let place = SourceSpan::new(file, start..start + dashes.len());
            return Some(Diagnostic::new("front-matter-unclosed", place).with("dashes", dashes));
        }
        at += line.len();
        // A setext heading underline looks the same; the line before a closing delimiter has a
        // colon, or is a list entry, indented, closing, a comment or blank.
        is_below_data = line.trim().is_empty() || line.starts_with([' ', '-', '\t', ']', '}', '#']) || line.contains(':');
    }
    None
}

/// A second front matter block in the body, from a stray `---` or two concatenated files. Returns
/// the superfluous `---`.
fn second_block(text: &str, parts: &DocumentParts) -> Option<(Range<usize>, &'static str)> {
    let data = parts.front_matter.as_ref()?;
    let body = text.get(parts.body.clone())?;
    let fence = data.end..data.end + "---".len();
    let begins = body.lines().find(|line| !line.trim().is_empty())?;
    let has_more = has_fence(body);
    if is_top_key(begins) || (has_more && is_inner_key(begins)) {
        return Some((fence, "early"));
    }
    if has_more { joined(body, parts.body.start).map(|span| (span, "joined")) } else { None }
}

/// True if a line of the body is `---`. Most bodies have three dashes nowhere or only within table
/// rows, and are not searched line by line.
fn has_fence(body: &str) -> bool {
    let bytes = body.as_bytes();
    let may_begin_line = |at: usize| at.checked_sub(1).and_then(|before| bytes.get(before)).is_none_or(|b| *b == b'\n' || !b.is_ascii());
    memmem::find_iter(bytes, "---").any(may_begin_line) && body.lines().any(is_fence)
}

/// Position in a body of a `---` directly followed by a front matter key, and by another `---`
/// later. Code blocks are skipped.
fn joined(body: &str, start: usize) -> Option<Range<usize>> {
    let mut at = start;
    let mut in_code = false;
    let mut lines = body.split_inclusive('\n').peekable();
    let mut found = None;
    while let Some(line) = lines.next() {
        in_code ^= line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
        if !in_code && is_fence(line) {
            if found.is_some() {
                return found;
            }
            if lines.peek().is_some_and(|next| is_top_key(next)) {
                found = Some(at..at + "---".len());
            }
        }
        at += line.len();
    }
    None
}

fn is_top_key(line: &str) -> bool {
    key(line).is_some_and(is_key)
}

/// `  - id: m1` or `    title: …`
fn is_inner_key(line: &str) -> bool {
    let inner = line.trim_start_matches([' ', '-']);
    line.starts_with("  ") && key(inner).is_some_and(|key| !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
}

fn key(line: &str) -> Option<&str> {
    let (key, value) = line.split_once(':')?;
    (value.is_empty() || value.starts_with(char::is_whitespace)).then_some(key)
}

/// A span for the caret: at most 40 characters of the first line.
pub(super) fn first_line(text: &str) -> Range<usize> {
    let line = text.lines().next().unwrap_or_default();
    0..line.char_indices().nth(40).map_or(line.len(), |(at, _)| at)
}
