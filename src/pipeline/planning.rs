//! State carried along the stages up to the plan: collects findings, measures times, stops between
//! two stages when interrupted, and in the preview falls back to the last good values.

use std::sync::Arc;

use super::draft::{Draft, Stale};
use super::planned::PlannedSite;
use super::preview_cache::PreviewCache;
use super::request::Request;
use crate::catalogue::Catalogues;
use crate::config::{CheckSettings, Config};
use crate::content::Content;
use crate::diagnostics::{Diagnostics, Outcome, Purpose};
use crate::error::Result;
use crate::plan::Outputs;
use crate::record::{self, Record};
use crate::render::Theme;
use crate::report::severity_policy::SeverityPolicy;
use crate::site::Site;
use crate::source::SourceTree;
use crate::timings::Stage;

/// State of a run up to the plan.
pub(super) struct Planning<'r> {
    request: &'r Request,
    tree: &'r SourceTree,
    found: Diagnostics,
    outdated: Stale,
    gate: SeverityPolicy,
}

impl<'r> Planning<'r> {
    pub(super) fn begin(request: &'r Request, tree: &'r SourceTree) -> Self {
        let gate = SeverityPolicy::new(CheckSettings::default(), request.purpose);
        Self { request, tree, found: tree.findings(), outdated: Stale::default(), gate }
    }

    /// Returns `None` if no site file can be used and there is no earlier one.
    pub(super) fn config(&mut self, config: Outcome<Option<Config>>, memory: &mut PreviewCache) -> Result<Option<Config>> {
        let config = config.into_value(&mut self.found);
        self.outdated.frame |= config.is_none();
        let Some(config) = config.or_else(|| memory.last_config.clone()) else { return Ok(None) };
        memory.last_config = Some(config.clone());
        let config = Config { base_url: self.request.base_url.clone().unwrap_or(config.base_url), ..config };
        self.gate = SeverityPolicy::new(config.checks.clone(), self.request.purpose);
        self.request.interrupt.check(&self.request.root)?;
        self.request.timings.lap(Stage::Config);
        Ok(Some(config))
    }

    pub(super) fn content(&mut self, content: Outcome<Content>, memory: &mut PreviewCache) -> Content {
        let mut content = content.into_value(&mut self.found);
        self.outdated.files = memory.documents.outdated();
        let results = memory.results_or_as_before(self.tree, &mut content, &self.found);
        self.outdated.frame |= results.is_some();
        self.outdated.files.extend(results);
        self.request.timings.lap(Stage::Content);
        content
    }

    pub(super) fn catalogues(&mut self, catalogues: Outcome<Catalogues>, memory: &mut PreviewCache) -> Catalogues {
        let (catalogues, broken) = catalogues.into_value(&mut self.found).or_as_before(&memory.last_catalogues);
        memory.last_catalogues = catalogues.clone();
        self.outdated.frame |= !broken.is_empty();
        self.outdated.files.extend(broken);
        catalogues
    }

    pub(super) fn theme(&mut self, theme: Outcome<Option<Arc<Theme>>>, memory: &mut PreviewCache) -> Option<Arc<Theme>> {
        let theme = theme.into_value(&mut self.found);
        self.outdated.frame |= theme.is_none();
        memory.last_theme = theme.or_else(|| memory.last_theme.clone());
        memory.last_theme.clone()
    }

    pub(super) fn record(&mut self, record: Outcome<Record>, config: &Config) -> Record {
        let record = record.into_value(&mut self.found);
        // A build for another base URL does not move the site.
        if self.request.base_url.is_none() || self.request.purpose == Purpose::Submission {
            self.found.extend(record::moved(config, &record));
        }
        self.request.timings.lap(Stage::Config);
        record
    }

    pub(super) fn site(&mut self, site: Outcome<Site>) -> Result<Arc<Site>> {
        let site = site.into_value(&mut self.found);
        self.request.interrupt.check(&self.request.root)?;
        self.request.timings.lap(Stage::Site);
        Ok(Arc::new(site))
    }

    pub(super) fn outputs(&mut self, outputs: Outcome<Outputs>) -> Arc<Outputs> {
        Arc::new(outputs.into_value(&mut self.found))
    }

    /// The draft without a configuration.
    pub(super) fn end_without_site(self) -> Draft {
        Draft { planned: None, outdated: self.outdated, site: None, found: self.found.into(), gate: self.gate }
    }

    pub(super) fn end(self, site: Arc<Site>, planned: Option<PlannedSite>) -> Draft {
        self.request.timings.lap(Stage::Plan);
        Draft { planned, site: Some(site), ..self.end_without_site() }
    }
}
