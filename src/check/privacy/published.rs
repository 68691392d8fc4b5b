//! Every line that the site will show or hand out, with its place.

use std::ops::Range;

use crate::attachment::Spot;
use crate::catalogue::ItemCode;
use crate::check::Checked;
use crate::check::attachments::Mentions;
use crate::config::SITE_FILE;
use crate::diagnostics::{Diagnostic, Place};
use crate::site::Page;
use crate::source::{RelPath, TextFile};
use crate::thai::FiscalYear;

/// A line of a page, of a data file, or from inside an attachment.
pub(super) struct Line<'s> {
    /// The text.
    pub text: &'s str,
    origin: Origin<'s>,
}

enum Origin<'s> {
    /// A page; where the line begins.
    Page(&'s Page, usize),
    /// Another text of the content; where the line begins.
    Text(&'s RelPath, usize),
    /// An attachment.
    Attachment(&'s RelPath, &'s Spot),
}

/// The lines of everything that is published.
pub(super) fn lines<'s>(checked: &Checked<'s>) -> Vec<Line<'s>> {
    let pages = checked
        .site
        .written_pages()
        .flat_map(|page| page.document.typed_lines().map(move |(span, text)| Line { text, origin: Origin::Page(page, span.start) }));
    let site = checked.tree.text(SITE_FILE);
    let assessments = checked.tree.text("content/assessments.yaml");
    let texts = site.into_iter().chain(assessments).chain(checked.tree.texts_below("content/catalogues/"));
    let inside = checked.attachments.iter().flat_map(|(source, facts)| {
        let lines = facts.contents.passages().iter().flat_map(|passage| passage.text.lines().map(|text| (text, &passage.spot)));
        lines.map(move |(text, spot)| Line { text, origin: Origin::Attachment(source, spot) })
    });
    pages.chain(texts.flat_map(lines_of)).chain(inside).collect()
}

/// A comment of YAML reaches no reader.
fn lines_of(file: &TextFile) -> impl Iterator<Item = Line<'_>> {
    let mut at = 0;
    let lines = file.text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        Line { text: line.trim_end_matches(['\n', '\r']), origin: Origin::Text(&file.path, start) }
    });
    lines.filter(|line| !line.text.trim_start().starts_with('#'))
}

impl<'s> Line<'s> {
    /// A finding about some bytes of the line. `{where}` is the place inside an attachment, in parentheses.
    pub(super) fn finding(&self, code: &'static str, span: &Range<usize>, mentions: &Mentions<'_>) -> Diagnostic {
        let (fiscal_year, item) = self.concerns();
        match self.origin {
            Origin::Page(page, start) => Diagnostic::new(code, Place::new(&page.document.source, start + span.start..start + span.end))
                .with("where", "")
                .about(fiscal_year, item),
            Origin::Text(path, start) => Diagnostic::new(code, Place::new(path, start + span.start..start + span.end)).with("where", ""),
            Origin::Attachment(path, spot) => {
                mentions.concern(Diagnostic::new(code, Place::file(path)).with("where", format!(" ({spot})")), path)
            }
        }
    }

    /// Whether some bytes of the line lie in `span` of `file`.
    pub(super) fn lies_in(&self, own: &Range<usize>, file: &str, span: &Range<usize>) -> bool {
        match self.origin {
            Origin::Text(path, start) => path.as_str() == file && start + own.start < span.end && span.start < start + own.end,
            _ => false,
        }
    }

    fn concerns(&self) -> (Option<FiscalYear>, Option<&'s ItemCode>) {
        match self.origin {
            Origin::Page(page, _) => (page.document.home.fiscal_year(), page.document.home.item()),
            _ => (None, None),
        }
    }
}
