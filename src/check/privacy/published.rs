//! All texts that the site publishes, by line with positions.

use std::borrow::Cow;
use std::ops::Range;

use super::columns::{ColumnLabel, NumberShape, TableHeadings, TableLine, names_any};
use crate::attachment::{FileInfo, Passage, TextPosition};
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
    passage: Cow<'s, Passage>,
    part: AttachedPart,
    shape: NumberShape,
    headings: TableHeadings,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum AttachedPart {
    /// All of a passage.
    Whole,
    /// The last line of a paragraph and the first of the next: only for a number that runs over.
    Seam,
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
    let whole = passages.iter().zip(TableHeadings::of_all(passages)).map(move |(passage, headings)| PublishedText {
        text: passage.text.as_str().into(),
        yaml: 0,
        origin: TextOrigin::Attachment(AttachedText {
            source,
            passage: Cow::Borrowed(passage),
            part: AttachedPart::Whole,
            shape,
            headings,
        }),
    });
    let seams = passages.array_windows().filter_map(|[first, second]| seam(first, second)).map(move |passage| PublishedText {
        text: passage.text.clone().into(),
        yaml: 0,
        origin: TextOrigin::Attachment(AttachedText {
            source,
            passage: Cow::Owned(passage),
            part: AttachedPart::Seam,
            shape,
            headings: TableHeadings::default(),
        }),
    });
    whole.chain(seams)
}

/// The last line of a paragraph and the first line of the next one, also of a slide, if a number may run over: some people
/// end a line with the Enter key.
fn seam(first: &Passage, second: &Passage) -> Option<Passage> {
    let is_paragraph = |passage: &Passage| matches!(passage.place_of(0), Some(TextPosition::Paragraph(_)));
    let are_on_slide = matches!(first.place_of(0), Some(TextPosition::Slide(_))) && first.place_of(0) == second.place_of(0);
    let (last, next) = (first.text.lines().next_back()?, second.text.lines().next()?);
    if !(are_on_slide || (is_paragraph(first) && is_paragraph(second))) || !is_wrapped(last, next) {
        return None;
    }
    let place = |passage: &Passage| passage.place_of(0).cloned();
    let places = [(0, place(first)), (last.len() + 1, place(second))];
    let places = places.into_iter().filter_map(|(at, place)| Some((at, place?))).collect();
    Some(Passage { text: format!("{last}\n{next}"), places })
}

/// True if digits end the one line and begin the other.
fn is_wrapped(line: &str, next: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit() || ('๐'..='๙').contains(&c);
    let is_hyphen = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{AD}');
    let (line, next) = (line.trim_end(), next.trim_start());
    match line.strip_suffix(is_hyphen) {
        Some(line) => line.ends_with(is_digit) && next.starts_with(is_digit),
        None => line.ends_with(is_digit) && next.strip_prefix(is_hyphen).unwrap_or(next).starts_with(is_digit),
    }
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
        if let Origin::Attachment(attached) = origin {
            let pairs: Vec<_> = lines.array_windows().filter_map(|[first, second]| first.wrapped_into(second, &self.text)).collect();
            if attached.part == AttachedPart::Seam {
                return pairs;
            }
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
        let both = text.get(self.start..next.start + next.text.len())?;
        is_wrapped(self.text, next.text).then_some(PublishedLine { text: both, digits: self.digits + next.digits, ..*self })
    }

    /// Labels of the columns, if the line is a row of a table in an attachment.
    pub(super) fn table(&self) -> TableLine {
        match self.origin {
            Origin::Attachment(attached) => TableLine::of(&attached.passage, attached.shape, &attached.headings, self.start, self.text),
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

#[cfg(test)]
mod tests {
    use super::super::kinds::numbers_in;
    use super::*;
    use crate::attachment::Contents;

    /// Digits found in paragraphs of a document, with the number of the paragraph.
    fn found(paragraphs: &[&str]) -> Vec<(String, TextPosition)> {
        found_at(TextPosition::Paragraph, paragraphs)
    }

    fn found_at(place: fn(usize) -> TextPosition, paragraphs: &[&str]) -> Vec<(String, TextPosition)> {
        let at = |(number, text): (usize, &&str)| Passage::at(place(number + 1), (*text).to_owned());
        let text = paragraphs.iter().enumerate().map(at).collect();
        let facts =
            FileInfo { size: 1, sha256: None, contents: Contents::Text(text), has_macros: false, active: Vec::new(), encoding: None };
        let source = RelPath::new("content/a.docx").unwrap();
        let of_line = |line: PublishedLine<'_>| {
            let Origin::Attachment(attached) = line.origin else { unreachable!() };
            let place = |start: usize| attached.passage.place_of(line.start + start).cloned().unwrap();
            let numbers = numbers_in(line.text, &line.table());
            numbers.into_iter().map(|number| (number.digits, place(number.span.start))).collect::<Vec<_>>()
        };
        inside(&source, &facts).flat_map(|text| text.lines().into_iter().flat_map(of_line).collect::<Vec<_>>()).collect()
    }

    #[test]
    fn a_number_over_two_paragraphs_is_found_once() {
        let number = |paragraph| vec![("3100900123455".to_owned(), TextPosition::Paragraph(paragraph))];
        assert_eq!(found(&["ชื่อ", "เลขประจำตัวประชาชน 31009001", "23455 ที่อยู่"]), number(2));
        assert_eq!(found(&["3-1009-001", "23-45-5"]), number(1));
        assert_eq!(found(&["3-1009-00123", "-45-5"]), number(1));
        let slide = vec![("3100900123455".to_owned(), TextPosition::Slide(1))];
        assert_eq!(found_at(|_| TextPosition::Slide(1), &["เลขประจำตัวประชาชน 31009001", "23455"]), slide);
        assert_eq!(found_at(TextPosition::Slide, &["เลขประจำตัวประชาชน 31009001", "23455"]), []);
        assert_eq!(found(&["3-1009-00123-\n45-5"]), number(1));
        assert_eq!(found(&["3-1009-00123\n-45-5"]), number(1));
        assert_eq!(found(&["เลขที่ 3100900123455", "2 แห่ง"]), number(1));
        assert_eq!(found(&["งบประมาณ 31009001", "23455 บาท"]), []);
        assert_eq!(found(&["เลขประจำตัวประชาชน 31009001", "", "23455"]), []);
    }
}
