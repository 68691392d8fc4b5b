//! What an item without anything filed leads to: the newest year that has something about its
//! subject, and whom to ask.

use serde::Serialize;

use super::frame::contact;
use super::term::Term;
use crate::base::ItemCode;
use crate::render::page_context::{HtmlLink, PageContext};
use crate::site::{Permalink, Topic, Year, YearItem};
use crate::thai::FiscalYear;

/// Where else to look, and whom to ask.
#[derive(Clone, Debug, Serialize)]
pub struct Elsewhere {
    /// The item of the newest year that has something about the subject.
    pub(crate) newest: Option<HtmlLink>,
    /// The unit of that item.
    pub(crate) unit: Option<String>,
    /// Telephone and mail address of the agency.
    pub(crate) contact: Vec<Term>,
}

/// Where else to look for the item `entry` of `year`.
pub(super) fn elsewhere(writer: &PageContext<'_>, year: &Year, entry: &YearItem) -> Elsewhere {
    let own = (year.fiscal_year, entry.code.clone());
    let topics = writer.site.topics.iter().filter(|topic: &&Topic| topic.items.contains(&own));
    let filed = topics.flat_map(|topic| &topic.items).filter_map(|(of, code)| filed_item(writer, *of, code));
    let newest = filed.max_by_key(|(year, _)| year.fiscal_year);
    let unit = newest.and_then(|(_, entry)| entry.page.as_ref()?.document.front_matter.unit.as_ref());
    Elsewhere {
        newest: newest.map(|(year, entry)| link(writer, year, entry)),
        unit: unit.map(|unit| unit.value.clone()),
        contact: contact(writer).into_iter().filter(|term| matches!(term.field, "phone" | "email")).collect(),
    }
}

fn filed_item<'a>(writer: &PageContext<'a>, of: FiscalYear, code: &ItemCode) -> Option<(&'a Year, &'a YearItem)> {
    let year = writer.site.year(of)?;
    Some((year, year.entry(code).filter(|entry| entry.is_filed())?))
}

fn link(writer: &PageContext<'_>, year: &Year, entry: &YearItem) -> HtmlLink {
    let of_year = writer.words("fiscal_year_of", &[("year", &writer.year(year.fiscal_year))]);
    let text = format!("{} {of_year}", entry.code);
    writer.link(&Permalink::item(year.fiscal_year, &entry.code), text)
}
