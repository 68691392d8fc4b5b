//! A new fiscal year: pages after those of an earlier one, by subject, with their structure only.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::json;

use super::catalogue_text::catalogue_text;
use super::item_text::{CarriedStructure, NewItem, item_text};
use super::new_item::{existing, file_of, same_subject};
use super::{BegunSite, NewFiles, NotMade};
use crate::base::{ItemCode, Lang, RelPath, SITE_FILE};
use crate::catalogue::{Catalogue, Catalogues, builtin};
use crate::config::{Config, Deadline};
use crate::error::{Error, Operation, Result};
use crate::rename::{Edit, Rewrite, edited, list_edits};
use crate::site::Page;
use crate::source::{SourceTree, read_regular};
use crate::thai::{Digits, FiscalYear};
use crate::yaml::{YamlLimits, parse};

/// The files of a new year.
#[derive(Debug)]
pub struct YearFiles {
    /// What is to be written.
    pub files: NewFiles,
    /// The checklist that had to be begun, and the year of that which it follows.
    pub list: Option<(RelPath, FiscalYear)>,
    /// Items for which the earlier year has no page.
    pub without: Vec<ItemCode>,
    /// Deadlines moved by the years between.
    pub deadlines: usize,
    /// Freezes of the earlier year. They are not moved: pages would be locked on days that nobody has
    /// announced yet.
    pub freezes: usize,
}

/// The pages of `year` after those of `from`.
///
/// # Errors
/// A file that cannot be read, or the run was interrupted.
pub fn new_year(begun: &BegunSite, year: FiscalYear, from: FiscalYear, lang: Lang) -> Result<Result<YearFiles, NotMade>> {
    if from >= year {
        return Ok(Err(NotMade::NotBefore(from, year)));
    }
    let old = begun.site.year(from).filter(|old| old.filed() > 0);
    let newest = newest_list(&begun.tree, begun.site.years.iter().map(|known| known.fiscal_year), year);
    let newest = newest.as_deref().or(old.map(|old| &*old.catalogue));
    // A body that has filed nothing yet begins with the checklist alone.
    let (Some(newest), true) = (newest, old.is_some() || newest.is_some_and(|newest| newest.fiscal_year.value != year)) else {
        let filed = begun.site.years.iter().filter(|known| known.filed() > 0 && known.fiscal_year < year);
        let known: Vec<String> = filed.map(|known| known.fiscal_year.to_string()).collect();
        return Ok(Err(NotMade::NothingFiled(from, known.join(" "))));
    };
    let mut new = BTreeMap::new();
    let list = first_list(newest, year, lang);
    new.extend(list.clone());
    let mut without = Vec::new();
    let missing = newest.items().filter(|position| existing(begun, year, &position.item.code.value).is_none());
    for (position, old) in missing.filter_map(|position| Some((position, old?))) {
        let code = &position.item.code.value;
        let Some(page) = same_subject(old, position.item) else {
            without.push(code.clone());
            continue;
        };
        let item = NewItem { site: &begun.site, year, catalogue: newest, item: position.item };
        let text = item_text(item, &carried(page, from, year), lang);
        new.extend(file_of(begun, year, code, Some(page)).map(|path| (path, text)));
    }
    if new.is_empty() {
        return Ok(Err(NotMade::AllThere(year)));
    }
    let deadlines = deadlines(&begun.site.config, from, year);
    let site_file = site_file(begun, year, &deadlines)?;
    let files = NewFiles::of(&begun.request, &begun.tree, new, site_file.into_iter().collect())?;
    let list = list.map(|(path, _)| (path, newest.fiscal_year.value));
    let freezes = begun.site.config.freeze.iter().filter(|freeze| freeze.fiscal_year.value == from).count();
    Ok(Ok(YearFiles { files, list, without, deadlines: deadlines.len(), freezes }))
}

/// The draft of the checklist of a year that has none; `newest` is the one before it.
fn first_list(newest: &Catalogue, year: FiscalYear, lang: Lang) -> Option<(RelPath, String)> {
    let path = RelPath::new(&format!("content/catalogues/{year}.yaml")).filter(|_| newest.fiscal_year.value != year)?;
    Some((path, catalogue_text(newest, year, lang)))
}

/// The drafts of the checklists that a site without any content needs for its years.
pub(super) fn first_lists(years: impl Iterator<Item = FiscalYear>, lang: Lang) -> impl Iterator<Item = (RelPath, String)> {
    years.filter_map(move |year| first_list(&*newest_list(&SourceTree::default(), std::iter::empty(), year)?, year, lang))
}

