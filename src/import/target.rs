//! For which item of which year a document is.

use super::page_facts::{Known, PageKind, facts};
use crate::attachment::grid::GridDocument;
use crate::base::ItemCode;
use crate::catalogue::{Catalogue, Kind};
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

    /// The target in the name of a file: `2566-o43.docx`, `2566_O43 (1).xlsx`, as `prongsai form` names its forms.
    pub fn of_name(name: &str) -> Option<Self> {
        let arabic = to_arabic(name);
        let (stem, _) = arabic.rsplit_once('.')?;
        let (year, rest) = stem.split_once(['-', '_'])?;
        let item = rest.split(|c: char| !c.is_alphanumeric()).next().filter(|item| item.starts_with(|c: char| c.is_ascii_alphabetic()))?;
        Some(ImportTarget { year: FiscalYear::parse(year)?, item: ItemCode::parse(item)? })
    }
}

/// What a document says of its target.
pub(super) struct DocumentTarget {
    /// Its year in the title or, without one, the only year of the site.
    pub(super) year: Option<FiscalYear>,
    named: Option<ItemCode>,
    kind: Option<PageKind>,
}

impl DocumentTarget {
    /// Reads a document.
    pub(super) fn of(document: &GridDocument, begun: &BegunSite) -> Self {
        let found = facts(document, &Known::default());
        let only = || match &begun.site().years[..] {
            [only] => Some(only.fiscal_year),
            _ => None,
        };
        let named = found.item.as_ref().and_then(|item| ItemCode::parse(&item.code));
        Self { year: found.fiscal_year.or_else(only), named, kind: found.kind }
    }

    /// The item of the year's list that the table is for. The number in a report is often that of the plan,
    /// so the kind of the table decides.
    pub(super) fn on(self, list: Option<&Catalogue>) -> Result<ImportTarget, NoTarget> {
        let item = list.and_then(|list| item_of(self.kind, self.named.as_ref(), list));
        match (self.year, item) {
            (Some(year), Some(item)) => Ok(ImportTarget { year, item }),
            (year, _) => Err(NoTarget { year, item: self.named }),
        }
    }
}

/// The item of a list that a page is for.
fn item_of(kind: Option<PageKind>, named: Option<&ItemCode>, list: &Catalogue) -> Option<ItemCode> {
    let Some(kind) = kind else { return named.filter(|code| list.item(code).is_some()).cloned() };
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

    #[test]
    fn the_name_of_a_file_may_say_the_target() {
        let named = |name| ImportTarget::of_name(name).map(|target| format!("{}/{}", target.year, target.item));
        for name in ["2566-o43.xlsx", "๒๕๖๖_O๔๓.docx", "2566-o43 (1).xlsx", "2566-o43-แก้ไข.docx"] {
            assert_eq!(named(name).as_deref(), Some("2566/O43"), "{name}");
        }
        for name in ["o43.xlsx", "2566.xlsx", "2566-43.xlsx", "2566-03-31.xlsx", "แผน-2566.docx", "2566-o43", "66-o43.csv", "2566-oit.docx"]
        {
            assert_eq!(named(name), None, "{name}");
        }
    }
}
