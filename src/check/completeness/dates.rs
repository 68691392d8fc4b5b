//! ST9: a plan or report of measures has a date. If the checklist requires the date, the component
//! check reports it.

use crate::catalogue::{ComponentBlock, Kind};
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::front_matter::FrontMatter;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::site::FiledItem;

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

fn run(checked: &CheckContext<'_>) -> Diagnostics {
    checked.site.filed_items().filter(is_undated).map(report).collect()
}

fn is_undated(item: &FiledItem<'_>) -> bool {
    let asked = item.position.item.components.iter().any(|component| component.shown_by == Some(ComponentBlock::AsOf));
    let front_matter = &item.page.document.front_matter;
    let is_unread = ["as_of", "adopted", "memo", "publication"].into_iter().any(|key| item.page.document.unread.outermost(key));
    !is_unread && item.kind() != Kind::Evidence && !asked && !has_date(front_matter) && !front_matter.publication.is_zero_report()
}

fn has_date(front_matter: &FrontMatter) -> bool {
    let adopted = front_matter.adopted.as_ref().is_some_and(|adopted| adopted.date.is_some());
    let memo = front_matter.memo.as_ref().is_some_and(|memo| memo.date.is_some());
    adopted || memo || front_matter.as_of.is_some() || front_matter.publication.first.is_some()
}

fn report(item: FiledItem<'_>) -> Diagnostic {
    Diagnostic::new("date-missing", item.page.document.title_place()).about(Some(item.year.fiscal_year), Some(item.code()))
}
