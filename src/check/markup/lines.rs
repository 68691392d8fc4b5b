//! Single pass over the lines of a body for all line checks.

use memchr::{memchr, memmem};

use super::block::{Block, LineFinding};
use super::{headings, joined, list_marks, run_on, tables, tabs};
use crate::check::wording::{EncodedLine, PageText};
use crate::check::{Check, CheckContext, CheckScope};
use crate::diagnostics::Diagnostic;

pub(super) const CHECK: Check = Check { run: CheckScope::Pages(look) };

fn look(_: &CheckContext<'_>, page: &PageText<'_>) -> Vec<Diagnostic> {
    let lines = page.body_lines();
    let blocks: Vec<Block<'_, '_>> = lines.split(|line| is_blank(line)).filter(|block| !block.is_empty()).collect();
    let mut found: Vec<LineFinding> = blocks.iter().flat_map(|block| of_block(block)).collect();
    let body = page.file.get(page.document.body.range.clone()).unwrap_or_default().as_bytes();
    // Fast path: most bodies have no cells.
    if memchr(b'|', body).is_some() || memmem::find(body, b"+-").is_some() {
        found.extend(tables::look(&blocks));
    }
    if memchr(b'\t', body).is_some() {
        found.extend(tabs::by_tabs(&blocks));
    }
    if [tabs::GAP, tabs::WIDE_SPACE].iter().any(|gap| memmem::find(body, gap.as_bytes()).is_some()) {
        found.extend(tabs::by_spaces(&blocks));
    }
    if memchr(b',', body).is_some() {
        found.extend(tabs::by_commas(&blocks));
    }
    // Tests the visibility of the first character only: the rest of the line may contain a URL,
    // which is hidden.
    let placed = found.into_iter().map(|finding| (finding.span.start..finding.span.start + 1, finding)).collect();
    page.visible(placed).into_iter().map(|(_, finding)| finding.at(page)).collect()
}

fn is_blank(line: &EncodedLine<'_>) -> bool {
    line.text.bytes().all(|byte| matches!(byte, b' ' | b'\t'))
}

fn of_block(block: Block<'_, '_>) -> Vec<LineFinding> {
    let mut found: Vec<LineFinding> = block.iter().filter_map(headings::without_space).collect();
    let points = list_marks::without_space(block).or_else(|| joined::begin_with_symbol(block)).or_else(|| joined::run_together(block));
    found.extend(points);
    found.extend(block.iter().filter_map(headings::without_words));
    found.extend(run_on::into_point(block));
    found
}
