//! One file, understood.

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

/// A Markdown file: its front matter, its body, and where it belongs.
#[derive(Clone, Debug)]
pub struct Document {
    pub(crate) source: RelPath,
    pub(crate) home: Route,
    pub(crate) front_matter: FrontMatter,
    /// What of the data could not be read.
    pub(crate) unread: UnreadFields,
    pub(crate) body: Body,
}

/// The Markdown below the front matter.
#[derive(Clone, Debug)]
pub struct Body {
    pub(crate) file: Text,
    /// The bytes of the body in it.
    pub(crate) range: Range<usize>,
    /// Headings, links and refusals, with places relative to the body.
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

    /// Bytes of the file for bytes of the body.
    pub fn in_file(&self, span: &Range<usize>) -> Range<usize> {
        self.range.start + span.start..self.range.start + span.end
    }

    /// Whether nothing but white space is in it.
    pub fn is_empty(&self) -> bool {
        self.text().trim().is_empty()
    }
}

/// Everything that `content/` holds, file by file.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// Pages, in the order of their paths.
    pub(crate) documents: Vec<Arc<Document>>,
    /// Files that would be pages and could not be understood, which has been reported, and where
    /// they belong.
    pub(crate) unread: Vec<(RelPath, Route)>,
    /// Files published as they are, in the order of their paths.
    pub(crate) attachments: Vec<Attachment>,
    /// What others signed about publications, in the order of their paths.
    pub(crate) witnesses: Vec<Witness>,
    /// The published results of the body, by fiscal year (`assessments.yaml`).
    pub(crate) assessments: BTreeMap<FiscalYear, Assessment>,
}

impl Content {
    /// The years whose results are quoted somewhere: their grades and weights are needed though
    /// they may have no page.
    pub fn assessed_years(&self) -> BTreeSet<FiscalYear> {
        let of_pages = self.documents.iter().filter_map(|document| document.front_matter.assessed_year());
        self.assessments.keys().copied().chain(of_pages).collect()
    }
}

impl Document {
    /// The place of the title; the file as a whole if it has none.
    pub fn title_place(&self) -> SourceSpan {
        let title = self.front_matter.title.as_ref();
        title.map_or_else(|| SourceSpan::file(&self.source), |title| SourceSpan::new(&self.source, title.span.clone()))
    }
}
