//! Reports an address that is no link, as letters behind a slash are not of its alphabet:
//! `https://example.go.th/ข่าว`. Where such an address ends is a guess, so it is not linked.

use std::ops::Range;

use crate::check::wording::{PageText, TermMatch, around};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::markdown;

const STARTS: &[&str] = &["http://", "https://", "www."];

pub(super) const CHECK: Check = Check { run: CheckScope::Words(|_| STARTS.to_vec(), unlinked) };

fn unlinked(_: &CheckContext<'_>, page: &PageText<'_>, hits: Vec<TermMatch>) -> Vec<Diagnostic> {
    let body = &page.document.body;
    let starts = hits.into_iter().map(|(_, span)| span.start).filter(|start| body.range.contains(start));
    let found: Vec<Range<usize>> = starts.filter_map(|start| address(page.file, start)).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let code: Vec<Range<usize>> =
        markdown::code(page.file.get(body.range.clone()).unwrap_or_default()).iter().map(|span| body.in_file(span)).collect();
    let report = |span: Range<usize>| {
        let text = page.file.get(span.clone()).unwrap_or_default();
        let full = if text.starts_with("www.") { format!("http://{text}") } else { text.to_owned() };
        Diagnostic::new("address-not-linked", SourceSpan::new(&page.document.source, span)).with("text", text).with("full", full)
    };
    found.into_iter().filter(|span| !code.iter().any(|code| code.contains(&span.start))).map(report).collect()
}

/// Span of the address at `start`, if it is a bare one that was not linked.
fn address(file: &str, start: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 2000;
    let (before, behind) = around(file, start);
    let is_own = before.ends_with(['<', '"', '\'']) || before.ends_with("](") || before.trim_end().ends_with("]:");
    let goes_on = before.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '@'));
    let is_end = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | '|' | '”' | '\'' | ')' | ']' | '}');
    let length = behind.char_indices().take(LONGEST).find(|(_, c)| is_end(*c)).map_or(behind.len(), |(at, _)| at);
    let text = behind.get(..length)?.trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_']);
    let is_text_of_link = behind.get(length..)?.starts_with("](");
    let host = text.split_once("://").map_or(text, |(_, rest)| rest);
    let ascii = host.find(|c: char| !c.is_ascii_graphic())?;
    let (known, foreign) = around(host, ascii);
    let is_inside = known.ends_with(['/', '=', '-', '_', '%', '&', '#']) && foreign.starts_with(char::is_alphanumeric);
    (is_inside && !is_own && !goes_on && !is_text_of_link && length < LONGEST * 3).then(|| start..start + text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        let start = STARTS.iter().filter_map(|start| text.find(start)).min()?;
        text.get(address(text, start)?)
    }

    #[test]
    fn an_address_with_thai_letters_is_found_whole() {
        for (text, whole) in [
            ("ดู https://a.go.th/ข่าว/1 ต่อ", "https://a.go.th/ข่าว/1"),
            ("เว็บwww.a.go.th/หน้า/ก.html.", "www.a.go.th/หน้า/ก.html"),
            ("(http://a.go.th/?q=ข่าว)", "http://a.go.th/?q=ข่าว"),
        ] {
            assert_eq!(found(text), Some(whole), "{text}");
        }
    }

    #[test]
    fn links_and_addresses_that_are_linked_are_left_alone() {
        for text in [
            "<https://a.go.th/ข่าว>",
            "[ข่าว](https://a.go.th/ข่าว)",
            "[https://a.go.th/ข่าว](https://a.go.th/1)",
            "[ข่าว]: https://a.go.th/ข่าว",
            "ที่https://a.go.th/o42และต่อ",
            "https://a.go.th/%E0%B8%81",
            "https://ก.ไทย/",
            "https://a.go.th และ",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
