//! The scripts of the search page: made from the rendered pages, so that what a page shows is found.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::planned::PlannedSite;
use super::render_job::{render_job, render_together};
use crate::diagnostics::Diagnostic;
use crate::output::{Manifest, ManifestEntry, Output, PreviousBuild};
use crate::plan::{Job, MadeFrom, Planned};
use crate::search::{self, SearchText, SearchedPage, SearchedSite};
use crate::site::{Permalink, SearchShard, SitePage};
use crate::source::SourceTree;

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

    /// Renders outputs that are [made together](crate::plan::Outputs::made_together), and keeps the
    /// text of a page that is searched.
    ///
    /// # Errors
    /// A template error, or a page over its limits.
    pub(crate) fn render(&self, paths: &[&str]) -> Result<Vec<Output>, Box<Diagnostic>> {
        let Some(path) = paths.first() else { return Ok(Vec::new()) };
        let outputs = render_together(self.planned, self.tree, paths)?;
        let page = self.planned.outputs.get(path).and_then(searched_page);
        if let (Some(page), Some(Output::Text(html))) = (page, outputs.first()) {
            let text = SearchText::new(&self.searched.page(page, html));
            self.texts.lock().unwrap_or_else(PoisonError::into_inner).insert((*path).to_owned(), text);
        }
        Ok(outputs)
    }

    /// All scripts. Those of an `earlier` build with the same surroundings are left if no page of
    /// theirs changed.
    ///
    /// # Errors
    /// Those of pages that were not rendered before.
    pub(crate) fn outputs(&self, earlier: Option<&PreviousBuild>, now: &Manifest) -> Result<SearchOutputs, Box<Diagnostic>> {
        let shards = self.planned.site.search_shards();
        let pages_of = |shard: &SearchShard| shards.iter().find(|(known, _)| known == shard).map_or(&[][..], |(_, pages)| pages);
        let unchanged = earlier.map(|earlier| UnchangedOutputs { earlier, now }).filter(|unchanged| unchanged.have_same_paths());
        let mut outputs = SearchOutputs::default();
        let mut others: Vec<(&str, &Job)> = Vec::new();
        for (path, output) in self.planned.outputs.iter().filter(|(_, output)| output.job.traits().made_from == MadeFrom::Pages) {
            let left = match (&output.job, &unchanged) {
                (Job::SearchShard(shard), Some(unchanged)) => unchanged.script(path, self.searched_outputs(pages_of(shard))),
                _ => None,
            };
            match left {
                Some(entry) => outputs.left.push(entry.clone()),
                None => others.push((path, &output.job)),
            }
        }
        let script = |(path, job): (&str, &Job)| {
            let text = match job {
                Job::SearchShard(shard) => self.shard(*shard, pages_of(shard), unchanged.as_ref())?,
                _ => self.index(),
            };
            Ok((path.to_owned(), Output::Text(text)))
        };
        outputs.made = others.into_par_iter().map(script).collect::<Result<_, Box<Diagnostic>>>()?;
        Ok(outputs)
    }

    /// One script.
    ///
    /// # Errors
    /// Those of pages that were not rendered before.
    pub(crate) fn script(&self, job: &Job) -> Result<String, Box<Diagnostic>> {
        match job {
            Job::SearchShard(shard) => self.shard(*shard, &self.planned.site.pages_of_shard(*shard), None),
            _ => Ok(self.index()),
        }
    }

    fn shard(&self, shard: SearchShard, pages: &[SitePage], unchanged: Option<&UnchangedOutputs>) -> Result<String, Box<Diagnostic>> {
        let texts: Result<Vec<SearchText>, Box<Diagnostic>> = pages.par_iter().map(|page| self.text_of(*page, unchanged)).collect();
        Ok(search::shard(&shard.name(), &texts?))
    }

    fn text_of(&self, page: SitePage, unchanged: Option<&UnchangedOutputs>) -> Result<SearchText, Box<Diagnostic>> {
        let path = page.permalink(&self.planned.site).output();
        if let Some(text) = self.texts.lock().unwrap_or_else(PoisonError::into_inner).remove(&path) {
            return Ok(text);
        }
        let text = |html: &str| SearchText::new(&self.searched.page(page, html));
        match unchanged.and_then(|unchanged| unchanged.html(&path)) {
            Some(html) => Ok(text(&html)),
            None => self.read(&path, text),
        }
    }

    /// Renders a page, and reads it.
    fn read<T>(&self, path: &str, reading: impl FnOnce(&str) -> T) -> Result<T, Box<Diagnostic>> {
        let Output::Text(html) = render_job(self.planned, self.tree, path)? else { return Ok(reading("")) };
        Ok(reading(&html))
    }

    /// What all shards share, made without the texts.
    fn index(&self) -> String {
        let shards: Vec<(SearchShard, Vec<SearchText>)> = self
            .planned
            .site
            .search_shards()
            .into_iter()
            .map(|(shard, pages)| (shard, pages.into_iter().map(|page| SearchText::new(&self.searched.outline(page))).collect()))
            .collect();
        let config = &self.planned.site.config;
        search::pages(&shards, &search::known_abbreviations(config), &search::known_names(config))
    }

    /// Paths of the outputs whose text is in the shard of `pages`: theirs, and the files in their
    /// folders.
    fn searched_outputs(&self, pages: &[SitePage]) -> impl Iterator<Item = String> {
        pages.iter().flat_map(|page| {
            let files = self.searched.paths_of_files(*page).map(str::to_owned);
            std::iter::once(page.permalink(&self.planned.site).output()).chain(files)
        })
    }
}

