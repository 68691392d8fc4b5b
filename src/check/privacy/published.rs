//! All texts that the site publishes, by line with positions.

use std::borrow::Cow;
use std::ops::Range;

use super::columns::{ColumnLabel, NumberShape, TableHeadings, TableLine, names_any};
use crate::attachment::{FileInfo, Passage};
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
    origin: TextOrigin<'s>,
}

enum TextOrigin<'s> {
    Page(&'s Page),
    /// Another source file.
    File(&'s RelPath),
    Attachment(AttachedText<'s>),
}

/// A passage of an attachment.
struct AttachedText<'s> {
    source: &'s RelPath,
    passage: &'s Passage,
    shape: NumberShape,
    headings: TableHeadings,
}

/// A line of a published text; in attachments also two lines with a number that may be wrapped.
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
    File(&'s RelPath),
    Attachment(&'s AttachedText<'s>),
}

/// All published texts except pages.
pub(super) fn beside_pages<'s>(checked: &CheckContext<'s>) -> Vec<PublishedText<'s>> {
    let of_file =
        |file: &'s TextFile| PublishedText { text: file.text.read(), yaml: file.text.len(), origin: TextOrigin::File(&file.path) };
    let tree = checked.tree;
    let data = tree.text(SITE_FILE).into_iter().chain(tree.text(ASSESSMENTS_FILE)).chain(tree.texts_below("content/catalogues/"));
    data.map(of_file).chain(checked.attachments.iter().flat_map(|(source, facts)| inside(source, facts))).collect()
}

/// The texts of an attachment.
fn inside<'s>(source: &'s RelPath, facts: &'s FileInfo) -> impl Iterator<Item = PublishedText<'s>> {
    let passages = facts.contents.passages();
    let shape = NumberShape::of(passages);
    passages.iter().zip(TableHeadings::of_all(passages)).map(move |(passage, headings)| PublishedText {
        text: passage.text.as_str().into(),
        yaml: 0,
        origin: TextOrigin::Attachment(AttachedText { source, passage, shape, headings }),
    })
}

impl<'s> PublishedText<'s> {
    /// Text of a page.
    pub(super) fn of_page(page: &'s Page) -> Self {
        let body = &page.document.body;
        PublishedText { text: body.file.read(), yaml: body.range.start, origin: TextOrigin::Page(page) }
    }

    /// True if the text contains any of the words.
    pub(super) fn has_any(&self, words: &TermMatcher<'_>) -> bool {
        words.find(&EncodedText::of(&self.text)).iter().any(|hits| !hits.is_empty())
    }

    /// True if an attachment contains any of the words, also with blanks between their letters.
    pub(super) fn names_any(&self, words: &[&str]) -> bool {
        matches!(self.origin, TextOrigin::Attachment(_)) && names_any(&self.text, words)
    }

    /// True if the heading of a column has this label.
    pub(super) fn has_column(&self, label: ColumnLabel) -> bool {
        matches!(&self.origin, TextOrigin::Attachment(attached) if attached.headings.has(label))
    }

    /// Lines, without YAML comments; then pairs of lines between which a number may be wrapped.
    pub(super) fn lines(&self) -> Vec<PublishedLine<'_>> {
        let encoded = EncodedText::of(&self.text);
        let origin = self.origin.borrowed();
        let lines = encoded.lines().filter(|line| line.start >= self.yaml || !line.text.trim_start().starts_with('#'));
        let mut lines: Vec<PublishedLine<'_>> = lines.map(|line| PublishedLine::of(line, origin)).collect();
        if matches!(origin, Origin::Attachment(_)) {
            let pairs: Vec<_> = lines.array_windows().filter_map(|[first, second]| first.wrapped_into(second, &self.text)).collect();
            lines.extend(pairs);
        }
        lines
    }
}

impl TextOrigin<'_> {
    fn borrowed(&self) -> Origin<'_> {
        match self {
            TextOrigin::Page(page) => Origin::Page(page),
            TextOrigin::File(path) => Origin::File(path),
            TextOrigin::Attachment(attached) => Origin::Attachment(attached),
        }
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

    /// This line and the next, if digits end the one and begin the other.
    fn wrapped_into(&self, next: &PublishedLine<'_>, text: &'s str) -> Option<Self> {
        let is_digit = |c: char| c.is_ascii_digit() || ('๐'..='๙').contains(&c);
        let ends = self.text.trim_end().trim_end_matches(['-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{AD}']).ends_with(is_digit);
        let both = text.get(self.start..next.start + next.text.len())?;
        (ends && next.text.trim_start().starts_with(is_digit)).then_some(PublishedLine {
            text: both,
            digits: self.digits + next.digits,
            ..*self
        })
    }

    /// Labels of the columns, if the line is a row of a table in an attachment.
    pub(super) fn table(&self) -> TableLine {
        match self.origin {
            Origin::Attachment(attached) => TableLine::of(attached.passage, attached.shape, &attached.headings, self.start, self.text),
            _ => TableLine::default(),
        }
    }

    /// Diagnostic for a byte range of the line; in attachments also with `place`.
    pub(super) fn finding(&self, code: &'static str, span: &Range<usize>, mentions: &AttachmentUses<'_>) -> Diagnostic {
        let (fiscal_year, item) = self.concerns();
        let at = |path: &RelPath| SourceSpan::new(path, self.start + span.start..self.start + span.end);
        match self.origin {
            Origin::Page(page) => Diagnostic::new(code, at(&page.document.source)).about(fiscal_year, item),
            Origin::File(path) => Diagnostic::new(code, at(path)),
            Origin::Attachment(attached) => {
                let finding = Diagnostic::new(code, SourceSpan::file(attached.source));
                let finding = match attached.passage.place_of(self.start + span.start) {
                    Some(place) => finding.with_phrase("place", |lang| place.phrase(lang)),
                    None => finding,
                };
                mentions.concern(finding, attached.source)
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
