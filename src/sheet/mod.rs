//! Sheet to be typed into the assessment system: answer, URLs and explanation of each item of a
//! fiscal year (AS1).
//!
//! Pure: rows from a site. Navigation paths are taken from the views that render the pages, so they
//! name the links an assessor sees. [`text`] and [`xlsx`] are the output formats.

mod row;
pub mod text;
pub mod xlsx;

pub use row::{ComponentAt, SheetRow};

use crate::render::view::frame::{MenuEntry, menu};
use crate::render::view::year;
use crate::render::{PageContext, Theme};
use crate::site::{Permalink, Site, Year};
use crate::thai::{Digits, FiscalYear};

/// Answer sheet of a fiscal year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub(crate) fiscal_year: FiscalYear,
    /// Title: `แบบกรอก OIT ปีงบประมาณ พ.ศ. 2566 เทศบาล…`.
    pub(crate) title: String,
    pub(crate) headings: Headings,
    /// One row per item, in checklist order.
    pub(crate) rows: Vec<SheetRow>,
}

/// Column headings, from the strings of the theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headings {
    pub(crate) item: String,
    pub(crate) title: String,
    pub(crate) answer: String,
    pub(crate) urls: String,
    pub(crate) explanation: String,
}

/// Returns the sheet of `fiscal_year`; `None` if the site does not have that year.
pub fn sheet(site: &Site, theme: &Theme, fiscal_year: FiscalYear) -> Option<Sheet> {
    let year = site.year(fiscal_year)?;
    let strings = theme.strings(site.config.lang());
    let (home, own) = (Permalink::home(), Permalink::year(fiscal_year));
    let at_home = PageContext { site, strings, own: &home, digits: Digits::Arabic };
    let writer = PageContext { own: &own, ..at_home };
    let way = ItemPaths { start: to_year(&at_home, year), list: year::view(&writer, year).1 };
    let rows =
        year.entries.iter().map(|entry| row::row(&writer, year, entry, way.to(&own.link_to(&Permalink::item(fiscal_year, &entry.code)))));
    let word = |key: &str| writer.word(key);
    Some(Sheet {
        fiscal_year,
        title: writer.words("sheet", &[("year", &writer.year(fiscal_year)), ("agency", &site.config.agency.name.value)]),
        headings: Headings {
            item: word("column_item"),
            title: word("sheet_title"),
            answer: word("sheet_answer"),
            urls: word("sheet_urls"),
            explanation: word("sheet_explanation"),
        },
        rows: rows.collect(),
    })
}

/// Link texts from the home page to the page of a year: entries of the menu, and what unfolds it.
fn to_year(at_home: &PageContext<'_>, year: &Year) -> Vec<String> {
    let target = at_home.own.link_to(&Permalink::year(year.fiscal_year));
    let (shown, folded) = menu(at_home);
    let find = |entries: &[MenuEntry], href: &str| entries.iter().find(|entry| entry.href == href).map(|entry| entry.text.clone());
    let home = find(&shown, &at_home.own.link_to(at_home.own));
    let folded = find(&folded, &target);
    let fold = folded.as_ref().map(|_| at_home.word("years_folded"));
    [home, fold, find(&shown, &target).or(folded)].into_iter().flatten().collect()
}

/// Navigation paths from the home page to the items of a year.
struct ItemPaths {
    start: Vec<String>,
    list: year::YearView,
}

impl ItemPaths {
    /// Link texts and headings that lead to the item linked by `href` on the page of the year.
    fn to(&self, href: &str) -> Vec<String> {
        let mut names = self.start.clone();
        for indicator in &self.list.indicators {
            for sub in &indicator.sub_indicators {
                for group in &sub.groups {
                    let Some(item) = group.items.iter().find(|item| item.href == href) else { continue };
                    names.extend([indicator.title.clone(), sub.title.clone()]);
                    names.extend(group.title.clone());
                    names.push(format!("{} {}", item.code, item.title));
                    return names;
                }
            }
        }
        names
    }
}