/// Outputs of an earlier build that this build has too.
struct UnchangedOutputs<'a> {
    earlier: &'a PreviousBuild,
    now: &'a Manifest,
}

impl<'a> UnchangedOutputs<'a> {
    /// True if no output came or went, so that each shard has the pages and files that it had.
    fn have_same_paths(&self) -> bool {
        let paths = |manifest: &'a Manifest| manifest.paths().filter(|path| !path.starts_with(Permalink::search().as_str()));
        let now: BTreeSet<&str> = paths(self.now).collect();
        paths(self.earlier.site().manifest()).eq(now)
    }

    fn has(&self, path: &str) -> bool {
        let hash = |manifest: &'a Manifest| manifest.entry(path).map(|entry| entry.sha256.as_str());
        hash(self.now).is_some_and(|now| hash(self.earlier.site().manifest()) == Some(now))
    }

    /// The script at `path`, if its file and all outputs whose texts it has are the same.
    fn script(&self, path: &str, mut outputs: impl Iterator<Item = String>) -> Option<&'a ManifestEntry> {
        self.earlier.output(path).filter(|_| outputs.all(|output| self.has(&output)))
    }

    /// A page.
    fn html(&self, path: &str) -> Option<String> {
        self.has(path).then(|| self.earlier.site().bytes(path))?.and_then(|bytes| String::from_utf8(bytes).ok())
    }
}

/// Every page of the site as it is searched, newest year first, pages outside the years last.
///
/// # Errors
/// A page that cannot be rendered.
pub fn searched_pages(planned: &PlannedSite, tree: &SourceTree) -> Result<Vec<SearchedPage>, Box<Diagnostic>> {
    let files = SearchFiles::new(planned, tree);
    let pages: Vec<SitePage> = planned.site.search_shards().into_iter().flat_map(|(_, pages)| pages).collect();
    let read = |page: &SitePage| files.read(&page.permalink(&planned.site).output(), |html| files.searched.page(*page, html));
    pages.par_iter().map(read).collect()
}

fn searched_page(planned: &Planned) -> Option<SitePage> {
    match planned.job {
        Job::Page(page) if page.is_searched() => Some(page),
        _ => None,
    }
}