/// The checklist of a year, else the newest one before it.
fn newest_list(tree: &SourceTree, own: impl Iterator<Item = FiscalYear>, year: FiscalYear) -> Option<Arc<Catalogue>> {
    let built_in = builtin::years().filter_map(FiscalYear::new);
    let years: Vec<FiscalYear> = built_in.chain(own).chain([year]).filter(|known| *known <= year).collect();
    let lists = Catalogues::read(tree, &years).0;
    years.iter().filter_map(|year| lists.get(*year)).max_by_key(|list| list.fiscal_year.value).cloned()
}

/// What the page of the earlier year gives to its successor.
fn carried(page: &Page, from: FiscalYear, year: FiscalYear) -> CarriedStructure {
    let front_matter = &page.document.front_matter;
    let titles = front_matter.evidence.iter().filter_map(|evidence| evidence.title.as_ref());
    CarriedStructure {
        unit: front_matter.unit.as_ref().map(|unit| unit.value.clone()),
        evidence: titles.map(|title| with_years_moved(&title.value, from, year)).collect(),
        view: front_matter.view.clone(),
    }
}

/// The earlier year and the one before it, which reports are about, become as much later as the
/// new year is. Others, as of plans of several years, stay.
fn with_years_moved(title: &str, from: FiscalYear, year: FiscalYear) -> String {
    let later = year.number() - from.number();
    let digits = [Digits::Arabic, Digits::Thai];
    // The later year first: it would be taken for a moved one.
    let years = [Some(from), from.previous()].into_iter().flatten().flat_map(|old| digits.map(|digits| (old, digits)));
    years.fold(title.to_owned(), |title, (old, digits)| {
        let new = old.number() + later;
        title.replace(&*digits.print(&old.to_string()), &digits.print(&new.to_string()))
    })
}

/// Deadlines of the earlier year, moved. One of no year is due once.
fn deadlines(config: &Config, from: FiscalYear, year: FiscalYear) -> Vec<String> {
    let is_of = |deadline: &&Deadline, of: FiscalYear| deadline.fiscal_year.as_ref().is_some_and(|year| year.value == of);
    if config.deadlines.iter().any(|deadline| is_of(&deadline, year)) {
        return Vec::new();
    }
    let later = i16::try_from(year.number() - from.number()).unwrap_or(0);
    let moved = |deadline: &Deadline| {
        let date = deadline.date.value.years_later(later)?;
        let title = deadline.title.as_ref().map(|title| with_years_moved(&title.value, from, year));
        let title = title.map(|title| format!(", title: {}", json!(title))).unwrap_or_default();
        Some(format!("{{fiscal_year: {year}, date: {date}{title}}}"))
    };
    config.deadlines.iter().filter(|deadline| is_of(deadline, from)).filter_map(moved).collect()
}

/// The site file with the year and its deadlines; everything else stays as it was typed.
fn site_file(begun: &BegunSite, year: FiscalYear, deadlines: &[String]) -> Result<Option<Rewrite>> {
    const MARK: &str = "\u{FEFF}";
    let Some(file) = RelPath::new(SITE_FILE) else { return Ok(None) };
    let path = file.below(&begun.tree.root);
    let before = read_regular(&path).map_err(|error| Error::io(Operation::Read, &path, error))?;
    let typed = String::from_utf8_lossy(&before);
    let text = typed.strip_prefix(MARK).unwrap_or(&typed);
    let limits = YamlLimits { bytes: text.len(), depth: 32 };
    let Ok(node) = parse(&file, text, 0..text.len(), limits) else { return Ok(None) };
    let years = &begun.site.config.years;
    // Without a list, every year that has a folder is published.
    let is_listed = years.is_empty() || years.iter().any(|known| known.value == year);
    let add = if is_listed { Vec::new() } else { vec![year.to_string()] };
    let lists = [("years", add.as_slice()), ("deadlines", deadlines)];
    let edits: Vec<Edit> = lists
        .into_iter()
        .filter(|(_, add)| !add.is_empty())
        .flat_map(|(key, add)| list_edits(text, &node, &(0..text.len()), key, add, &[]))
        .collect();
    let mark = if text.len() < typed.len() { MARK } else { "" };
    let after = format!("{mark}{}", edited(text, &edits)).into_bytes();
    Ok((!edits.is_empty()).then_some(Rewrite { file, before, after }))
}
