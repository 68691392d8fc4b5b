//! Dots, tags and page numbers that belong to the layout of a paper and not to its text (MODEL A.6 TX4).

use std::ops::Range;

use crate::check::wording::{Lexicon, on_pages, visible};
use crate::check::{Check, Checked};
use crate::content::Document;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::site::Page;
use crate::thai::to_arabic;

pub(super) const CHECK: Check = Check { about: "leftovers of layout", run };

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

/// What sort of leftover, also the name of the value for which the help of the code has its words.
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

fn run(checked: &Checked<'_>) -> Diagnostics {
    let html = Lexicon::new(HTML.iter().copied());
    on_pages(checked.site, |page| leftovers(page, &html))
}

/// The first of each sort: a form of dotted lines has dozens.
fn leftovers(page: &Page, html: &Lexicon) -> Vec<Diagnostic> {
    let document = &page.document;
    let file = &document.body.file;
    let sorts = [(Leftover::Dots, dots(file)), (Leftover::Tag, tags(document, html)), (Leftover::PageNumber, page_numbers(document))];
    let report = |(sort, spans): (Leftover, Vec<Range<usize>>)| {
        let seen = visible(document, spans.into_iter().map(|span| (span, ())).collect());
        let (span, ()) = seen.first()?.clone();
        let text = &file[span.clone()];
        let diagnostic = Diagnostic::new("layout-leftovers", Place::new(&document.source, span)).with("text", text);
        Some(diagnostic.with(sort.value(), text).with("count", seen.len()))
    };
    sorts.into_iter().filter_map(report).collect()
}

/// Dotted leaders: five full stops or two ellipses on end, or more.
fn dots(text: &str) -> Vec<Range<usize>> {
    if !text.contains(".....") && !text.contains("……") {
        return Vec::new();
    }
    let runs = |mark: &'static str, least: usize| {
        text.match_indices(mark).filter(move |(at, _)| !text[..*at].ends_with(mark)).filter_map(move |(at, _)| {
            let length = text[at..].len() - text[at..].trim_start_matches(mark).len();
            (length >= least * mark.len()).then_some(at..at + length)
        })
    };
    let mut found: Vec<Range<usize>> = runs(".", 5).chain(runs("…", 2)).collect();
    found.sort_by_key(|span| span.start);
    found
}

/// In front matter; in Markdown they are refused by themselves (`raw-html`).
fn tags(document: &Document, html: &Lexicon) -> Vec<Range<usize>> {
    let front_matter = document.body.file.get(..document.body.range.start).unwrap_or_default();
    html.find(front_matter).map(|(_, span)| span).collect()
}

/// Lines and list entries that are a page number and nothing else.
fn page_numbers(document: &Document) -> Vec<Range<usize>> {
    let in_body = |at: usize| at >= document.body.range.start;
    let alone = |(span, line): (Range<usize>, &str)| {
        let text = line.trim();
        let text = if in_body(span.start) { text } else { text.strip_prefix("- ").unwrap_or(text).trim().trim_matches(['"', '\'']) };
        let start = is_page_number(text).then(|| line.find(text)).flatten()? + span.start;
        Some(start..start + text.len())
    };
    // A line with a digit and no more than a page number is short: the rest is not looked at.
    document.typed_lines().filter(|(_, line)| line.len() < 80).filter_map(alone).collect()
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
        assert_eq!(dots(".......68.34 …… ก.... ฯลฯ...").len(), 2);
        assert_eq!(dots("1.2.3 … ..."), [0..0; 0]);
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
