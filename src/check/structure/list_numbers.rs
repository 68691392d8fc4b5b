//! ST1: typed numbers of list points are consecutive without duplicates (S1, S3, S4). Markdown
//! would renumber them silently.

use std::ops::Range;

use crate::check::wording::PageText;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::FrontMatter;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::slice::slice;
use crate::thai::{ListMark, list_mark, to_arabic};
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(misnumbered) };

fn misnumbered(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let in_fields = lists(&page.document.front_matter).into_iter().filter_map(break_in_list);
    let breaks = in_fields.chain(breaks_in_text(page));
    let report = |broken: NumberBreak| {
        let diagnostic = Diagnostic::new("list-number", SourceSpan::new(&page.document.source, broken.span));
        diagnostic.with_some("found", broken.found).with("expected", broken.expected)
    };
    breaks.map(report).collect()
}

/// A number out of sequence, or missing where other points are numbered.
struct NumberBreak {
    span: Range<usize>,
    found: Option<u32>,
    expected: u32,
}

/// Numbered lists in front matter.
fn lists(front_matter: &FrontMatter) -> Vec<&[Spanned<String>]> {
    let measures = front_matter.measures.iter();
    let of_measures = measures.flat_map(|measure| [&measure.steps[..], &measure.responsible.posts, &measure.monitoring]);
    let of_issues = front_matter.issues.iter().map(|issue| issue.limitations());
    let of_progress = front_matter.progress.iter().flat_map(|progress| &progress.entries).map(|entry| &entry.results[..]);
    of_measures.chain(of_issues).chain(of_progress).collect()
}

/// The first point whose typed number is out of sequence; otherwise the first without a number, if
/// others have one, because the page numbers such a list itself and would number those twice.
fn break_in_list(list: &[Spanned<String>]) -> Option<NumberBreak> {
    let mut expected = 1;
    for point in list {
        let typed = point.as_written.as_deref().and_then(number_before).or_else(|| number_before(&point.value));
        match typed {
            Some(found) if found != expected => return Some(NumberBreak { span: point.span.clone(), found: Some(found), expected }),
            _ => expected += 1,
        }
    }
    let (at, bare) = list.iter().enumerate().find(|(_, point)| number_before(&point.value).is_none())?;
    let others_have = list.iter().any(|point| number_before(&point.value).is_some());
    others_have.then(|| NumberBreak { span: bare.span.clone(), found: None, expected: u32::try_from(at + 1).unwrap_or(u32::MAX) })
}

/// Number typed before a point of a field: `1.`, `(๒)`.
fn number_before(text: &str) -> Option<u32> {
    leading_number(text).or_else(|| match list_mark(text)? {
        (ListMark::Number(number), _) => Some(number),
        (ListMark::Letter | ListMark::Bullet, _) => None,
    })
}

/// Breaks in the numbered lines of the Markdown. A list ends at a heading or unindented text; a
/// restart at 1, or a list of ones only, is accepted.
fn breaks_in_text(page: &PageText<'_>) -> Vec<NumberBreak> {
    let mut found = Vec::new();
    let mut runs: Vec<NumberedRun> = Vec::new();
    let (mut in_code, mut after_blank) = (false, true);
    for line in page.body_lines() {
        let text = line.text.trim_start();
        let indent = line.text.len() - text.len();
        let text = text.trim_end();
        if text.starts_with("```") || text.starts_with("~~~") {
            in_code = !in_code;
        }
        if in_code {
            continue;
        }
        if let Some(number) = Some(text).filter(|_| line.digits > 0).and_then(leading_number) {
            let start = line.start + indent;
            let span = start..start + number_length(text);
            close(&mut runs, indent + 1, &mut found);
            match runs.last_mut().filter(|run| run.depth == indent) {
                Some(run) if number != 1 || run.is_of_ones => {
                    run.is_of_ones &= number == 1;
                    run.points.push((number, span));
                }
                _ => {
                    close(&mut runs, indent, &mut found);
                    runs.push(NumberedRun { depth: indent, is_of_ones: number == 1, points: vec![(number, span)] });
                }
            }
        } else if text.starts_with('#') || (after_blank && !text.is_empty() && indent == 0) {
            close(&mut runs, 0, &mut found);
        }
        after_blank = text.is_empty();
    }
    close(&mut runs, 0, &mut found);
    found
}

/// Points of the current list.
struct NumberedRun {
    /// Indentation in bytes.
    depth: usize,
    /// True if every number is 1, which leaves the numbering to Markdown.
    is_of_ones: bool,
    /// Numbers with their byte ranges in the file.
    points: Vec<(u32, Range<usize>)>,
}

/// Closes the runs of at least this depth, and reports the first break in each.
fn close(runs: &mut Vec<NumberedRun>, depth: usize, found: &mut Vec<NumberBreak>) {
    while runs.last().is_some_and(|run| run.depth >= depth) {
        let Some(NumberedRun { points, is_of_ones, .. }) = runs.pop() else { return };
        if is_of_ones {
            continue;
        }
        let next = points.windows(2).find_map(|pair| match pair {
            [(before, _), (number, span)] if *number != before + 1 => Some((before + 1, *number, span.clone())),
            _ => None,
        });
        found.extend(next.map(|(expected, number, span)| NumberBreak { span, found: Some(number), expected }));
    }
}

/// Number of a point: `3. …`, `๓) …`, `3.` alone. Not `2.5 ล้าน`, not a year.
pub(super) fn leading_number(text: &str) -> Option<u32> {
    let text = text.trim_start();
    let length = number_length(text);
    let rest = slice(text, length..);
    let after = rest.strip_prefix(['.', ')'])?;
    let is_point = after.is_empty() || after.starts_with(|c: char| !c.is_numeric() && c != '.' && c != '\u{e2f}');
    let digits = to_arabic(slice(text, ..length));
    (is_point && (1..=2).contains(&digits.len())).then(|| digits.parse().ok())?
}

/// Length of the leading digits in bytes.
fn number_length(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit() && !('๐'..='๙').contains(&c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_a_point_only_with_its_mark() {
        for (text, number) in [("1. ก", Some(1)), ("๒) ข", Some(2)), ("3.", Some(3)), ("๓.ค", Some(3))] {
            assert_eq!(leading_number(text), number, "{text}");
        }
        for text in ["1.5 ล้าน", "12 คน", "2566. ปี", "ก. 1", "", "๒๕๖๖", "1.1.2 ก"] {
            assert_eq!(leading_number(text), None, "{text}");
        }
    }
}
