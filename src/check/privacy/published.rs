//! Every text that the site will show or hand out, line by line with its place.

use std::ops::Range;

use crate::attachment::Spot;
use crate::catalogue::ItemCode;
use crate::check::Checked;
use crate::check::attachments::Mentions;
use crate::config::SITE_FILE;
use crate::content::ASSESSMENTS_FILE;
use crate::diagnostics::{Diagnostic, Place};
use crate::site::Page;
use crate::source::{RelPath, TextFile};
use crate::thai::FiscalYear;

/// A page, a data file, or a passage inside an attachment.
pub(super) struct Text<'s> {
    text: &'s str,
    /// Where YAML ends: its comments reach no reader.
    yaml: usize,
    origin: Origin<'s>,
}

/// A line of such a text.
#[derive(Clone, Copy)]
pub(super) struct Line<'s> {
    /// The text.
    pub text: &'s str,
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

/// Everything that is published.
pub(super) fn texts<'s>(checked: &Checked<'s>) -> Vec<Text<'s>> {
    let of_page = |page: &'s Page| {
        let body = &page.document.body;
        Text { text: &body.file, yaml: body.range.start, origin: Origin::Page(page) }
    };
    let of_file = |file: &'s TextFile| Text { text: &file.text, yaml: file.text.len(), origin: Origin::File(&file.path) };
    let tree = checked.tree;
    let data = tree.text(SITE_FILE).into_iter().chain(tree.text(ASSESSMENTS_FILE)).chain(tree.texts_below("content/catalogues/"));
    let inside = checked.attachments.iter().flat_map(|(source, facts)| {
        let passages = facts.contents.passages().iter();
        passages.map(move |passage| Text { text: &passage.text, yaml: 0, origin: Origin::Attachment(source, &passage.spot) })
    });
    checked.site.written_pages().map(of_page).chain(data.map(of_file)).chain(inside).collect()
}

impl<'s> Text<'s> {
    /// Its lines but the comments of YAML.
    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'s>> + use<'s> {
        let Text { text, yaml, origin } = *self;
        let mut at = 0;
        let lines = text.split_inclusive('\n').map(move |line| {
            let start = at;
            at += line.len();
            Line { text: line.trim_end_matches(['\n', '\r']), start, origin }
        });
        lines.filter(move |line| line.start >= yaml || !line.text.trim_start().starts_with('#'))
    }
}

impl<'s> Line<'s> {
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
