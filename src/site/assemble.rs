//! Assembly of a site: create years from checklists, assign each document a slot, group topics,
//! report low-confidence checklists.

use std::collections::hash_map::Entry::{Occupied, Vacant};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::topic::topics;
use super::{Addresses, Page, Permalink, SharedVec, Site, Year, YearItem};
use crate::base::{ItemCode, RelPath, SITE_FILE};
use crate::catalogue::{Catalogues, Confidence, builtin};
use crate::config::Config;
use crate::content::{Attachment, Content, Document, Route};
use crate::diagnostics::{Diagnostic, Diagnostics, Outcome, SourceSpan};
use crate::record::Record;
use crate::slice::slice;
use crate::thai::FiscalYear;
use crate::unforeseen::{self, Activity};

/// Whether drafts are included in the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drafts {
    /// Excludes drafts from all output (P22).
    #[default]
    Hide,
    /// Includes drafts, for the officer's preview.
    Show,
}

/// Fiscal years the site publishes: `years` of the site file, or every year that has a document;
/// oldest first.
fn years_of(config: &Config, content: &Content) -> Vec<FiscalYear> {
    let years: BTreeSet<FiscalYear> = match config.years.is_empty() {
        true => {
            let homes = content.documents.iter().map(|document| &document.home).chain(content.unread.iter().map(|(_, home)| home));
            homes.filter_map(Route::fiscal_year).collect()
        }
        false => config.years.iter().map(|year| year.value).collect(),
    };
    years.into_iter().collect()
}

/// Years whose checklists are needed: the published years and the years whose results are quoted.
pub(crate) fn years_of_lists(config: &Config, content: &Content) -> Vec<FiscalYear> {
    years_of(config, content).into_iter().chain(content.assessed_years()).collect()
}

/// Assembles a site from its configuration, checklists, documents and publication record.
pub fn assemble(config: Config, catalogues: Catalogues, content: Content, record: Record, drafts: Drafts) -> Outcome<Site> {
    let mut diagnostics = Diagnostics::new();
    let years = years(&config, &catalogues, &content, &mut diagnostics);
    let mut site = Site {
        config: Arc::new(config),
        catalogues: Arc::new(catalogues),
        years,
        pages: SharedVec::default(),
        topics: SharedVec::default(),
        attachments: content.attachments.into(),
        witnesses: content.witnesses.into(),
        assessments: content.assessments,
        addresses: Arc::default(),
        record: Arc::new(record),
        drafts: SharedVec::default(),
        unread: content.unread.into(),
    };
    let mut taken = HashMap::new();
    for document in content.documents {
        contradictions(&document, &mut diagnostics);
        if document.front_matter.draft && drafts == Drafts::Hide {
            diagnostics.push(Diagnostic::new("draft-hidden", SourceSpan::file(&document.source)).with("path", &document.source));
            site.drafts.push((document.source.clone(), document.home.clone()));
            continue;
        }
        let source = document.source.clone();
        let place = || site.place(document, &mut diagnostics);
        let Some((page, shelf)) = unforeseen::at(source.as_str(), Activity::Reading, place) else { continue };
        match taken.entry(page.permalink.clone()) {
            Occupied(known) => diagnostics.push(twice(&page, known.get())),
            Vacant(free) => {
                free.insert(source);
                site.put(page, shelf);
            }
        }
    }
    site.hide_attachments_of_drafts(&taken);
    site.topics = topics(&site.years).into();
    site.addresses = Arc::new(Addresses::of(&site));
    doubts(&site, &mut diagnostics);
    Outcome(site, diagnostics)
}

fn years(config: &Config, catalogues: &Catalogues, content: &Content, diagnostics: &mut Diagnostics) -> Vec<Year> {
    let mut years = Vec::new();
    for fiscal_year in years_of(config, content) {
        let Some(catalogue) = catalogues.get(fiscal_year) else {
            if !catalogues.is_unread(fiscal_year) {
                let diagnostic = Diagnostic::new("no-catalogue", year_place(config, content, fiscal_year));
                // A later year follows the one before it.
                let before = fiscal_year.previous().filter(|_| builtin::years().max().is_some_and(|last| fiscal_year.number() > last));
                diagnostics.push(diagnostic.with("year", fiscal_year).with_some("before", before).about(Some(fiscal_year), None));
            }
            continue;
        };
        let entry = |code: &ItemCode| YearItem { code: code.clone(), page: None, children: SharedVec::default() };
        let entries = catalogue.items().map(|position| entry(&position.item.code.value)).collect();
        years.push(Year { fiscal_year, catalogue: catalogue.clone(), entries });
    }
    years
}

