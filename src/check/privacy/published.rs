//! All texts that the site publishes, by line with positions.

use std::borrow::Cow;
use std::ops::Range;

use crate::attachment::TextPosition;
use crate::base::{ASSESSMENTS_FILE, ItemCode, RelPath, SITE_FILE};
use crate::check::CheckContext;
use crate::check::attachments::AttachmentUses;
use crate::check::wording::{self, EncodedText, PageText, TermMatcher};
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::site::Page;
use crate::source::TextFile;
use crate::thai::FiscalYear;

/// Text of a page, a data file, or a passage in an attachment.
pub(super) struct PublishedText<'s> {
    text: Cow<'s, str>,
    /// Byte offset of the end of the YAML, whose comments are not published.
    yaml: usize,
    origin: Origin<'s>,
}

/// A line of a published text.
#[derive(Clone, Copy)]
pub(super) struct PublishedLine<'s> {
    /// Text of the line.
    pub text: &'s str,
    /// Number of digits.
    pub digits: usize,
    /// Byte offset of the line in the text.
    start: usize,
    origin: Origin<'s>,
}

#[derive(Clone, Copy)]
enum Origin<'s> {
    Page(&'s Page),
    /// Another source file.
    File(&'s RelPath),
    Attachment(&'s RelPath, &'s TextPosition),
}

/// All published texts except pages.
pub(super) fn beside_pages<'s>(checked: &CheckContext<'s>) -> Vec<PublishedText<'s>> {
    let of_file = |file: &'s TextFile| PublishedText { text: file.text.read(), yaml: file.text.len(), origin: Origin::File(&file.path) };
    let tree = checked.tree;
    let data = tree.text(SITE_FILE).into_iter().chain(tree.text(ASSESSMENTS_FILE)).chain(tree.texts_below("content/catalogues/"));
    let inside = checked.attachments.iter().flat_map(|(source, facts)| {
        let passages = facts.contents.passages().iter();
        passages.map(move |passage| PublishedText {
            text: passage.text.as_str().into(),
            yaml: 0,
            origin: Origin::Attachment(source, &passage.spot),
        })
    });
    data.map(of_file).chain(inside).collect()
}

impl<'s> PublishedText<'s> {
    /// Text of a page.
    pub(super) fn of_page(page: &'s Page) -> Self {
        let body = &page.document.body;
        PublishedText { text: body.file.read(), yaml: body.range.start, origin: Origin::Page(page) }
    }

    /// True if the text contains any of the words.
    pub(super) fn has_any(&self, words: &TermMatcher<'_>) -> bool {
        words.find(&EncodedText::of(&self.text)).iter().any(|hits| !hits.is_empty())
    }

    /// Lines, without YAML comments.
    pub(super) fn lines(&self) -> Vec<PublishedLine<'_>> {
        let lines = EncodedText::of(&self.text);
        let lines = lines.lines().filter(|line| line.start >= self.yaml || !line.text.trim_start().starts_with('#'));
        lines.map(|line| PublishedLine::of(line, self.origin)).collect()
    }
}

impl<'s> PublishedLine<'s> {
    /// Lines of a page.
    pub(super) fn all_of<'r>(page: &'r PageText<'s>) -> impl Iterator<Item = PublishedLine<'s>> + use<'s, 'r> {
        let origin = Origin::Page(page.page);
        page.lines.iter().map(move |line| PublishedLine::of(*line, origin))
    }

    fn of(line: wording::EncodedLine<'s>, origin: Origin<'s>) -> Self {
        PublishedLine { text: line.text, digits: line.digits, start: line.start, origin }
    }

    /// Diagnostic for a byte range of the line; in attachments also with `page`, `line` or `cell`.
    pub(super) fn finding(&self, code: &'static str, span: &Range<usize>, mentions: &AttachmentUses<'_>) -> Diagnostic {
        let (fiscal_year, item) = self.concerns();
        let at = |path: &RelPath| SourceSpan::new(path, self.start + span.start..self.start + span.end);
        match self.origin {
            Origin::Page(page) => Diagnostic::new(code, at(&page.document.source)).about(fiscal_year, item),
            Origin::File(path) => Diagnostic::new(code, at(path)),
            Origin::Attachment(path, spot) => {
                let kind = match spot {
                    TextPosition::Page(_) => "page",
                    TextPosition::Line(_) => "line",
                    TextPosition::Cell { .. } => "cell",
                };
                mentions.concern(Diagnostic::new(code, SourceSpan::file(path)).with(kind, spot), path)
            }
        }
    }

    /// True if a byte range of the line overlaps `span` of `file`.
    pub(super) fn lies_in(&self, own: &Range<usize>, file: &str, span: &Range<usize>) -> bool {
        match self.origin {
            Origin::File(path) => path.as_str() == file && self.start + own.start < span.end && span.start < self.start + own.end,
            _ => false,
        }
    }

    fn concerns(&self) -> (Option<FiscalYear>, Option<&'s ItemCode>) {
        match self.origin {
            Origin::Page(page) => (page.document.home.fiscal_year(), page.document.home.item()),
            _ => (None, None),
        }
    }
}
