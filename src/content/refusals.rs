//! What the Markdown stage would not print as it was meant, as findings with their places in the file.

use std::ops::Range;

use super::Body;
use crate::config::meant_address;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::markdown::RefusalKind;
use crate::source::{TextFile, on_own_computer};

/// What the Markdown stage would not print becomes a finding with its place in the file.
pub(super) fn refusals(file: &TextFile, text: &str, body: &Body, diagnostics: &mut Diagnostics) {
    for refusal in &body.outline.refusals {
        let span = match &refusal.kind {
            RefusalKind::HeadingAttributes | RefusalKind::DuplicateId { .. } => braces(text, body.in_file(&refusal.span)),
            _ => body.in_file(&refusal.span),
        };
        let text = text.get(span.clone()).unwrap_or_default();
        let place = Place::new(&file.path, span);
        if let RefusalKind::Scheme { .. } | RefusalKind::SpaceInDestination = &refusal.kind
            && let Some(name) = on_own_computer(destination(text))
        {
            diagnostics.push(own_computer(destination(text), name, place));
            continue;
        }
        let diagnostic = Diagnostic::new(code(&refusal.kind), place).with("text", text);
        diagnostics.push(match &refusal.kind {
            RefusalKind::Scheme { scheme } => diagnostic.with("scheme", scheme).with_some("meant", meant_address(destination(text))),
            RefusalKind::SpaceInDestination if let Some(address) = meant_address(text) => diagnostic.with("address", address),
            RefusalKind::SpaceInDestination if text.contains('\\') => diagnostic.with("slashes", text.replace('\\', "/")),
            RefusalKind::Nesting { limit } => diagnostic.with("limit", limit),
            RefusalKind::DuplicateId { id } => diagnostic.with("id", id),
            RefusalKind::RawHtml => with_tag(diagnostic, text),
            RefusalKind::ListIndent { line } | RefusalKind::IndentedText { line } => diagnostic.with("line", line),
            RefusalKind::ListNumber { printed } => diagnostic.with("found", text).with("expected", printed).with("printed", printed),
            RefusalKind::NumberAsList => diagnostic.with("repaired", escaped(text)),
            RefusalKind::LostText => diagnostic.with_some("repaired", text.starts_with('[').then(|| format!("\\{text}"))),
            RefusalKind::LostBackslash => diagnostic.with("repaired", format!("`{text}`")),
            RefusalKind::Underline { above } => diagnostic.with("above", above),
            _ => diagnostic,
        });
    }
}

fn code(kind: &RefusalKind) -> &'static str {
    match kind {
        RefusalKind::RawHtml => "raw-html",
        RefusalKind::Scheme { .. } => "unsafe-link",
        RefusalKind::Nesting { .. } => "markdown-too-deep",
        RefusalKind::SpaceInsideEmphasis => "emphasis-space",
        RefusalKind::UnderscoreBesideThai => "emphasis-underscore",
        RefusalKind::TildesShown => "strikethrough-shown",
        RefusalKind::ParserPanic => "markdown-unreadable",
        RefusalKind::HeadingAttributes => "heading-attributes",
        RefusalKind::DuplicateId { .. } => "duplicate-anchor",
        RefusalKind::UnusedFootnote => "unused-footnote",
        RefusalKind::SpaceInDestination => "link-space",
        RefusalKind::MissingImageText => "image-without-text",
        RefusalKind::ExtraCells => "table-extra-cell",
        RefusalKind::UnusedDefinition => "link-definition-unused",
        RefusalKind::LostText => "text-lost",
        RefusalKind::LostBackslash => "backslash-lost",
        RefusalKind::ListIndent { .. } => "list-indent",
        RefusalKind::ListNumber { .. } => "list-number",
        RefusalKind::NumberAsList => "number-as-list",
        RefusalKind::IndentedText { .. } => "indented-paragraph",
        RefusalKind::OpenFence => "fence-open",
        RefusalKind::TextBehindFence => "fence-text",
        RefusalKind::Underline { .. } => "underline-heading",
    }
}

/// Two tags have their own repairs.
fn with_tag(diagnostic: Diagnostic, html: &str) -> Diagnostic {
    let html = html.trim_start();
    if html.starts_with("<!--") {
        diagnostic.with("comment", html.lines().next().unwrap_or_default())
    } else if html.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("<br")) {
        diagnostic.with("br", html)
    } else {
        diagnostic
    }
}

/// `2566\.`: a number that no list begins with.
fn escaped(number: &str) -> String {
    let digits = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    format!("{digits}\\{}", number.strip_prefix(digits).unwrap_or_default())
}

/// The destination in the text of a link: `[แผน](C:\แผน.pdf)`, `<C:/แผน.pdf>`.
fn destination(link: &str) -> &str {
    let inner = link.rsplit_once("](").map_or(link, |(_, inner)| inner.strip_suffix(')').unwrap_or(inner));
    inner.trim().trim_start_matches('<').trim_end_matches('>')
}

/// A link to a file that only its author's computer has, with the link to write.
fn own_computer(path: &str, name: &str, place: Place) -> Diagnostic {
    let diagnostic = Diagnostic::new("path-of-computer", place).with("text", path);
    match name {
        "" => diagnostic,
        name if name.contains(' ') => diagnostic.with("file", name).with("write", format!("(<{name}>)")),
        name => diagnostic.with("file", name).with("write", format!("({name})")),
    }
}

/// The braces at the end of a heading; the heading if it has none.
fn braces(text: &str, heading: Range<usize>) -> Range<usize> {
    let Some(line) = text.get(heading.clone()) else { return heading };
    line.rfind('{').map_or(heading.clone(), |at| heading.start + at..heading.start + line.trim_end().len())
}