/// Span for a diagnostic about a year: its entry in the site file, or the first document of its
/// folder.
fn year_place(config: &Config, content: &Content, year: FiscalYear) -> SourceSpan {
    let site_file = RelPath::new(SITE_FILE);
    let named = config.years.iter().find(|given| given.value == year);
    match (named, site_file, content.documents.iter().find(|document| document.home.fiscal_year() == Some(year))) {
        (Some(given), Some(file), _) => SourceSpan::new(&file, given.span.clone()),
        (_, _, Some(document)) => SourceSpan::file(&document.source),
        (_, file, None) => file.map_or_else(|| unreachable!("the name of the site file is a path"), |file| SourceSpan::file(&file)),
    }
}

/// Reports front matter that contradicts the folder; repeating it is allowed (DM2).
fn contradictions(document: &Document, diagnostics: &mut Diagnostics) {
    let front_matter = &document.front_matter;
    if let (Some(typed), Some(folder)) = (&front_matter.fiscal_year, document.home.fiscal_year())
        && typed.value != folder
    {
        let place = SourceSpan::new(&document.source, typed.span.clone());
        let diagnostic = Diagnostic::new("year-contradicts-folder", place).with("typed", typed.value).with("folder", folder);
        diagnostics.push(diagnostic.about(Some(folder), document.home.item()));
    }
    if let (Some(typed), Some(folder)) = (&front_matter.item, document.home.item())
        && typed.value != *folder
    {
        let place = SourceSpan::new(&document.source, typed.span.clone());
        let diagnostic = Diagnostic::new("item-contradicts-folder", place).with("typed", &typed.value).with("folder", folder);
        diagnostics.push(diagnostic.about(document.home.fiscal_year(), Some(folder)));
    }
    if let (Some(typed), Route::Page { .. }) = (&front_matter.item, &document.home) {
        let place = SourceSpan::new(&document.source, typed.span.clone());
        let year = front_matter.fiscal_year.as_ref().map(|year| year.value);
        diagnostics.push(Diagnostic::new("item-elsewhere", place).with("item", &typed.value).with_some("year", year));
    }
}

impl Site {
    /// Returns the page of a document and its slot; `None` if it has none, which has been reported.
    fn place(&mut self, document: Arc<Document>, diagnostics: &mut Diagnostics) -> Option<(Page, PageSlot)> {
        match document.home.clone() {
            Route::Page { path } => Some((page(document, Permalink::page(&path), &path), PageSlot::Pages)),
            Route::Item { fiscal_year, item } => {
                let (year, entry) = self.find(&document, fiscal_year, &item, diagnostics)?;
                let title = self.item_title(year, &item);
                Some((page(document, Permalink::item(fiscal_year, &item), &title), PageSlot::Item { year, entry }))
            }
            Route::Child { fiscal_year, item, slug } => {
                let (year, entry) = self.find(&document, fiscal_year, &item, diagnostics)?;
                Some((page(document, Permalink::child(fiscal_year, &item, &slug), &slug), PageSlot::Children { year, entry }))
            }
        }
    }

    /// Removes attachments in the folder of a draft, which are as unpublished as the draft (P22);
    /// the nearest enclosing page decides.
    fn hide_attachments_of_drafts(&mut self, published: &HashMap<Permalink, RelPath>) {
        let drafts: HashMap<Permalink, Route> = self.drafts.iter().map(|(_, home)| (Permalink::of(home), home.clone())).collect();
        let draft_of = |attachment: &Attachment| {
            let folders = attachment.output.rmatch_indices('/').map(|(at, _)| Permalink::file(slice(&attachment.output, ..=at)));
            let mut owners = folders.filter(|folder| published.contains_key(folder) || drafts.contains_key(folder));
            drafts.get(&owners.next()?).cloned()
        };
        let (hidden, shown): (Vec<&Attachment>, Vec<&Attachment>) = self.attachments.iter().partition(|file| draft_of(file).is_some());
        let named = hidden.into_iter().filter_map(|attachment| Some((attachment.source.clone(), draft_of(attachment)?)));
        self.drafts = self.drafts.iter().cloned().chain(named).collect::<Vec<_>>().into();
        self.attachments = shown.into_iter().cloned().collect::<Vec<_>>().into();
    }

    fn put(&mut self, page: Page, shelf: PageSlot) {
        match shelf {
            PageSlot::Pages => self.pages.push(page),
            PageSlot::Item { year, entry } => self.years[year].entries[entry].page = Some(page),
            PageSlot::Children { year, entry } => self.years[year].entries[entry].children.push(page),
        }
    }

