//! View models of all page kinds: plain data for the templates, one struct per kind, built by a
//! pure function from the site.
//!
//! The manual page `development` describes how to add one.

pub mod about;
mod analysis;
mod below;
mod body;
pub mod chart;
pub mod child;
mod citation;
pub mod components;
pub mod document;
mod elsewhere;
pub mod files;
pub mod frame;
pub mod history;
pub mod home;
pub mod item;
mod link_picture;
mod linked_data;
mod memo;
pub mod not_found;
mod notes;
pub mod ordinary;
pub mod page_list;
pub mod redirect;
pub mod search;
mod sum;
pub mod summary;
pub mod term;
mod title;
pub mod topic;
pub mod topic_list;
pub mod year;

pub use document::DocumentView;

use serde::Serialize;

use super::page_context::{HtmlLink, PageContext};
use super::page_ref::PageRef;
use crate::site::{Page, Permalink, Year, YearItem};

/// A link to a page with its date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DatedLink {
    pub(crate) href: String,
    /// The title of the page.
    pub(crate) text: String,
    /// `31 มกราคม 2565`.
    pub(crate) date: Option<String>,
}

/// The pages before and after a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NeighbourLinks {
    pub(crate) previous: Option<HtmlLink>,
    pub(crate) next: Option<HtmlLink>,
}

/// Reference to an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ItemLink {
    pub(crate) href: String,
    /// `O42`.
    pub(crate) code: String,
    /// Title in the catalogue.
    pub(crate) title: String,
    /// True if something is filed.
    pub(crate) filed: bool,
    /// The same as text.
    pub(crate) state: String,
    /// Responsible division.
    pub(crate) unit: Option<String>,
}

/// The first available date: of the data, first publication, memo, adoption.
fn date_of(page: &Page) -> Option<crate::thai::Date> {
    let front_matter = &page.document.front_matter;
    let dates = [
        front_matter.as_of.as_ref(),
        front_matter.publication.first.as_ref(),
        front_matter.memo.as_ref().and_then(|memo| memo.date.as_ref()),
        front_matter.adopted.as_ref().and_then(|adopted| adopted.date.as_ref()),
    ];
    dates.into_iter().flatten().map(|given| given.value).next()
}

fn dated_link(writer: &PageContext<'_>, page: &Page) -> DatedLink {
    let HtmlLink { href, text } = writer.link(&page.permalink, &page.title);
    DatedLink { href, text, date: date_of(page).map(|date| writer.date(date)) }
}

fn item_link(writer: &PageContext<'_>, year: &Year, entry: &YearItem) -> ItemLink {
    let unit = entry.page.as_ref().and_then(|page| page.document.front_matter.unit.as_ref());
    ItemLink {
        href: writer.own.link_to(&Permalink::item(year.fiscal_year, &entry.code)),
        code: entry.code.to_string(),
        title: year.position(entry).map_or_else(String::new, |position| position.item.title.clone()),
        filed: entry.is_filed(),
        state: writer.word(if entry.is_filed() { "filed" } else { "not_filed" }),
        unit: unit.map(|unit| unit.value.clone()),
    }
}

/// `O42 มาตรการ…`: breadcrumb of a page's item.
fn item_crumb(writer: &PageContext<'_>, located: &PageRef<'_>) -> Option<HtmlLink> {
    let (year, position) = (located.year?, located.position()?);
    let code = &position.item.code.value;
    Some(writer.link(&Permalink::item(year.fiscal_year, code), format!("{code} {}", position.item.title)))
}

/// `ปีงบประมาณ พ.ศ. 2566`: breadcrumb of a year.
fn year_crumb(writer: &PageContext<'_>, year: &Year) -> HtmlLink {
    let text = writer.words("fiscal_year_of", &[("year", &writer.year(year.fiscal_year))]);
    writer.link(&Permalink::year(year.fiscal_year), text)
}
