//! Facts about a document that other pages depend on.

use serde::Serialize;

use super::{PageId, Site};
use crate::base::ItemCode;
use crate::content::{Document, table_names};
use crate::thai::FiscalYear;
use crate::yaml::Spanned;

/// Inputs that assembly, planning and every [self-contained](Site::is_self_contained) page read
/// from another document. While they are equal, an edit of the document leaves assembly, plan and
/// those pages unchanged.
#[derive(PartialEq, Serialize)]
pub struct CrossPageFacts<'d> {
    source: &'d str,
    draft: bool,
    title: Option<&'d str>,
    fiscal_year: Option<&'d Spanned<FiscalYear>>,
    item: Option<&'d Spanned<ItemCode>>,
    aliases: &'d [Spanned<String>],
    assessed_year: Option<FiscalYear>,
    unit: Option<&'d str>,
    tables: Vec<&'static str>,
}

impl<'d> CrossPageFacts<'d> {
    /// Collects the facts of a document.
    pub fn of(document: &'d Document) -> Self {
        let front_matter = &document.front_matter;
        Self {
            source: document.source.as_str(),
            draft: front_matter.draft,
            title: front_matter.title.as_ref().map(|title| title.value.as_str()),
            fiscal_year: front_matter.fiscal_year.as_ref(),
            item: front_matter.item.as_ref(),
            aliases: &front_matter.aliases,
            assessed_year: front_matter.assessed_year(),
            unit: front_matter.unit.as_ref().map(|unit| unit.value.as_str()),
            tables: table_names(front_matter),
        }
    }

    /// Clears the title, which assembly and planning copy without evaluating it.
    pub(super) fn untitled(self) -> Self {
        Self { title: None, ..self }
    }

    /// Source path of the document.
    pub fn source(&self) -> &'d str {
        self.source
    }
}

impl Site {
    /// True if a page shows nothing of other documents but these facts. Item pages list their child
    /// pages, and progress reports show the measures of their plan.
    pub fn is_self_contained(&self, id: PageId) -> bool {
        let entry =
            if let PageId::Item { year, entry } = id { self.years.get(year).and_then(|year| year.entries.get(entry)) } else { None };
        let lists_none = entry.is_none_or(|entry| entry.children.is_empty());
        lists_none && self.page(id).is_none_or(|page| page.document.front_matter.progress.is_none())
    }
}
