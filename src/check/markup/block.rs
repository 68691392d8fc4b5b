//! Lines between two blank ones, and what is found in them.

use std::ops::Range;

use crate::check::wording::{EncodedLine, PageText};
use crate::diagnostics::{Diagnostic, SourceSpan};

/// Lines of which none is blank, between two blank ones.
pub(super) type Block<'b, 't> = &'b [EncodedLine<'t>];

/// A finding about a line, to be placed: it holds unless the line is code.
pub(super) struct LineFinding {
    code: &'static str,
    pub(super) span: Range<usize>,
    values: Vec<(&'static str, String)>,
}

impl LineFinding {
    /// About the text of a line.
    pub(super) fn new(code: &'static str, line: &EncodedLine<'_>) -> Self {
        let text = line.text.trim();
        let start = line.start + (line.text.len() - line.text.trim_start().len());
        Self { code, span: start..start + text.len(), values: vec![("text", text.to_owned())] }
    }

    /// Gives the value of a placeholder.
    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// Which of the faults of its code it is: the name of the value for which the help has its
    /// words.
    #[cfg(test)]
    pub(super) fn kind(&self) -> &'static str {
        self.values.get(1).map_or("", |(name, _)| name)
    }

    pub(super) fn at(self, page: &PageText<'_>) -> Diagnostic {
        let diagnostic = Diagnostic::new(self.code, SourceSpan::new(&page.document.source, self.span));
        self.values.into_iter().fold(diagnostic, |diagnostic, (name, value)| diagnostic.with(name, value))
    }
}

/// A line without the signs of a quotation before it.
pub(super) fn unquoted<'t>(line: &EncodedLine<'t>) -> &'t str {
    line.text.trim_start_matches([' ', '\t', '>'])
}

/// Spaces that Markdown takes for letters: they come from Word and from web pages.
pub(super) fn is_other_space(c: char) -> bool {
    c == '\u{200B}' || (c.is_whitespace() && !c.is_ascii())
}

/// What stands behind the mark of a list at the beginning of a line: `- `, `2. `.
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

/// Whether a line begins something of its own, so that no paragraph goes on into it: a heading, a
/// rule, code, a quotation.
pub(super) fn is_apart(text: &str) -> bool {
    let text = text.trim();
    let is_rule = text.len() >= 3 && text.bytes().all(|byte| matches!(byte, b'-' | b'=' | b'*' | b'_' | b' '));
    let is_heading = text.trim_start_matches('#').starts_with(' ') && text.starts_with('#');
    is_rule || is_heading || text.starts_with("```") || text.starts_with("~~~") || text.starts_with(['<', '>'])
}
