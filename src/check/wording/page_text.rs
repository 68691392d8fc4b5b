//! A page, read once for all rules.

use std::cell::OnceCell;
use std::ops::Range;

use super::encoded_text::{EncodedLine, EncodedText};
use super::hidden::hidden;
use crate::check::references::Reference;
use crate::content::Document;
use crate::site::Page;

/// What the rules about a page look at.
pub(in crate::check) struct PageText<'s> {
    /// The page.
    pub(in crate::check) page: &'s Page,
    /// What it says.
    pub(in crate::check) document: &'s Document,
    /// Its file as it was typed.
    pub(in crate::check) file: &'s str,
    /// The letters of the file.
    pub(in crate::check) letters: EncodedText<'s>,
    /// Its lines but the comments of front matter.
    pub(in crate::check) lines: Vec<EncodedLine<'s>>,
    /// Where the page points to.
    pub(in crate::check) pointers: Vec<Reference<'s>>,
    hidden: OnceCell<Vec<Range<usize>>>,
}

impl<'s> PageText<'s> {
    /// Reads a page, of which `file` is the text.
    pub(in crate::check) fn of(page: &'s Page, file: &'s str) -> Self {
        let document = &page.document;
        let letters = EncodedText::of(file);
        let body = document.body.range.start;
        let lines = letters.lines().filter(|line| line.start >= body || !line.text.trim_start().starts_with('#')).collect();
        let pointers = Reference::all_of(page).collect();
        Self { page, document, file, letters, lines, pointers, hidden: OnceCell::new() }
    }

    /// The lines of front matter.
    pub(in crate::check) fn front_matter_lines(&self) -> &[EncodedLine<'s>] {
        &self.lines[..self.body_starts_at()]
    }

    /// The lines of the Markdown.
    pub(in crate::check) fn body_lines(&self) -> &[EncodedLine<'s>] {
        &self.lines[self.body_starts_at()..]
    }

    fn body_starts_at(&self) -> usize {
        self.lines.partition_point(|line| line.start < self.document.body.range.start)
    }

    /// The hits that stand in words of the document: not in comments, addresses, file names, code,
    /// or remarks about the paper.
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