    /// Returns the indices of year and entry of an item; reports an item missing from the
    /// checklist.
    fn find(
        &mut self,
        document: &Document,
        fiscal_year: FiscalYear,
        item: &ItemCode,
        diagnostics: &mut Diagnostics,
    ) -> Option<(usize, usize)> {
        let Some(year) = self.years.iter().position(|year| year.fiscal_year == fiscal_year) else {
            // A year without a checklist was reported in `years`; a year omitted from `years` of
            // the site file is reported here.
            let is_listed = self.config.years.is_empty() || self.config.years.iter().any(|known| known.value == fiscal_year);
            if is_listed || self.config.unread.lost_entries("years") {
                self.unread.push((document.source.clone(), document.home.clone()));
            } else {
                let diagnostic = Diagnostic::new("year-not-published", SourceSpan::file(&document.source)).with("year", fiscal_year);
                diagnostics.push(diagnostic.about(Some(fiscal_year), Some(item)));
            }
            return None;
        };
        let at = self.years[year].entries.iter().position(|entry| entry.code == *item);
        if at.is_none() {
            self.unread.push((document.source.clone(), document.home.clone()));
            if self.years[year].catalogue.is_whole {
                diagnostics.push(self.unknown_item(document, year, item));
            }
        }
        Some((year, at?))
    }

    fn unknown_item(&self, document: &Document, year: usize, item: &ItemCode) -> Diagnostic {
        let typed = document.front_matter.item.as_ref();
        let place = typed.map_or(SourceSpan::file(&document.source), |typed| SourceSpan::new(&document.source, typed.span.clone()));
        let (fiscal_year, nearest) = (self.years[year].fiscal_year, self.years[year].catalogue.nearest(item));
        let diagnostic = Diagnostic::new("unknown-item", place).with("item", item).with("year", fiscal_year).with_some("nearest", nearest);
        let diagnostic = match self.same_subject(item, year) {
            Some((other, same)) => diagnostic.with("other_year", other).with("same", same),
            None => diagnostic,
        };
        diagnostic.about(Some(fiscal_year), Some(item))
    }

    /// Returns the item of `year` with a subject of `item`, which is looked up in the latest other
    /// year that has the code. Item numbers change between years; subjects do not.
    pub(crate) fn same_subject(&self, item: &ItemCode, year: usize) -> Option<(FiscalYear, &ItemCode)> {
        let wanted = &self.years[year].catalogue;
        self.years.iter().rev().find_map(|other| {
            let subjects = &other.catalogue.item(item)?.item.subjects;
            let same = wanted.items().find(|position| position.item.subjects.iter().any(|subject| subjects.contains(subject)))?;
            Some((other.fiscal_year, &same.item.code.value))
        })
    }

    fn item_title(&self, year: usize, item: &ItemCode) -> String {
        self.years[year].catalogue.item(item).map_or_else(String::new, |position| position.item.title.clone())
    }
}

/// The collection of a site that receives a page.
enum PageSlot {
    Pages,
    Item { year: usize, entry: usize },
    Children { year: usize, entry: usize },
}

fn page(document: Arc<Document>, permalink: Permalink, name: &str) -> Page {
    let title = document.front_matter.title.as_ref().map_or_else(|| name.to_owned(), |title| title.value.clone());
    Page { document, permalink, title }
}

fn twice(page: &Page, other: &RelPath) -> Diagnostic {
    let diagnostic =
        Diagnostic::new("page-twice", SourceSpan::file(&page.document.source)).with("url", &page.permalink).with("other", other);
    diagnostic.about(page.document.home.fiscal_year(), page.document.home.item())
}

/// Reports a low-confidence checklist once per year with filed items (AR10).
fn doubts(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(site_file) = RelPath::new(SITE_FILE) else {
        return;
    };
    for year in site.years.iter().filter(|year| year.catalogue.confidence == Confidence::Low && year.filed() > 0) {
        let named = site.config.years.iter().find(|given| given.value == year.fiscal_year);
        let place = named.map_or_else(|| SourceSpan::file(&site_file), |given| SourceSpan::new(&site_file, given.span.clone()));
        let provisional = year.catalogue.items().filter(|position| position.item.is_provisional());
        let items = ItemCode::ranges(provisional.map(|position| &position.item.code.value));
        let diagnostic = Diagnostic::new("catalogue-provisional", place).with("year", year.fiscal_year);
        let diagnostic = diagnostic.with_some("items", Some(items).filter(|items| !items.is_empty()));
        diagnostics.push(diagnostic.about(Some(year.fiscal_year), None));
    }
}
