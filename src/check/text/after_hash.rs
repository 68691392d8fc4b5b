//! `title: ประกาศ #12`: YAML starts a comment at ` #`, so the author's text is silently lost (P19).

use crate::base::{ASSESSMENTS_FILE, SITE_FILE};
use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::slice::slice;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(lost) };
pub(super) const IN_YAML: Check = Check { run: CheckScope::Site(lost_in_files) };

fn lost(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let found = page.front_matter_lines().iter().filter(|line| line.text.contains('#')).filter_map(|line| {
        let at = swallowed(line.text)?;
        let span = line.start + at..line.start + line.text.len();
        let diagnostic = Diagnostic::new("text-after-hash", SourceSpan::new(&page.document.source, span));
        Some(diagnostic.with("text", slice(line.text, at..)))
    });
    found.collect()
}

/// Runs the same check on files that are YAML as a whole.
fn lost_in_files(checked: &CheckContext<'_>) -> Diagnostics {
    let files = [SITE_FILE, ASSESSMENTS_FILE].into_iter().filter_map(|path| checked.tree.text(path));
    let lists = checked.tree.texts_below("content/catalogues/").filter(|file| file.path.as_str().ends_with(".yaml"));
    let mut found = Diagnostics::new();
    for file in files.chain(lists) {
        let mut start = 0;
        for line in file.text.read().split_inclusive('\n') {
            let text = line.trim_end();
            if let Some((at, lost)) =
                swallowed(text).filter(|_| !text.trim_start().starts_with('#')).and_then(|at| Some((at, text.get(at..)?)))
            {
                let place = SourceSpan::new(&file.path, start + at..start + text.len());
                found.push(Diagnostic::new("text-after-hash", place).with("text", lost));
            }
            start += line.len();
        }
    }
    found
}

/// Returns the offset of the lost text in a line. An intended comment has a space after `#`.
fn swallowed(line: &str) -> Option<usize> {
    let at = line.match_indices(" #").map(|(at, _)| at).find(|at| !is_quoted(slice(line, ..*at)))?;
    let behind = slice(line, at + 2..).chars().next()?;
    let has_value = slice(line, ..at).contains([':', '-', '[', '{']);
    (has_value && !behind.is_whitespace() && behind != '#').then_some(at + 1)
}

/// True if the end of `before` is inside quotes.
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
