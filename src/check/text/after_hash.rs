//! `title: ประกาศ #12`: YAML takes ` #` for the beginning of a comment, and the officer's text is lost without a word (PROMISES P19).

use crate::check::wording::Reading;
use crate::check::{At, Check, Checked};
use crate::diagnostics::{Diagnostic, Place};

pub(super) const CHECK: Check = Check { about: "text behind a number sign", looks: At::Pages(lost) };

fn lost(_: &Checked<'_>, page: &Reading<'_>) -> Vec<Diagnostic> {
    let found = page.front_matter_lines().iter().filter(|line| line.text.contains('#')).filter_map(|line| {
        let at = swallowed(line.text)?;
        let span = line.start + at..line.start + line.text.len();
        let diagnostic = Diagnostic::new("text-after-hash", Place::new(&page.document.source, span));
        Some(diagnostic.with("text", &line.text[at..]))
    });
    found.collect()
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
