//! What a form says: the values of a page, row by row.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{cadence_word, status_word, text_of};
use super::columns::{ColumnKind, FormColumn, FormTable};
use super::page_rows::{PageRow, PageRows};
use super::plan_place::PlanPlace;
use crate::base::{ItemCode, Lang, RelPath};
use crate::catalogue::Kind;
use crate::content::Route;
use crate::content::front_matter::{Cadence, FrontMatter, Measure, Status};
use crate::scaffold::BegunSite;
use crate::site::{Page, Site};
use crate::thai::{Digits, FiscalYear, Month};
use crate::yaml::YamlLimits;

/// A form of an item of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct FormBook {
    pub(super) year: FiscalYear,
    pub(super) item: ItemCode,
    /// The page that it is made of, if there is one.
    pub(super) page: Option<RelPath>,
    /// Title of the page or of the item.
    pub(super) title: String,
    pub(super) sheets: Vec<FormSheet>,
    pub(super) choices: FormChoices,
}

/// The words that cells offer.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct FormChoices {
    pub(super) units: Vec<String>,
    pub(super) months: Vec<String>,
    pub(super) measures: Vec<String>,
    pub(super) evidence: Vec<String>,
}

/// A table of a form.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FormSheet {
    pub(super) table: FormTable,
    /// Texts by column, of what the page has and what its plan asks for.
    pub(super) rows: Vec<Vec<String>>,
}

/// Why there is no form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoForm {
    /// The page cannot be read; `check` says why.
    Unreadable(RelPath),
    /// The item has no page, and its checklist asks for neither measures nor progress.
    NoTable,
    /// A report without a plan: no row could say what it reports on.
    NoPlan(PlanPlace),
}

/// The form of an item of a year.
///
/// # Errors
/// There is nothing to fill in, or the page cannot be read.
pub fn form_of(begun: &BegunSite, year: FiscalYear, item: &ItemCode) -> Result<FormBook, NoForm> {
    let site = begun.site();
    let entry = site.year(year).and_then(|year| Some((year, year.entry(item)?)));
    let listed = entry.and_then(|(year, entry)| Some(year.position(entry)?.item));
    let home = Route::Item { fiscal_year: year, item: item.clone() };
    if let Some((file, _)) = site.unread.iter().find(|(_, route)| *route == home) {
        return Err(NoForm::Unreadable(file.clone()));
    }
    let page = entry.and_then(|(_, entry)| entry.page.as_ref());
    let source = page.map(|page| page.document.source.clone());
    let text = source.as_ref().and_then(|file| begun.tree().text(file.as_str())).map(|file| file.text.read());
    let rows = match source.as_ref().zip(text.as_deref()) {
        Some((file, text)) => Some(PageRows::read(file, text, limits(site)).ok_or_else(|| NoForm::Unreadable(file.clone()))?),
        None => None,
    };
    let plan = plan(site, page, year, listed.and_then(|item| item.data_of(year)));
    let of_kind = |kind: Kind| listed.is_some_and(|item| item.kind == kind);
    let sheet = |table: FormTable| {
        let rows = rows.as_ref().map(|page| page.rows(table)).unwrap_or_default();
        let is_asked_for = of_kind(match table {
            FormTable::Measures => Kind::Measures,
            FormTable::Progress => Kind::Progress,
        });
        (is_asked_for || !rows.is_empty()).then(|| FormSheet { table, rows: texts(table, rows, plan) })
    };
    let sheets: Vec<FormSheet> = FormTable::ALL.into_iter().filter_map(sheet).collect();
    if sheets.is_empty() {
        return Err(NoForm::NoTable);
    }
    if let [FormSheet { table: FormTable::Progress, rows }] = sheets.as_slice()
        && rows.is_empty()
        && let Some(place) = PlanPlace::of_report(begun, year, item)
    {
        return Err(NoForm::NoPlan(place));
    }
    let title = page.map(|page| page.title.clone()).or_else(|| listed.map(|item| item.title.clone()));
    let choices = choices(site, page.map(|page| &page.document.front_matter), plan, year);
    Ok(FormBook { year, item: item.clone(), page: source, title: title.unwrap_or_else(|| item.to_string()), sheets, choices })
}

