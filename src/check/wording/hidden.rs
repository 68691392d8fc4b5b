//! Byte ranges of a file that are not its prose.

use std::ops::Range;

use crate::content::Document;
use crate::content::front_matter::FrontMatter;
use crate::markdown;
use crate::site::links_of;
use crate::slice::slice;
use crate::yaml::Spanned;

/// Comments, URLs, file names, code, and the typist's notes on the source document, which may quote
/// its mistakes. In file order.
pub(super) fn hidden(document: &Document, file: &str) -> Vec<Range<usize>> {
    let body = &document.body;
    let code = markdown::code(slice(file, body.range.clone())).into_iter().map(|span| body.in_file(&span));
    let links = links_of(document).map(|link| link.place.span);
    let mut hidden: Vec<Range<usize>> = code.chain(links).collect();
    hidden.extend(addresses(file));
    hidden.extend(comments(file, body.range.start));
    hidden.extend(machine_values(&document.front_matter));
    joined(hidden)
}

/// Sorts and merges the ranges.
fn joined(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => joined.push(range),
        }
    }
    joined
}

/// Values that name anchors, evidence or paths, and notes on the source document.
fn machine_values(front_matter: &FrontMatter) -> Vec<Range<usize>> {
    let components = front_matter.components.iter().map(|(_, shown)| shown);
    let values = front_matter.source.notes.iter().chain(components).chain(&front_matter.aliases);
    values.map(|given: &Spanned<String>| given.span.clone()).collect()
}

/// Longer runs without white space are text behind an address, which is checked.
const MAX_ADDRESS_CHARS: usize = 2000;

/// `https://…` up to white space or a closing mark.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let starts = ["://", "www."].into_iter().flat_map(|mark| text.match_indices(mark));
    let ends = |c: char| c.is_whitespace() || matches!(c, ')' | ']' | '}' | '>' | '"' | '\'' | '”');
    let address = |(at, _): (usize, &str)| {
        let end = slice(text, at..).char_indices().enumerate().find(|(count, (_, c))| *count == MAX_ADDRESS_CHARS || ends(*c));
        at..end.map_or(text.len(), |(_, (length, _))| at + length)
    };
    starts.map(address).collect()
}

/// YAML comments: from `#` at the start of a line or after a space. (In quotes it would be text,
/// which does not occur in practice.)
fn comments(text: &str, body: usize) -> Vec<Range<usize>> {
    let front_matter = text.get(..body).unwrap_or_default();
    let mut at = 0;
    let comment = |line: &str| {
        let start = at;
        at += line.len();
        let sign = if line.trim_start().starts_with('#') { line.find('#') } else { line.find(" #") };
        sign.map(|sign| start + sign..start + line.len())
    };
    front_matter.split_inclusive('\n').filter_map(comment).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_behind_an_address_without_a_blank_is_not_hidden_to_the_end_of_the_file() {
        let text = format!("www.example.go.th{} แล้วจบ", "ก".repeat(5000));
        assert_eq!(addresses(&text)[0], 0..17 + (MAX_ADDRESS_CHARS - 17) * 3);
        assert_eq!(addresses("ดู https://example.go.th/a) ต่อ")[0].end, "ดู https://example.go.th/a".len());
    }
}
