//! For which item of which year a document is.

use super::page_facts::{ImportedPage, Known, PageKind, facts};
use crate::attachment::grid::GridDocument;
use crate::base::ItemCode;
use crate::catalogue::{Catalogue, Catalogues, Kind};
use crate::scaffold::BegunSite;
use crate::thai::{FiscalYear, to_arabic};

/// An item of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportTarget {
    /// Fiscal year.
    pub year: FiscalYear,
    /// The item.
    pub item: ItemCode,
}

/// What a document says of its target: not enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoTarget {
    /// Its fiscal year.
    pub year: Option<FiscalYear>,
    /// Its item.
    pub item: Option<ItemCode>,
}

impl ImportTarget {
    /// Parses `2566/o42`, `2566/O๔๒`, also with `content/` before it and `.md` behind.
    pub fn parse(text: &str) -> Option<Self> {
        let text = to_arabic(text.trim());
        let text = text.trim_start_matches("./").trim_start_matches("content/");
        let (year, item) = text.split_once(['/', '\\', ' '])?;
        let item = item.trim_end_matches("index.md").trim_end_matches(['/', '\\']).trim_end_matches(".md");
        Some(ImportTarget { year: FiscalYear::parse(year.trim())?, item: ItemCode::parse(item)? })
    }

    /// The target that the document names: its year in the title or, without one, the only year of
    /// the site; the item that its table is for. The number in a report is often that of the plan, so
    /// the kind of the table decides.
    pub(super) fn of(document: &GridDocument, begun: &BegunSite) -> Result<Self, NoTarget> {
        let found = facts(document, &Known::default());
        let named = found.item.as_ref().and_then(|item| ItemCode::parse(&item.code));
        let only = || match &begun.site().years[..] {
            [only] => Some(only.fiscal_year),
            _ => None,
        };
        let Some(year) = found.fiscal_year.or_else(only) else { return Err(NoTarget { year: None, item: named }) };
        let lists = Catalogues::read(begun.tree(), &[year]).0;
        let item = lists.get(year).and_then(|list| item_of(&found, named.as_ref(), list));
        item.map(|item| ImportTarget { year, item }).ok_or(NoTarget { year: Some(year), item: named })
    }
}

/// The item of a list that a page is for.
fn item_of(found: &ImportedPage, named: Option<&ItemCode>, list: &Catalogue) -> Option<ItemCode> {
    let Some(kind) = found.kind else { return named.filter(|code| list.item(code).is_some()).cloned() };
    let kind = match kind {
        PageKind::Measures => Kind::Measures,
        PageKind::Progress => Kind::Progress,
    };
    let mut of_kind = list.items().map(|position| position.item).filter(|item| item.kind == kind).map(|item| &item.code.value);
    let first = of_kind.next()?;
    let others: Vec<_> = of_kind.collect();
    let is_named = |code: &&ItemCode| named == Some(*code);
    match others.is_empty() || is_named(&first) {
        true => Some(first.clone()),
        false => others.into_iter().find(is_named).cloned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_understood_in_the_ways_people_write_it() {
        let parsed = |text| ImportTarget::parse(text).map(|target| format!("{}/{}", target.year, target.item));
        for text in ["2566/o42", "2566/O๔๒", "๒๕๖๖/O42", "content/2566/o42.md", "content/2566/o42/index.md", " 2566 O42 ", "2566\\o42"]
        {
            assert_eq!(parsed(text).as_deref(), Some("2566/O42"), "{text}");
        }
        for text in ["", "o42", "2566", "2566/", "66/o42", "2566/แผน"] {
            assert_eq!(parsed(text), None, "{text}");
        }
    }
}