/// How much of a page is read.
pub(super) fn limits(site: &Site) -> YamlLimits {
    YamlLimits { bytes: site.config.limits.front_matter, depth: site.config.limits.yaml_depth }
}

/// The measures that a report is on: those of the page itself, or of the plan that it names.
fn plan<'s>(site: &'s Site, page: Option<&'s Page>, year: FiscalYear, data_year: Option<FiscalYear>) -> &'s [Measure] {
    let own = page.map(|page| &page.document.front_matter.measures[..]).unwrap_or_default();
    if !own.is_empty() {
        return own;
    }
    let named = page.and_then(|page| site.plan_of(page));
    let of_list = || site.plan_in(data_year.unwrap_or(year), None).map(|page| &page.document.front_matter);
    named.or_else(of_list).map(|plan| &plan.measures[..]).unwrap_or_default()
}

/// Rows of the page, then those that its plan asks for besides.
pub(super) fn texts(table: FormTable, rows: &[PageRow], plan: &[Measure]) -> Vec<Vec<String>> {
    let titles: BTreeMap<&str, &str> =
        plan.iter().filter_map(|measure| Some((measure.id.value.as_str(), measure.title.as_ref()?.value.as_str()))).collect();
    let cell = |column: &FormColumn, row: &PageRow| match column.kind {
        ColumnKind::Plan => row.key.ids.lines().filter_map(|id| titles.get(id).copied()).collect::<Vec<_>>().join("\n"),
        _ => text_of(column, &row.written),
    };
    let mut texts: Vec<Vec<String>> = rows.iter().map(|row| table.columns().iter().map(|column| cell(column, row)).collect()).collect();
    if table == FormTable::Progress {
        let reported: BTreeSet<&str> = rows.iter().flat_map(|row| row.key.ids.lines()).collect();
        let is_left = |measure: &&Measure| !reported.contains(measure.id.value.as_str());
        texts.extend(plan.iter().filter(is_left).map(|measure| of_plan(table, measure)));
    }
    texts
}

/// An empty row for a measure of the plan.
fn of_plan(table: FormTable, measure: &Measure) -> Vec<String> {
    let cell = |column: &FormColumn| match column.kind {
        ColumnKind::Key => measure.id.value.clone(),
        ColumnKind::Plan => measure.title.as_ref().map(|title| title.value.clone()).unwrap_or_default(),
        _ => String::new(),
    };
    table.columns().iter().map(cell).collect()
}

fn choices(site: &Site, front_matter: Option<&FrontMatter>, plan: &[Measure], year: FiscalYear) -> FormChoices {
    let months = std::iter::successors(Some(year.first_month()), |month| Some(next(*month))).take(12);
    let evidence = front_matter.into_iter().flat_map(|page| &page.evidence).filter_map(|one| one.id.as_ref());
    FormChoices {
        units: site.config.units.iter().map(|unit| unit.name.value.clone()).collect(),
        months: months.map(|month| month.short(Digits::Arabic)).collect(),
        measures: plan.iter().map(|measure| measure.id.value.clone()).collect(),
        evidence: evidence.map(|id| id.value.clone()).collect(),
    }
}

fn next(month: Month) -> Month {
    match month.number() {
        12 => Month::of_buddhist_year(month.buddhist_year() + 1, 1),
        number => Month::of_buddhist_year(month.buddhist_year(), number + 1),
    }
}

impl FormChoices {
    /// All lists, each with the name under which the last sheet holds it.
    pub(super) fn lists(&self) -> Vec<(ColumnKind, Vec<String>)> {
        let words = |words: &[&'static str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let statuses: Vec<&str> = Status::ALL.iter().map(|status| status_word(*status, Lang::default())).collect();
        let cadences: Vec<&str> = Cadence::ALL.iter().map(|cadence| cadence_word(*cadence, Lang::default())).collect();
        let lists = [
            (ColumnKind::Units, self.units.clone()),
            (ColumnKind::Month, self.months.clone()),
            (ColumnKind::Status, words(&statuses)),
            (ColumnKind::Cadence, words(&cadences)),
            (ColumnKind::Key, self.measures.clone()),
            (ColumnKind::Evidence, self.evidence.clone()),
        ];
        lists.into_iter().filter(|(_, list)| !list.is_empty()).collect()
    }
}
