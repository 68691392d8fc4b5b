//! Blocks of non-blank lines, and diagnostics about them.

use std::ops::Range;

use crate::base::RelPath;
use crate::check::wording::{EncodedLine, PageText};
use crate::diagnostics::{Diagnostic, SourceSpan};

/// Consecutive non-blank lines.
pub(super) type Block<'b, 't> = &'b [EncodedLine<'t>];

/// A diagnostic about a line, without its page yet; dropped if the line is code.
pub(super) struct LineFinding {
    code: &'static str,
    pub(super) span: Range<usize>,
    values: Vec<(&'static str, String)>,
}

impl LineFinding {
    /// Creates a diagnostic about the trimmed text of a line.
    pub(super) fn new(code: &'static str, line: &EncodedLine<'_>) -> Self {
        let text = line.text.trim();
        let start = line.start + (line.text.len() - line.text.trim_start().len());
        Self { code, span: start..start + text.len(), values: vec![("text", text.to_owned())] }
    }

    /// Creates a diagnostic about a part of a line.
    pub(super) fn of(code: &'static str, span: Range<usize>, text: String) -> Self {
        Self { code, span, values: vec![("text", text)] }
    }

    /// Sets the value of a placeholder.
    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// Names an invisible letter at the start of the line as the cause, if there is one.
    pub(super) fn with_unseen(self, line: &EncodedLine<'_>) -> Self {
        let is_unseen = line.text.trim_start_matches([' ', '\t']).starts_with(is_other_space);
        if is_unseen { self.with("unseen", "") } else { self }
    }

    /// Name of the second value, which selects the help text and so identifies the fault.
    #[cfg(test)]
    pub(super) fn kind(&self) -> &'static str {
        self.values.get(1).map_or("", |(name, _)| name)
    }

    pub(super) fn at(self, page: &PageText<'_>) -> Diagnostic {
        self.in_file(&page.document.source)
    }

    pub(super) fn in_file(self, path: &RelPath) -> Diagnostic {
        let diagnostic = Diagnostic::new(self.code, SourceSpan::new(path, self.span));
        self.values.into_iter().fold(diagnostic, |diagnostic, (name, value)| diagnostic.with(name, value))
    }
}

/// Strips quotation marks (`>`) and indentation from a line.
pub(super) fn unquoted<'t>(line: &EncodedLine<'t>) -> &'t str {
    line.text.trim_start_matches([' ', '\t', '>'])
}

/// Spaces that are not space characters to Markdown, and letters without width; they come from Word
/// and web pages.
pub(super) fn is_other_space(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{FEFF}') || (c.is_whitespace() && !c.is_ascii())
}

/// Returns the text after a list marker: `- `, `2. `.
pub(super) fn behind_list_mark(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let signs = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = match text.len() - signs.len() {
        0 => signs.strip_prefix(['-', '*', '+']),
        1..=9 => signs.strip_prefix(['.', ')']),
        _ => None,
    };
    behind.filter(|behind| behind.is_empty() || behind.starts_with([' ', '\t'])).map(str::trim_start)
}

/// True if a line starts a block that does not continue a paragraph: heading, thematic break, code
/// fence, block quote, HTML.
pub(super) fn is_apart(text: &str) -> bool {
    let text = text.trim();
    let is_rule = text.len() >= 3 && text.bytes().all(|byte| matches!(byte, b'-' | b'=' | b'*' | b'_' | b' '));
    let is_heading = text.trim_start_matches('#').starts_with(' ') && text.starts_with('#');
    is_rule || is_heading || text.starts_with("```") || text.starts_with("~~~") || text.starts_with(['<', '>'])
}
