//! A parsed Markdown file.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::front_matter::{Assessment, FrontMatter};
use super::{Attachment, Route};
use crate::base::RelPath;
use crate::diagnostics::SourceSpan;
use crate::markdown::Outline;
use crate::slice::slice;
use crate::source::Text;
use crate::thai::FiscalYear;
use crate::witness::Witness;
use crate::yaml::UnreadFields;

/// A Markdown file: front matter, body and route.
#[derive(Clone, Debug)]
pub struct Document {
    pub(crate) source: RelPath,
    pub(crate) home: Route,
    pub(crate) front_matter: FrontMatter,
    /// Front matter fields that could not be read.
    pub(crate) unread: UnreadFields,
    pub(crate) body: Body,
}

/// The Markdown below the front matter.
#[derive(Clone, Debug)]
pub struct Body {
    pub(crate) file: Text,
    /// Byte range of the body in the file.
    pub(crate) range: Range<usize>,
    /// Headings, links and refusals, with positions relative to the body.
    pub(crate) outline: Arc<Outline>,
}

impl Body {
    /// The Markdown.
    pub fn text(&self) -> Cow<'_, str> {
        match self.file.read() {
            Cow::Borrowed(file) => Cow::Borrowed(slice(file, self.range.clone())),
            Cow::Owned(file) => Cow::Owned(slice(&file, self.range.clone()).to_owned()),
        }
    }

    /// Converts a byte range of the body to one of the file.
    pub fn in_file(&self, span: &Range<usize>) -> Range<usize> {
        self.range.start + span.start..self.range.start + span.end
    }

    /// True if anything is shown below the heading with this id, before the next one of its level or
    /// above. Deeper headings alone are nothing.
    pub fn says_something_below(&self, id: &str) -> bool {
        let Outline { headings, sections, .. } = &*self.outline;
        let Some(at) = headings.iter().position(|heading| heading.id == id) else { return false };
        let own_level = headings.get(at).map_or(0, |heading| heading.level);
        let deeper = headings.iter().skip(at + 1).take_while(|heading| heading.level > own_level).count();
        sections.iter().skip(at + 1).take(deeper + 1).any(|is_shown| *is_shown)
    }

    /// True if it shows something besides headings.
    pub fn says_something(&self) -> bool {
        self.outline.sections.contains(&true)
    }
}

/// Everything in `content/`.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// Pages, by path.
    pub(crate) documents: Vec<Arc<Document>>,
    /// Page files that could not be parsed (already reported), with their routes.
    pub(crate) unread: Vec<(RelPath, Route)>,
    /// Files published unchanged, by path.
    pub(crate) attachments: Vec<Attachment>,
    /// Signatures of publications, by path.
    pub(crate) witnesses: Vec<Witness>,
    /// Published results of the body, by fiscal year (`assessments.yaml`).
    pub(crate) assessments: BTreeMap<FiscalYear, Assessment>,
}

impl Content {
    /// Years of all quoted results: their grades and weights are needed even if the year has no
    /// page.
    pub fn assessed_years(&self) -> BTreeSet<FiscalYear> {
        let of_pages = self.documents.iter().filter_map(|document| document.front_matter.assessed_year());
        self.assessments.keys().copied().chain(of_pages).collect()
    }
}

impl Document {
    /// Position of the title; the whole file if it has none.
    pub fn title_place(&self) -> SourceSpan {
        let title = self.front_matter.title.as_ref();
        title.map_or_else(|| SourceSpan::file(&self.source), |title| SourceSpan::new(&self.source, title.span.clone()))
    }
}
