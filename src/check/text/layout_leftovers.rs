//! Reports page layout remains: leader dots, tags, page numbers (TX4).

use std::ops::Range;

use crate::check::wording::{EncodedLine, EncodedText, PageText, TermMatch, code};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::slice::slice;
use crate::thai::to_arabic;

pub(super) const CHECK: Check = Check { run: CheckScope::Words(|_| HTML.to_vec(), leftovers) };

/// Tags and entities that converters leave in cells.
const HTML: &[&str] = &[
    "<br>",
    "<br/>",
    "<br />",
    "<p>",
    "</p>",
    "<p ",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<u>",
    "</u>",
    "<td",
    "</td>",
    "<tr",
    "</tr>",
    "<th>",
    "</th>",
    "<table",
    "</table>",
    "<div",
    "</div>",
    "<span",
    "</span>",
    "<strong>",
    "</strong>",
    "<em>",
    "</em>",
    "<ul>",
    "</ul>",
    "<ol>",
    "</ol>",
    "<li>",
    "</li>",
    "<font",
    "</font>",
    "<center>",
    "</center>",
    "<sup>",
    "</sup>",
    "<sub>",
    "</sub>",
    "<img",
    "<a href",
    "</a>",
    "<hr",
    "&nbsp;",
    "&amp;",
    "&lt;",
    "&gt;",
    "&quot;",
];

/// Kind of leftover; its name selects the help text of the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leftover {
    Dots,
    Tag,
    PageNumber,
}

impl Leftover {
    fn value(self) -> &'static str {
        match self {
            Leftover::Dots => "dots",
            Leftover::Tag => "tag",
            Leftover::PageNumber => "page",
        }
    }
}

/// Reports the first of each kind with its count: a form with dotted lines has dozens.
fn leftovers(_: &CheckContext<'_>, page: &PageText<'_>, html: Vec<TermMatch>) -> Vec<Diagnostic> {
    let sorts = [(Leftover::Dots, dots(&page.letters)), (Leftover::Tag, tags(page, html)), (Leftover::PageNumber, page_numbers(page))];
    let report = |(sort, spans): (Leftover, Vec<Range<usize>>)| {
        let seen = page.visible(spans.into_iter().map(|span| (span, ())).collect());
        let (span, ()) = seen.first()?.clone();
        let text = slice(page.file, span.clone());
        let diagnostic = Diagnostic::new("layout-leftovers", SourceSpan::new(&page.document.source, span)).with("text", text);
        Some(diagnostic.with(sort.value(), text).with("count", seen.len()))
    };
    sorts.into_iter().filter_map(report).collect()
}

/// Returns runs of leader dots: at least five full stops or two ellipses.
fn dots(letters: &EncodedText<'_>) -> Vec<Range<usize>> {
    let is_leader =
        |[before, last, own]: [u8; 3]| ((before == b'.') & (last == b'.') & (own == b'.')) | ((last == code('…')) & (own == code('…')));
    if letters.picked(is_leader).is_empty() {
        return Vec::new();
    }
    let text = letters.text();
    let runs = |mark: &'static str, least: usize| {
        text.match_indices(mark).filter(move |(at, _)| !slice(text, ..*at).ends_with(mark)).filter_map(move |(at, _)| {
            let length = slice(text, at..).len() - slice(text, at..).trim_start_matches(mark).len();
            (length >= least * mark.len()).then_some(at..at + length)
        })
    };
    let mut found: Vec<Range<usize>> = runs(".", 5).chain(runs("…", 2)).collect();
    found.sort_by_key(|span| span.start);
    found
}

/// Only in front matter; in Markdown, `raw-html` reports tags.
fn tags(page: &PageText<'_>, html: Vec<TermMatch>) -> Vec<Range<usize>> {
    html.into_iter().map(|(_, span)| span).filter(|span| span.end <= page.document.body.range.start).collect()
}

/// Returns lines and list entries that consist of a page number.
fn page_numbers(page: &PageText<'_>) -> Vec<Range<usize>> {
    fn entry(text: &str) -> &str {
        text.strip_prefix("- ").unwrap_or(text).trim().trim_matches(['"', '\''])
    }
    let alone = |line: &EncodedLine<'_>| {
        let text = line.text.trim();
        let text = if line.start < page.document.body.range.start { entry(text) } else { text };
        let start = is_page_number(text).then(|| line.text.find(text)).flatten()? + line.start;
        Some(start..start + text.len())
    };
    // A line with only a page number is short; longer lines are skipped.
    page.lines.iter().filter(|line| line.digits > 0 && line.text.len() < 80).filter_map(alone).collect()
}

/// “- 3 -”, “หน้า 3”, “หน้าที่ ๓ จาก ๑๐”, “Page 3 of 10”.
fn is_page_number(text: &str) -> bool {
    let number = |text: &str| {
        let text = text.trim();
        !text.is_empty() && text.len() <= 12 && to_arabic(text).bytes().all(|b| b.is_ascii_digit())
    };
    if let Some(inner) = text.strip_prefix(['-', '–']).and_then(|rest| rest.strip_suffix(['-', '–'])) {
        return number(inner);
    }
    let Some(rest) = ["หน้าที่", "หน้า", "Page", "page"].into_iter().find_map(|word| text.strip_prefix(word)) else {
        return false;
    };
    let of = ["/", "จาก", "ของ", "of"].into_iter().find_map(|mark| rest.split_once(mark));
    of.map_or_else(|| number(rest), |(page, pages)| number(page) && number(pages))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaders_are_five_dots_or_two_ellipses() {
        assert_eq!(dots(&EncodedText::of(".......68.34 …… ก.... ฯลฯ...")).len(), 2);
        assert_eq!(dots(&EncodedText::of("1.2.3 … ...")), [0..0; 0]);
    }

    #[test]
    fn a_page_number_stands_alone() {
        for text in ["- 3 -", "-๓-", "หน้า 3", "หน้าที่ ๓ จาก ๑๐", "Page 3 of 10", "หน้า 3/10"]
        {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["", "-", "--", "---", "3", "หน้า", "หน้า 3 ของรายงาน", "หน้าที่ของเทศบาล", "- 3 - 4", "หน้า 3, 4"]
        {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
