//! Import: the tables of measures and of progress in a document, as a page.
//!
//! A document is [read](crate::attachment::read_grid) as tables and paragraphs, [`page_facts`] finds in
//! them what the model of front matter has a place for, and [`written`] is the page. What is doubtful is
//! taken as it stands and reported with its place; a status, a year or a score is never guessed. What has
//! no place in the model is kept in the text of the page. Nothing is ever overwritten.

mod doubt_words;
pub mod page_facts;
mod target;
mod written;

pub use doubt_words::{key, sentence};
pub use target::{ImportTarget, NoTarget};

use crate::attachment::grid::GridDocument;
use crate::base::Lang;
use crate::catalogue::{self, Catalogues, Kind};
use crate::config::Unit;
use crate::error::Result;
use crate::scaffold::{BegunSite, NewFiles, NotMade, new_item_pages};
use crate::words::new as new_words;
use page_facts::{Doubt, Known, KnownIndicator, KnownInstrument, KnownMeasure, facts};

/// A page made from a document.
#[derive(Debug)]
pub struct MadePage {
    /// The file, not yet written.
    pub files: NewFiles,
    /// The item that it is for.
    pub target: ImportTarget,
    /// Number of its measures, and of its rows of progress.
    pub counts: FactCounts,
    /// What was doubtful, in the order of the document.
    pub doubts: Vec<Doubt>,
}

/// How much was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FactCounts {
    /// Measures.
    pub measures: usize,
    /// Rows of progress.
    pub entries: usize,
}

/// Why no page was made. Nothing was written then.
#[derive(Clone, Debug, PartialEq)]
pub enum NotImported {
    /// The document does not say what it is for.
    NoTarget(NoTarget),
    /// No table of measures or progress was found; what is doubtful of the others.
    NoFacts(Vec<Doubt>),
    /// The page cannot be made.
    NotMade(NotMade),
}

/// Makes the page of a document named `name`, for `target` or for the item that the document names.
///
/// # Errors
/// The run was interrupted.
pub fn import(
    begun: &BegunSite,
    document: &GridDocument,
    name: &str,
    target: Option<&ImportTarget>,
    lang: Lang,
) -> Result<Result<MadePage, NotImported>> {
    let target = match target.cloned().map_or_else(|| ImportTarget::of(document, begun), Ok) {
        Ok(target) => target,
        Err(missing) => return Ok(Err(NotImported::NoTarget(missing))),
    };
    let lists = Catalogues::read(begun.tree(), &[target.year]).0;
    let item = lists.get(target.year).and_then(|list| Some(list.item(&target.item)?.item));
    let page = facts(document, &known(begun, &target, &lists));
    let count = |pointer| page.front_matter.pointer(pointer).and_then(|list| list.as_array()).map_or(0, Vec::len);
    let counts = FactCounts { measures: count("/measures"), entries: count("/progress/entries") };
    if counts == FactCounts::default() && page.front_matter.get("assessment").is_none() && page.front_matter.get("issues").is_none() {
        return Ok(Err(NotImported::NoFacts(page.doubts)));
    }
    let title = item.map_or_else(|| target.item.to_string(), |item| item.title.clone());
    let title = new_words::item_title(begun.site().config.lang(), title, target.year);
    let text = written::text(&page, target.year, name, &title, lang);
    let files = new_item_pages(begun, target.year, vec![(target.item.clone(), text)])?;
    Ok(files.map(|files| MadePage { files, target, counts, doubts: page.doubts }).map_err(NotImported::NotMade))
}

/// What the site knows: its units, the plan that a report is on, the names of indicators.
fn known(begun: &BegunSite, target: &ImportTarget, lists: &Catalogues) -> Known {
    let site = begun.site();
    let names = |unit: &Unit| [&unit.name].into_iter().chain(&unit.aliases).map(|name| name.value.clone()).collect::<Vec<_>>();
    let units = site.config.units.iter().flat_map(names).collect();
    let list = lists.get(target.year);
    let item = list.and_then(|list| Some(list.item(&target.item)?.item));
    let of_report = item.filter(|item| item.kind == Kind::Progress);
    let plan_year = of_report.and_then(|item| item.data_of(target.year));
    let plan = plan_year.and_then(|year| site.plan_in(year, None));
    let measures = plan.map(|plan| &plan.document.front_matter.measures[..]).unwrap_or_default();
    let plan = measures.iter().map(|measure| KnownMeasure {
        id: measure.id.value.clone(),
        title: measure.title.as_ref().map(|title| title.value.clone()).unwrap_or_default(),
    });
    let indicators = list.into_iter().flat_map(|list| &list.instruments).flat_map(|instrument| {
        instrument.indicators.iter().map(|indicator| KnownIndicator {
            no: indicator.no,
            instrument: match instrument.id {
                catalogue::Instrument::Iit => KnownInstrument::Iit,
                catalogue::Instrument::Eit => KnownInstrument::Eit,
                catalogue::Instrument::Oit => KnownInstrument::Oit,
            },
            name: indicator.name.clone(),
        })
    });
    Known { fiscal_year: Some(target.year), units, plan: plan.collect(), indicators: indicators.collect() }
}
