//! The scripts of the search page: made from the rendered pages, so that what a page shows is found.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::planned::PlannedSite;
use super::render_job::render_job;
use crate::diagnostics::Diagnostic;
use crate::output::{Manifest, ManifestEntry, Output};
use crate::plan::{Job, MadeFrom, Planned};
use crate::search::{self, SearchText, SearchedPage, SearchedSite};
use crate::site::SitePage;
use crate::source::SourceTree;
use crate::thai::FiscalYear;

/// Collects the texts of pages while they are rendered, and makes the scripts from them.
pub(crate) struct SearchFiles<'a> {
    planned: &'a PlannedSite,
    tree: &'a SourceTree,
    searched: SearchedSite<'a>,
    texts: Mutex<BTreeMap<String, SearchText>>,
}

/// The scripts of a run.
#[derive(Debug, Default)]
pub(crate) struct SearchOutputs {
    pub(crate) made: Vec<(String, Output)>,
    /// Those of an earlier build that would be the same.
    pub(crate) left: Vec<ManifestEntry>,
}

impl<'a> SearchFiles<'a> {
    pub(crate) fn new(planned: &'a PlannedSite, tree: &'a SourceTree) -> Self {
        let searched = SearchedSite::new(&planned.site, &planned.inspected);
        Self { planned, tree, searched, texts: Mutex::default() }
    }

    /// Keeps the text of the output, if it is a page that is searched.
    pub(crate) fn add(&self, path: &str, output: &Output) {
        let page = self.planned.outputs.get(path).and_then(searched_page);
        if let (Some(page), Output::Bytes(html)) = (page, output) {
            let text = SearchText::new(&self.searched.page(page, &String::from_utf8_lossy(html)));
            self.texts.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), text);
        }
    }

    /// All scripts. `is_same` says of a fiscal year that its outputs are those of `earlier`.
    ///
    /// # Errors
    /// Those of pages that were not rendered before.
    pub(crate) fn outputs(&self, earlier: Option<&Manifest>, now: &Manifest) -> Result<SearchOutputs, Box<Diagnostic>> {
        let mut outputs = SearchOutputs::default();
        let mut others: Vec<(&str, &Job)> = Vec::new();
        for (path, output) in self.planned.outputs.iter().filter(|(_, output)| output.job.traits().made_from == MadeFrom::Pages) {
            let left = match output.job {
                Job::SearchShard(year) => {
                    earlier.filter(|earlier| of_year(earlier, year).eq(of_year(now, year))).and_then(|earlier| earlier.entry(path))
                }
                _ => None,
            };
            match left {
                Some(entry) => outputs.left.push(entry.clone()),
                None => others.push((path, &output.job)),
            }
        }
        let made = others.into_par_iter().map(|(path, job)| Ok((path.to_owned(), Output::Bytes(self.script(job)?.into_bytes()))));
        outputs.made = made.collect::<Result<_, Box<Diagnostic>>>()?;
        Ok(outputs)
    }

    /// One script.
    ///
    /// # Errors
    /// Those of pages that were not rendered before.
    pub(crate) fn script(&self, job: &Job) -> Result<String, Box<Diagnostic>> {
        match job {
            Job::SearchShard(year) => self.shard(*year),
            _ => Ok(self.index()),
        }
    }

    fn shard(&self, year: Option<FiscalYear>) -> Result<String, Box<Diagnostic>> {
        let paths: Vec<(String, SitePage)> = self.pages_of(year).collect();
        let texts: Result<Vec<SearchText>, Box<Diagnostic>> = paths.par_iter().map(|(path, page)| self.text_of(path, *page)).collect();
        Ok(search::shard(year.map(FiscalYear::number), &texts?))
    }

    fn text_of(&self, path: &str, page: SitePage) -> Result<SearchText, Box<Diagnostic>> {
        match self.texts.lock().unwrap_or_else(PoisonError::into_inner).remove(path) {
            Some(text) => Ok(text),
            None => self.read(path, |html| SearchText::new(&self.searched.page(page, html))),
        }
    }

    /// Renders a page, and reads it.
    fn read<T>(&self, path: &str, reading: impl FnOnce(&str) -> T) -> Result<T, Box<Diagnostic>> {
        let Output::Bytes(html) = render_job(self.planned, self.tree, path)? else { return Ok(reading("")) };
        Ok(reading(&String::from_utf8_lossy(&html)))
    }

    /// The years of the shards, in the order in which they answer.
    fn shards(&self) -> impl Iterator<Item = Option<FiscalYear>> + '_ {
        self.planned.site.years.iter().rev().map(|year| Some(year.fiscal_year)).chain([None])
    }

    /// What all shards share, made without the texts.
    fn index(&self) -> String {
        let shards: Vec<(Option<u16>, Vec<SearchText>)> = self
            .shards()
            .map(|year| {
                let texts = self.pages_of(year).map(|(_, page)| SearchText::new(&self.searched.outline(page))).collect();
                (year.map(FiscalYear::number), texts)
            })
            .collect();
        let listed = shards.iter().map(|(year, texts)| (*year, texts.as_slice()));
        let config = &self.planned.site.config;
        search::pages(listed, &search::known_abbreviations(config), &search::known_names(config))
    }

    /// Output path of each page of a shard, in the order of the site.
    fn pages_of(&self, year: Option<FiscalYear>) -> impl Iterator<Item = (String, SitePage)> + '_ {
        let site = &self.planned.site;
        let pages = site.site_pages().filter(move |page| search::is_searched(*page) && search::fiscal_year(site, *page) == year);
        pages.map(|page| (page.permalink(site).output(), page))
    }
}

/// Every page of the site as it is searched, newest year first, pages outside the years last.
///
/// # Errors
/// A page that cannot be rendered.
pub fn searched_pages(planned: &PlannedSite, tree: &SourceTree) -> Result<Vec<SearchedPage>, Box<Diagnostic>> {
    let files = SearchFiles::new(planned, tree);
    let pages: Vec<(String, SitePage)> = files.shards().flat_map(|year| files.pages_of(year)).collect();
    pages.par_iter().map(|(path, page)| files.read(path, |html| files.searched.page(*page, html))).collect()
}

fn searched_page(planned: &Planned) -> Option<SitePage> {
    match planned.job {
        Job::Page(page) if search::is_searched(page) => Some(page),
        _ => None,
    }
}

/// Path and hash of all outputs below the folder of a year, or outside all; the scripts aside.
fn of_year(manifest: &Manifest, year: Option<FiscalYear>) -> impl Iterator<Item = (&str, &str)> {
    let year_of = |path: &str| path.split_once('/').and_then(|(folder, _)| FiscalYear::parse(folder));
    let is_in = move |entry: &&ManifestEntry| year_of(&entry.path) == year && !entry.path.starts_with("search/");
    manifest.files.iter().filter(is_in).map(|entry| (entry.path.as_str(), entry.sha256.as_str()))
}
