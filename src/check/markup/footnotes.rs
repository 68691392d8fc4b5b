//! Reports marks of footnotes that no footnote belongs to: readers see `[^1]`.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::wording::{PageText, TermMatch, around, line_around};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::{Diagnostic, SourceSpan};

const START: &str = "[^";

pub(super) const CHECK: Check = Check { run: CheckScope::Words(|_| vec![START], missing) };

/// Reports the first mark of each name.
fn missing(_: &CheckContext<'_>, page: &PageText<'_>, hits: Vec<TermMatch>) -> Vec<Diagnostic> {
    let body = &page.document.body.range;
    let in_body = hits.into_iter().filter(|(_, span)| body.contains(&span.start));
    let marks: Vec<(Range<usize>, &str)> = in_body.filter_map(|(_, start)| mark(page.file, start.start)).collect();
    let is_footnote = |span: &Range<usize>| begins_line(page.file, span.start) && around(page.file, span.end).1.starts_with(':');
    let footnotes: BTreeSet<String> = marks.iter().filter(|(span, _)| is_footnote(span)).map(|(_, label)| label.to_lowercase()).collect();
    let without = marks.into_iter().filter(|(_, label)| !footnotes.contains(&label.to_lowercase())).collect();
    let mut named = BTreeSet::new();
    let report = |(span, label): (Range<usize>, &str)| {
        let text = page.file.get(span.clone()).unwrap_or_default();
        Diagnostic::new("footnote-missing", SourceSpan::new(&page.document.source, span)).with("text", text).with("label", label)
    };
    page.visible(without).into_iter().filter(|(_, label)| named.insert(label.to_lowercase())).map(report).collect()
}

/// The mark at `start`, and its name.
fn mark(file: &str, start: usize) -> Option<(Range<usize>, &str)> {
    let (before, behind) = around(file, start);
    let (label, _) = behind.strip_prefix(START)?.split_once(']')?;
    let is_label = !label.is_empty() && label.len() < 100 && !label.contains(['\n', '[', '(']);
    (is_label && !before.ends_with('\\')).then(|| (start..start + START.len() + label.len() + 1, label))
}

fn begins_line(file: &str, at: usize) -> bool {
    line_around(file, at).0.trim_matches([' ', '>']).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_has_a_name_and_is_not_escaped() {
        let label = |text: &'static str| mark(text, text.find(START)?).map(|(_, label)| label);
        assert_eq!(label("ก[^1] ข"), Some("1"));
        assert_eq!(label("ก[^หมายเหตุ]: ข"), Some("หมายเหตุ"));
        for text in ["ก[^1", "ก\\[^1]", "ก[^]", "ก[^1\n]"] {
            assert_eq!(label(text), None, "{text}");
        }
    }
}
