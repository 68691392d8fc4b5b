//! What the rest of a site knows of one document.

use serde::Serialize;

use super::{PageId, Site};
use crate::base::ItemCode;
use crate::content::{Document, table_names};
use crate::thai::FiscalYear;
use crate::yaml::Spanned;

/// Everything that the assembly and the plan take from a document, and every page that [stands
/// alone](Site::is_self_contained) from another one: while it is the same, the document can change
/// as it likes and they come out as before.
#[derive(PartialEq, Serialize)]
pub struct CrossPageFacts<'d> {
    source: &'d str,
    draft: bool,
    title: Option<&'d str>,
    fiscal_year: Option<&'d Spanned<FiscalYear>>,
    item: Option<&'d Spanned<ItemCode>>,
    aliases: &'d [Spanned<String>],
    assessed_year: Option<FiscalYear>,
    tables: Vec<&'static str>,
}

impl<'d> CrossPageFacts<'d> {
    /// The standing of a document.
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
            tables: table_names(front_matter),
        }
    }

    /// All but the title, which the assembly and the plan only hand on.
    pub(super) fn untitled(self) -> Self {
        Self { title: None, ..self }
    }

    /// The file of the document.
    pub fn source(&self) -> &'d str {
        self.source
    }
}

impl Site {
    /// Whether a page shows nothing of another document but its title and its address. Pages of
    /// items list the pages below them, and reports of progress show the measures of their plan.
    pub fn is_self_contained(&self, id: PageId) -> bool {
        let is_of_item = matches!(id, PageId::Item { .. });
        !is_of_item && self.page(id).is_some_and(|page| page.document.front_matter.progress.is_none())
    }
}
