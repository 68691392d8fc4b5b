//! Pages of documents, for a site that is read once for all of them.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::made_page::{FactCounts, MadePage, NotImported};
use super::page_facts::{Known, KnownIndicator, KnownInstrument, KnownMeasure, facts};
use super::target::{DocumentTarget, ImportTarget, NoTarget};
use super::written;
use crate::attachment::grid::GridDocument;
use crate::base::Lang;
use crate::catalogue::{self, Catalogue, Catalogues, Kind};
use crate::config::Unit;
use crate::scaffold::{BegunSite, PendingFile, new_item_file};
use crate::thai::FiscalYear;
use crate::words::new as new_words;

/// Makes pages for one site.
pub struct PageMaker<'b> {
    begun: &'b BegunSite,
    /// The checklists of the years asked for so far.
    lists: BTreeMap<FiscalYear, Catalogues>,
    /// The plans made so far: the site does not have them yet.
    plans: BTreeMap<FiscalYear, Vec<KnownMeasure>>,
}

impl<'b> PageMaker<'b> {
    /// For the site.
    pub fn new(begun: &'b BegunSite) -> Self {
        Self { begun, lists: BTreeMap::new(), plans: BTreeMap::new() }
    }

    /// The folder of the site.
    pub(crate) fn root(&self) -> &Path {
        &self.begun.tree().root
    }

    fn list(&mut self, year: FiscalYear) -> Option<&Catalogue> {
        let tree = self.begun.tree();
        self.lists.entry(year).or_insert_with(|| Catalogues::read(tree, &[year]).0).get(year).map(|list| &**list)
    }

    /// The target that a document named `name` is for.
    ///
    /// # Errors
    /// Neither its name nor its text says it.
    pub fn target(&mut self, document: &GridDocument, name: &str) -> Result<ImportTarget, NoTarget> {
        if let Some(target) = ImportTarget::of_name(name) {
            return Ok(target);
        }
        let said = DocumentTarget::of(document, self.begun);
        let list = said.year.and_then(|year| self.list(year));
        said.on(list)
    }

    /// True if the item reports on a plan: what is made later may be that plan.
    pub fn is_report(&mut self, target: &ImportTarget) -> bool {
        self.list(target.year).and_then(|list| list.item(&target.item)).is_some_and(|at| at.item.kind == Kind::Progress)
    }

    /// Makes the page of a document named `name`.
    ///
    /// # Errors
    /// The document has no facts, or the page cannot be made.
    pub fn page(&mut self, document: &GridDocument, name: &str, target: ImportTarget, lang: Lang) -> Result<MadePage, NotImported> {
        let page = facts(document, &self.known(&target));
        let count = |pointer| page.front_matter.pointer(pointer).and_then(|list| list.as_array()).map_or(0, Vec::len);
        let counts = FactCounts { measures: count("/measures"), entries: count("/progress/entries") };
        if counts == FactCounts::default() && page.front_matter.get("assessment").is_none() && page.front_matter.get("issues").is_none() {
            return Err(NotImported::NoFacts(page.doubts));
        }
        let begun = self.begun;
        let list = self.list(target.year);
        let item = list.and_then(|list| Some(list.item(&target.item)?.item));
        let title = item.map_or_else(|| target.item.to_string(), |item| item.title.clone());
        let title = new_words::item_title(begun.site().config.lang(), title, target.year);
        let path = new_item_file(begun, target.year, &target.item, list).map_err(NotImported::NotMade)?;
        if item.is_some_and(|item| item.kind == Kind::Measures) {
            self.plans.entry(target.year).or_insert_with(|| measures_of(&page.front_matter));
        }
        let file = PendingFile::New(path, written::text(&page, target.year, name, &title, lang));
        Ok(MadePage { file, target, counts, doubts: page.doubts })
    }

    /// What the site knows: its units, the plan that a report is on, the names of indicators.
    fn known(&mut self, target: &ImportTarget) -> Known {
        let site = self.begun.site();
        let names = |unit: &Unit| [&unit.name].into_iter().chain(&unit.aliases).map(|name| name.value.clone()).collect::<Vec<_>>();
        let units = site.config.units.iter().flat_map(names).collect();
        let list = self.list(target.year);
        let item = list.and_then(|list| Some(list.item(&target.item)?.item));
        let plan_year = item.filter(|item| item.kind == Kind::Progress).and_then(|item| item.data_of(target.year));
        let indicators = list.map(indicators).unwrap_or_default();
        let items = list.into_iter().flat_map(|list| list.items().map(|at| at.item));
        let plan_items = items.filter(|item| item.kind == Kind::Measures).map(|item| item.code.value.to_string()).collect();
        let plan = plan_year.map(|year| self.plan(year)).unwrap_or_default();
        Known { fiscal_year: Some(target.year), item: Some(target.item.to_string()), plan_items, units, plan, indicators }
    }

    /// The measures of a year's plan: of its page, else of the one made before.
    fn plan(&self, year: FiscalYear) -> Vec<KnownMeasure> {
        let Some(page) = self.begun.site().plan_in(year, None) else { return self.plans.get(&year).cloned().unwrap_or_default() };
        let measures = page.document.front_matter.measures.iter().map(|measure| KnownMeasure {
            id: measure.id.value.clone(),
            title: measure.title.as_ref().map(|title| title.value.clone()).unwrap_or_default(),
        });
        measures.collect()
    }
}

/// The measures of a page that was made before.
fn measures_of(front_matter: &Value) -> Vec<KnownMeasure> {
    let text = |measure: &Value, key| measure.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let measures = front_matter.get("measures").and_then(Value::as_array);
    measures.into_iter().flatten().map(|measure| KnownMeasure { id: text(measure, "id"), title: text(measure, "title") }).collect()
}

/// The indicators of a checklist.
fn indicators(list: &Catalogue) -> Vec<KnownIndicator> {
    let all = list.instruments.iter().flat_map(|names| names.indicators.iter().map(|indicator| (names.id, indicator)));
    let known = all.map(|(instrument, indicator)| KnownIndicator {
        no: indicator.no,
        instrument: match instrument {
            catalogue::Instrument::Iit => KnownInstrument::Iit,
            catalogue::Instrument::Eit => KnownInstrument::Eit,
            catalogue::Instrument::Oit => KnownInstrument::Oit,
        },
        name: indicator.name.clone(),
    });
    known.collect()
}
