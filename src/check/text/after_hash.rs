//! `title: ประกาศ #12`: YAML takes ` #` for the beginning of a comment, and the officer's text is lost without a word (PROMISES P19).

use crate::check::{Check, Checked};
use crate::content::Document;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::site::Page;

pub(super) const CHECK: Check = Check { about: "text behind a number sign", run };

fn run(checked: &Checked<'_>) -> Diagnostics {
    checked.site.written_pages().flat_map(lost).collect()
}

fn lost(page: &Page) -> Vec<Diagnostic> {
    let document = &page.document;
    let front_matter = document.typed_lines().take_while(|(span, _)| span.end < document.body.range.start);
    let found = front_matter.filter_map(|(span, line)| {
        let at = swallowed(line)?;
        Some((span.start + at..span.end, line.get(at..)?.to_owned()))
    });
    found.map(|(span, text)| report(document, span, &text)).collect()
}

/// Where the swallowed text of a line begins. A comment that is meant as one has a space behind its sign.
fn swallowed(line: &str) -> Option<usize> {
    let at = line.match_indices(" #").map(|(at, _)| at).find(|at| !is_quoted(&line[..*at]))?;
    let behind = line[at + 2..].chars().next()?;
    let has_value = line[..at].contains([':', '-', '[', '{']);
    (has_value && !behind.is_whitespace() && behind != '#').then_some(at + 1)
}

/// Whether the end of `before` lies in quotes.
fn is_quoted(before: &str) -> bool {
    let open = |quote: char| before.matches(quote).count() % 2 == 1;
    open('"') || open('\'')
}

fn report(document: &Document, span: std::ops::Range<usize>, text: &str) -> Diagnostic {
    let diagnostic = Diagnostic::new("text-after-hash", Place::new(&document.source, span)).with("text", text);
    diagnostic.about(document.home.fiscal_year(), document.home.item())
}

#[cfg(test)]
mod tests {
    use super::swallowed;

    #[test]
    fn a_comment_that_is_meant_is_left_alone() {
        for line in ["title: ก", "title: ก # หมายเหตุ", "title: \"ก #1\"", "- 'ก #1'", "title: ก#1", "# ทั้งบรรทัด", "title: ก ## ข"]
        {
            assert_eq!(swallowed(line), None, "{line}");
        }
        assert_eq!(swallowed("title: ก #1"), Some("title: ก ".len()));
        assert_eq!(swallowed("- ก #ข"), Some("- ก ".len()));
    }
}
