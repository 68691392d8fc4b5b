//! New pages of items.

use std::collections::BTreeMap;

use super::item_text::{CarriedStructure, NewItem, item_text, unknown_item_text};
use super::{BegunSite, NewFiles, NotMade};
use crate::base::{ItemCode, Lang, RelPath};
use crate::catalogue::{Catalogue, Catalogues, Item};
use crate::content::Route;
use crate::error::Result;
use crate::site::{Page, Site, Year};
use crate::thai::FiscalYear;

/// The pages of items of a year. That a year or an item has no list is among the findings.
///
/// # Errors
/// The run was interrupted.
pub fn new_items(begun: &BegunSite, year: FiscalYear, codes: &[ItemCode], lang: Lang) -> Result<Result<NewFiles, NotMade>> {
    let site = &*begun.site;
    let lists = Catalogues::read(&begun.tree, &[year]).0;
    let list = lists.get(year);
    let text = |code: &ItemCode| match list.and_then(|list| Some((list, list.item(code)?.item))) {
        Some((catalogue, item)) => item_text(NewItem { site, year, catalogue, item }, &CarriedStructure::default(), lang),
        None => unknown_item_text(code),
    };
    let mut new = BTreeMap::new();
    for code in codes {
        match new_item_file(begun, year, code, list.map(|list| &**list)) {
            Ok(file) => drop(new.insert(file, text(code))),
            Err(refused) => return Ok(Err(refused)),
        }
    }
    NewFiles::of(&begun.request, &begun.tree, new, Vec::new()).map(Ok)
}

/// The file for a new page of an item of a year, whose checklist is `list`.
///
/// # Errors
/// The item has a page, or the year is not published.
pub fn new_item_file(
    begun: &BegunSite,
    year: FiscalYear,
    code: &ItemCode,
    list: Option<&Catalogue>,
) -> std::result::Result<RelPath, NotMade> {
    let site = &*begun.site;
    if let Some(known) = existing(begun, year, code) {
        return Err(NotMade::Exists(known));
    }
    let is_published = site.config.years.is_empty() || site.config.years.iter().any(|known| known.value == year);
    if !is_published {
        let known: Vec<String> = site.config.years.iter().map(|year| year.value.to_string()).collect();
        return Err(NotMade::YearNotPublished(year, known.join(" ")));
    }
    let before = list.and_then(|list| before(site, year, list.item(code)?.item));
    file_of(begun, year, code, before).ok_or_else(|| NotMade::NoName(code.to_string()))
}

/// The file of an item that has a page, readable or not.
pub(super) fn existing(begun: &BegunSite, year: FiscalYear, code: &ItemCode) -> Option<RelPath> {
    let page = begun.site.year(year).and_then(|year| year.entry(code)?.page.as_ref());
    let home = Route::Item { fiscal_year: year, item: code.clone() };
    let unread = || begun.site.unread.iter().find(|(_, route)| *route == home).map(|(file, _)| file.clone());
    let in_tree = || names(year, code).into_iter().find(|path| begun.tree.holds(path.as_str()));
    page.map(|page| page.document.source.clone()).or_else(unread).or_else(in_tree)
}

/// The two names that the page of an item may have: alone, and with attachments beside it.
fn names(year: FiscalYear, code: &ItemCode) -> Vec<RelPath> {
    let stem = format!("content/{year}/{}", code.slug());
    [format!("{stem}.md"), format!("{stem}/index.md")].iter().filter_map(|path| RelPath::new(path)).collect()
}

/// The file for a new page: in a folder if attachments lie there already, or lay beside the page of
/// the same subject.
pub(super) fn file_of(begun: &BegunSite, year: FiscalYear, code: &ItemCode, before: Option<&Page>) -> Option<RelPath> {
    let has_folder = begun.tree.holds_below(&format!("content/{year}/{}/", code.slug()));
    let had_folder = before.is_some_and(|page| page.document.source.name() == "index.md");
    let mut names = names(year, code).into_iter();
    let alone = names.next();
    if has_folder || had_folder { names.next() } else { alone }
}

/// The page of the same subject in the nearest earlier year that has one.
fn before<'s>(site: &'s Site, year: FiscalYear, item: &Item) -> Option<&'s Page> {
    site.years.iter().rev().filter(|known| known.fiscal_year < year).find_map(|year| same_subject(year, item))
}

/// The page of another year about the same subject: numbers of items change.
pub(super) fn same_subject<'s>(year: &'s Year, item: &Item) -> Option<&'s Page> {
    item.subjects.iter().find_map(|subject| {
        let is_same = |other: &Item| other.subjects.iter().any(|known| known.value == subject.value);
        year.entries.iter().filter(|entry| year.position(entry).is_some_and(|at| is_same(at.item))).find_map(|entry| entry.page.as_ref())
    })
}
