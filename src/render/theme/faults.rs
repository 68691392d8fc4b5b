//! Converts Tera errors to findings with byte spans.
//!
//! Tera's own reports misplace carets under Thai text (it counts characters, not display cells), so
//! only their locations are used. Syntax errors carry a span; unknown filters, functions and
//! components come as one text with several reports, from which the locations are parsed.

use std::ops::Range;

use tera::ErrorKind;

use super::files::Files;
use crate::base::RelPath;
use crate::diagnostics::{Diagnostic, SourceSpan};

/// Findings for templates that do not compile; at least one.
pub(super) fn of_loading(error: &tera::Error, files: &Files) -> Vec<Diagnostic> {
    let reports = match error.kind() {
        ErrorKind::Msg(text) => text.split("\n\n").filter_map(|report| of_report(report, files)).collect(),
        _ => Vec::new(),
    };
    match (reports.is_empty(), files.source("templates")) {
        (true, Some(folder)) => {
            let mut fault = of_error(error, &folder, || SourceSpan::file(&folder));
            fault.place.span = circle(error, files).unwrap_or(fault.place.span);
            vec![fault]
        }
        _ => reports,
    }
}

/// Span of the name in the `include` or `extends` of a circular reference.
fn circle(error: &tera::Error, files: &Files) -> Option<Range<usize>> {
    let (template, next, word) = match error.kind() {
        ErrorKind::CircularInclude { tpl, include_chain } => (tpl, include_chain.get(1)?, "include"),
        ErrorKind::CircularExtend { tpl, inheritance_chain } => (tpl, inheritance_chain.get(1).unwrap_or(tpl), "extends"),
        _ => return None,
    };
    let text = files.text(&format!("templates/{template}"))?;
    let named = |at: usize| Some(at + text.get(at..)?.find(next.as_str())?);
    let start = text.match_indices(word).find_map(|(at, _)| named(at))?;
    Some(start..start + next.len())
}

/// Finding for a template that fails to render; `folder` is that of the templates, `nowhere` the
/// location of an error without one.
pub(super) fn of_error(error: &tera::Error, folder: &RelPath, nowhere: impl FnOnce() -> SourceSpan) -> Diagnostic {
    let (template, span, reason) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            (report.filename(), report.span().range.clone(), report.message().to_owned())
        }
        ErrorKind::CircularExtend { tpl, .. } => (tpl.as_str(), 0..0, "it extends itself".to_owned()),
        ErrorKind::CircularInclude { tpl, include_chain } => {
            (tpl.as_str(), 0..0, format!("it includes itself: {}", include_chain.join(" → ")))
        }
        ErrorKind::MissingParent { current, .. } => (current.as_str(), 0..0, error.to_string()),
        ErrorKind::TemplateNotFound(name) => (name.as_str(), 0..0, error.to_string()),
        _ => return Diagnostic::new("template-error", nowhere()).with("reason", error.to_string()),
    };
    let file = RelPath::new(&format!("{folder}/{template}"));
    Diagnostic::new("template-error", SourceSpan::new(file.as_ref().unwrap_or(folder), span)).with("reason", reason)
}

/// Parses a report: `error: REASON`, `--> FILE:LINE:COLUMN`, the line, and carets under it.
fn of_report(report: &str, files: &Files) -> Option<Diagnostic> {
    let mut lines = report.lines();
    let reason = lines.next()?.strip_prefix("error: ")?;
    let mut locus = lines.next()?.trim_start().strip_prefix("--> ")?.rsplitn(3, ':');
    let (column, line, template) = (locus.next()?.parse().ok()?, locus.next()?.parse().ok()?, locus.next()?);
    let carets = report.lines().map(|line| line.matches('^').count()).find(|count| *count > 0).unwrap_or(1);
    let path = format!("templates/{template}");
    let span = bytes(files.text(&path)?, line, column, carets);
    Some(Diagnostic::new("template-error", SourceSpan::new(&files.source(&path)?, span)).with("reason", reason))
}

/// Byte range of `count` characters from a line and column, both counted from 1.
fn bytes(text: &str, line: usize, column: usize, count: usize) -> Range<usize> {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(before..).unwrap_or_default();
    let at = |characters: usize| before + rest.char_indices().nth(characters).map_or(rest.len(), |(at, _)| at);
    at(column.saturating_sub(1))..at(column.saturating_sub(1) + count)
}
