//! The one pass over the lines of a body.

use std::ops::Range;

use memchr::{memchr, memmem};

use super::{headings, joined, list_marks, tables, tabs};
use crate::check::wording::{Line, Reading};
use crate::check::{At, Check, Checked};
use crate::diagnostics::{Diagnostic, Place};

pub(super) const CHECK: Check = Check { about: "lines that became something else", looks: At::Pages(look) };

/// Lines of which none is blank, between two blank ones.
pub(super) type Block<'b, 't> = &'b [Line<'t>];

/// A finding about a line, to be placed: it holds unless the line is code.
pub(super) struct Finding {
    code: &'static str,
    span: Range<usize>,
    values: Vec<(&'static str, String)>,
}

impl Finding {
    /// About the text of a line.
    pub(super) fn new(code: &'static str, line: &Line<'_>) -> Self {
        let text = line.text.trim();
        let start = line.start + (line.text.len() - line.text.trim_start().len());
        Self { code, span: start..start + text.len(), values: vec![("text", text.to_owned())] }
    }

    /// Gives the value of a placeholder.
    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// Which of the faults of its code it is: the name of the value for which the help has its words.
    #[cfg(test)]
    pub(super) fn kind(&self) -> &'static str {
        self.values.get(1).map_or("", |(name, _)| name)
    }

    fn at(self, page: &Reading<'_>) -> Diagnostic {
        let diagnostic = Diagnostic::new(self.code, Place::new(&page.document.source, self.span));
        self.values.into_iter().fold(diagnostic, |diagnostic, (name, value)| diagnostic.with(name, value))
    }
}

fn look(_: &Checked<'_>, page: &Reading<'_>) -> Vec<Diagnostic> {
    let lines = page.body_lines();
    let blocks: Vec<Block<'_, '_>> = lines.split(|line| is_blank(line)).filter(|block| !block.is_empty()).collect();
    let mut found: Vec<Finding> = blocks.iter().flat_map(|block| of_block(block)).collect();
    let body = page.file.get(page.document.body.range.clone()).unwrap_or_default().as_bytes();
    // Most bodies have no cells at all.
    if memchr(b'|', body).is_some() || memmem::find(body, b"+-").is_some() {
        found.extend(tables::look(&blocks));
    }
    if memchr(b'\t', body).is_some() || memmem::find(body, tabs::GAP.as_bytes()).is_some() {
        found.extend(tabs::look(&blocks));
    }
    // The first letter stands for the line: what follows may be an address, which is no words either.
    let placed = found.into_iter().map(|finding| (finding.span.start..finding.span.start + 1, finding)).collect();
    page.visible(placed).into_iter().map(|(_, finding)| finding.at(page)).collect()
}

fn is_blank(line: &Line<'_>) -> bool {
    line.text.bytes().all(|byte| matches!(byte, b' ' | b'\t'))
}

fn of_block(block: Block<'_, '_>) -> Vec<Finding> {
    let mut found: Vec<Finding> = block.iter().filter_map(headings::without_space).collect();
    let points = list_marks::without_space(block).or_else(|| joined::begin_with_symbol(block)).or_else(|| joined::run_together(block));
    found.extend(points);
    found
}

/// A line without the signs of a quotation before it.
pub(super) fn unquoted<'t>(line: &Line<'t>) -> &'t str {
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

/// Whether a line begins something of its own, so that no paragraph goes on into it: a heading, a rule, code, a quotation.
pub(super) fn is_apart(text: &str) -> bool {
    let text = text.trim();
    let is_rule = text.len() >= 3 && text.bytes().all(|byte| matches!(byte, b'-' | b'=' | b'*' | b'_' | b' '));
    let is_heading = text.trim_start_matches('#').starts_with(' ') && text.starts_with('#');
    is_rule || is_heading || text.starts_with("```") || text.starts_with("~~~") || text.starts_with(['<', '>'])
}
