//! A page, read once for all checks.

use std::cell::OnceCell;
use std::ops::Range;

use super::encoded_text::{EncodedLine, EncodedText};
use super::hidden::hidden;
use crate::check::references::Reference;
use crate::content::Document;
use crate::site::Page;

/// Input of the page checks.
pub(in crate::check) struct PageText<'s> {
    pub(in crate::check) page: &'s Page,
    pub(in crate::check) document: &'s Document,
    /// Source text of its file.
    pub(in crate::check) file: &'s str,
    /// Encoded text of the file.
    pub(in crate::check) letters: EncodedText<'s>,
    /// Lines of the file, without comments of front matter.
    pub(in crate::check) lines: Vec<EncodedLine<'s>>,
    /// References to files and pages.
    pub(in crate::check) pointers: Vec<Reference<'s>>,
    hidden: OnceCell<Vec<Range<usize>>>,
}

impl<'s> PageText<'s> {
    /// Prepares a page whose source text is `file`.
    pub(in crate::check) fn of(page: &'s Page, file: &'s str) -> Self {
        let document = &page.document;
        let letters = EncodedText::of(file);
        let body = document.body.range.start;
        let lines = letters.lines().filter(|line| line.start >= body || !line.text.trim_start().starts_with('#')).collect();
        let pointers = Reference::all_of(page).collect();
        Self { page, document, file, letters, lines, pointers, hidden: OnceCell::new() }
    }

    pub(in crate::check) fn front_matter_lines(&self) -> &[EncodedLine<'s>] {
        &self.lines[..self.body_starts_at()]
    }

    pub(in crate::check) fn body_lines(&self) -> &[EncodedLine<'s>] {
        &self.lines[self.body_starts_at()..]
    }

    fn body_starts_at(&self) -> usize {
        self.lines.partition_point(|line| line.start < self.document.body.range.start)
    }

    /// Returns the matches in prose: not in comments, URLs, file names, code or remarks about the
    /// paper.
    pub(in crate::check) fn visible<K>(&self, hits: Vec<(Range<usize>, K)>) -> Vec<(Range<usize>, K)> {
        if hits.is_empty() {
            return hits;
        }
        let hidden = self.hidden.get_or_init(|| hidden(self.document, self.file));
        let is_visible = |span: &Range<usize>| {
            let next = hidden.partition_point(|hidden| hidden.end <= span.start);
            hidden.get(next).is_none_or(|next| span.end <= next.start)
        };
        hits.into_iter().filter(|(span, _)| is_visible(span)).collect()
    }
}
