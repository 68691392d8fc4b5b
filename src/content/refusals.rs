//! Diagnostics for Markdown that is not rendered as written.

use std::ops::Range;

use super::Body;
use crate::config::meant_address;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::markdown::UnshownKind;
use crate::source::{TextFile, on_own_computer};

/// Converts the refusals of the Markdown stage to diagnostics with positions in the file.
pub(super) fn refusals(file: &TextFile, text: &str, body: &Body, diagnostics: &mut Diagnostics) {
    for refusal in &body.outline.refusals {
        let span = match &refusal.kind {
            UnshownKind::HeadingAttributes | UnshownKind::DuplicateId { .. } => braces(text, body.in_file(&refusal.span)),
            _ => body.in_file(&refusal.span),
        };
        let text = text.get(span.clone()).unwrap_or_default();
        let place = SourceSpan::new(&file.path, span);
        if let UnshownKind::Scheme { .. } | UnshownKind::SpaceInDestination = &refusal.kind
            && let Some(name) = on_own_computer(destination(text))
        {
            diagnostics.push(own_computer(destination(text), name, place));
            continue;
        }
        let diagnostic = Diagnostic::new(code(&refusal.kind), place).with("text", text);
        diagnostics.push(match &refusal.kind {
            UnshownKind::Scheme { scheme } => diagnostic.with("scheme", scheme).with_some("meant", meant_address(destination(text))),
            UnshownKind::SpaceInDestination if let Some(address) = meant_address(text) => diagnostic.with("address", address),
            UnshownKind::SpaceInDestination if text.contains('\\') => diagnostic.with("slashes", text.replace('\\', "/")),
            UnshownKind::Nesting { limit } => diagnostic.with("limit", limit),
            UnshownKind::DuplicateId { id } => diagnostic.with("id", id),
            UnshownKind::RawHtml => with_tag(diagnostic, text),
            UnshownKind::ListIndent { line } | UnshownKind::IndentedText { line } => diagnostic.with("line", line),
            UnshownKind::ListNumber { printed } => diagnostic.with("found", text).with("expected", printed).with("printed", printed),
            UnshownKind::NumberAsList => diagnostic.with("repaired", escaped(text)),
            UnshownKind::LostText => diagnostic.with_some("repaired", text.starts_with('[').then(|| format!("\\{text}"))),
            UnshownKind::LostBackslash => diagnostic.with("repaired", format!("`{text}`")),
            UnshownKind::Underline { above } => diagnostic.with("above", above),
            _ => diagnostic,
        });
    }
}

fn code(kind: &UnshownKind) -> &'static str {
    match kind {
        UnshownKind::RawHtml => "raw-html",
        UnshownKind::Scheme { .. } => "unsafe-link",
        UnshownKind::Nesting { .. } => "markdown-too-deep",
        UnshownKind::SpaceInsideEmphasis => "emphasis-space",
        UnshownKind::UnderscoreBesideThai => "emphasis-underscore",
        UnshownKind::TildesShown => "strikethrough-shown",
        UnshownKind::ParserPanic => "markdown-unreadable",
        UnshownKind::HeadingAttributes => "heading-attributes",
        UnshownKind::DuplicateId { .. } => "duplicate-anchor",
        UnshownKind::UnusedFootnote => "unused-footnote",
        UnshownKind::SpaceInDestination => "link-space",
        UnshownKind::OpenLink => "link-open",
        UnshownKind::OpenEmphasis => "emphasis-open",
        UnshownKind::MissingImageText => "image-without-text",
        UnshownKind::ExtraCells => "table-extra-cell",
        UnshownKind::UnusedDefinition => "link-definition-unused",
        UnshownKind::LostText => "text-lost",
        UnshownKind::LostBackslash => "backslash-lost",
        UnshownKind::ListIndent { .. } => "list-indent",
        UnshownKind::ListNumber { .. } => "list-number",
        UnshownKind::NumberAsList => "number-as-list",
        UnshownKind::IndentedText { .. } => "indented-paragraph",
        UnshownKind::OpenFence => "fence-open",
        UnshownKind::TextBehindFence => "fence-text",
        UnshownKind::Underline { .. } => "underline-heading",
    }
}

/// Comments and `<br>` have repairs of their own.
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

/// `2566\.`: escapes a number, so that it does not start a list.
fn escaped(number: &str) -> String {
    let digits = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    format!("{digits}\\{}", number.strip_prefix(digits).unwrap_or_default())
}

/// Destination in the source of a link: `[แผน](C:\แผน.pdf)`, `<C:/แผน.pdf>`.
fn destination(link: &str) -> &str {
    let inner = link.rsplit_once("](").map_or(link, |(_, inner)| inner.strip_suffix(')').unwrap_or(inner));
    inner.trim().trim_start_matches('<').trim_end_matches('>')
}

/// Diagnostic for a link to a file on the author's computer, with the correct link.
fn own_computer(path: &str, name: &str, place: SourceSpan) -> Diagnostic {
    let diagnostic = Diagnostic::new("path-of-computer", place).with("text", path);
    match name {
        "" => diagnostic,
        name if name.contains(' ') => diagnostic.with("file", name).with("write", format!("(<{name}>)")),
        name => diagnostic.with("file", name).with("write", format!("({name})")),
    }
}

/// The attribute braces at the end of a heading; the whole heading if it has none.
fn braces(text: &str, heading: Range<usize>) -> Range<usize> {
    let Some(line) = text.get(heading.clone()) else { return heading };
    line.rfind('{').map_or(heading.clone(), |at| heading.start + at..heading.start + line.trim_end().len())
}
