//! Every text that the site will show or hand out, line by line with its place.

use std::borrow::Cow;
use std::ops::Range;

use crate::attachment::Spot;
use crate::base::{ASSESSMENTS_FILE, ItemCode, RelPath, SITE_FILE};
use crate::check::Checked;
use crate::check::attachments::Mentions;
use crate::check::wording::{self, Letters, Lexicon, Reading};
use crate::diagnostics::{Diagnostic, Place};
use crate::site::Page;
use crate::source::TextFile;
use crate::thai::FiscalYear;

/// A page, a data file, or a passage inside an attachment.
pub(super) struct Text<'s> {
    text: Cow<'s, str>,
    /// Where YAML ends: its comments reach no reader.
    yaml: usize,
    origin: Origin<'s>,
}

/// A line of such a text.
#[derive(Clone, Copy)]
pub(super) struct Line<'s> {
    /// The text.
    pub text: &'s str,
    /// How many digits are in it.
    pub digits: usize,
    /// Where it begins.
    start: usize,
    origin: Origin<'s>,
}

#[derive(Clone, Copy)]
enum Origin<'s> {
    Page(&'s Page),
    /// Another file of the content.
    File(&'s RelPath),
    Attachment(&'s RelPath, &'s Spot),
}

/// Everything else that is published.
pub(super) fn beside_pages<'s>(checked: &Checked<'s>) -> Vec<Text<'s>> {
    let of_file = |file: &'s TextFile| Text { text: file.text.read(), yaml: file.text.len(), origin: Origin::File(&file.path) };
    let tree = checked.tree;
    let data = tree.text(SITE_FILE).into_iter().chain(tree.text(ASSESSMENTS_FILE)).chain(tree.texts_below("content/catalogues/"));
    let inside = checked.attachments.iter().flat_map(|(source, facts)| {
        let passages = facts.contents.passages().iter();
        passages.map(move |passage| Text { text: passage.text.as_str().into(), yaml: 0, origin: Origin::Attachment(source, &passage.spot) })
    });
    data.map(of_file).chain(inside).collect()
}

impl<'s> Text<'s> {
    /// That of a page.
    pub(super) fn of_page(page: &'s Page) -> Self {
        let body = &page.document.body;
        Text { text: body.file.read(), yaml: body.range.start, origin: Origin::Page(page) }
    }

    /// Whether a word stands in it.
    pub(super) fn has_any(&self, words: &Lexicon<'_>) -> bool {
        words.find(&Letters::of(&self.text)).iter().any(|hits| !hits.is_empty())
    }

    /// Its lines but the comments of YAML.
    pub(super) fn lines(&self) -> Vec<Line<'_>> {
        let lines = Letters::of(&self.text);
        let lines = lines.lines().filter(|line| line.start >= self.yaml || !line.text.trim_start().starts_with('#'));
        lines.map(|line| Line::of(line, self.origin)).collect()
    }
}

impl<'s> Line<'s> {
    /// The lines of a page.
    pub(super) fn all_of<'r>(page: &'r Reading<'s>) -> impl Iterator<Item = Line<'s>> + use<'s, 'r> {
        let origin = Origin::Page(page.page);
        page.lines.iter().map(move |line| Line::of(*line, origin))
    }

    fn of(line: wording::Line<'s>, origin: Origin<'s>) -> Self {
        Line { text: line.text, digits: line.digits, start: line.start, origin }
    }

    /// A finding about some bytes of the line. `{where}` is the place inside an attachment, in parentheses.
    pub(super) fn finding(&self, code: &'static str, span: &Range<usize>, mentions: &Mentions<'_>) -> Diagnostic {
        let (fiscal_year, item) = self.concerns();
        let at = |path: &RelPath| Place::new(path, self.start + span.start..self.start + span.end);
        match self.origin {
            Origin::Page(page) => Diagnostic::new(code, at(&page.document.source)).with("where", "").about(fiscal_year, item),
            Origin::File(path) => Diagnostic::new(code, at(path)).with("where", ""),
            Origin::Attachment(path, spot) => {
                mentions.concern(Diagnostic::new(code, Place::file(path)).with("where", format!(" ({spot})")), path)
            }
        }
    }

    /// Whether some bytes of the line lie in `span` of `file`.
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
