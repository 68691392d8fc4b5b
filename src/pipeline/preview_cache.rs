//! Values that a preview keeps between generations; every run starts with the documents of the store.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{ASSESSMENTS_FILE, RelPath};
use crate::catalogue::Catalogues;
use crate::config::Config;
use crate::content::front_matter::Assessment;
use crate::content::{self, Content};
use crate::diagnostics::{Diagnostics, Outcome};
use crate::memoized::Memoized;
use crate::render::{self, Theme};
use crate::source::SourceTree;
use crate::thai;
use crate::unforeseen::{self, Activity};

type FoundCatalogues = Outcome<Catalogues>;
type FoundTheme = Outcome<Option<Arc<Theme>>>;

/// Results of pure stages with the hash of their inputs, so that the preview recomputes only what
/// has changed, and the last good values.
#[derive(Debug, Default)]
pub struct PreviewCache {
    pub(super) documents: content::ParseCache,
    catalogues: Memoized<FoundCatalogues>,
    theme: Memoized<FoundTheme>,
    pub(super) last_config: Option<Config>,
    pub(super) last_catalogues: Catalogues,
    last_assessments: BTreeMap<thai::FiscalYear, Assessment>,
    pub(super) last_theme: Option<Arc<Theme>>,
}

impl PreviewCache {
    /// The documents that an earlier run parsed; nothing is a last good value yet.
    pub fn with_documents(documents: content::ParseCache) -> Self {
        Self { documents, ..Self::default() }
    }

    /// The parsed documents.
    pub fn documents(&self) -> &content::ParseCache {
        &self.documents
    }

    /// Keeps the last assessments while their file is empty or faulty and lacks some of them.
    /// Returns the file in that case.
    pub(super) fn results_or_as_before(&mut self, tree: &SourceTree, content: &mut Content, found: &Diagnostics) -> Option<RelPath> {
        let is_empty = tree.text(ASSESSMENTS_FILE).is_some_and(|file| file.text.is_empty());
        let file = RelPath::new(ASSESSMENTS_FILE).filter(|file| is_empty || found.count_in(file) > 0);
        let is_lost = |year| !content.assessments.contains_key(year);
        let outdated = file.filter(|_| self.last_assessments.keys().any(is_lost));
        match outdated {
            Some(_) => content.assessments = self.last_assessments.clone(),
            None => self.last_assessments = content.assessments.clone(),
        }
        outdated
    }

    /// The catalogues of `years` and the theme, each with its findings. Computed in parallel: both
    /// take time to load compiled-in data, and neither depends on the other.
    pub(super) fn catalogues_and_theme(
        &mut self,
        tree: &SourceTree,
        config: &Config,
        years: &[thai::FiscalYear],
    ) -> (FoundCatalogues, FoundTheme) {
        let are_of = tree.hash_below("content/catalogues/", years.iter().map(ToString::to_string));
        let PreviewCache { catalogues, theme, .. } = self;
        rayon::join(|| catalogues.get_or_compute(are_of, || Catalogues::read(tree, years)), || known_or_loaded(theme, tree, config))
    }

    /// The theme of a source tree, with its findings.
    pub(super) fn theme(&mut self, tree: &SourceTree, config: &Config) -> FoundTheme {
        known_or_loaded(&mut self.theme, tree, config)
    }
}

fn known_or_loaded(known: &mut Memoized<FoundTheme>, tree: &SourceTree, config: &Config) -> FoundTheme {
    let is_of = tree.hash_below("themes/", config.theme.iter().map(|name| format!("{} {}", name.value, name.span.start)));
    known.get_or_compute(is_of, || {
        let folder = format!("themes/{}/", config.theme.as_ref().map_or(render::DEFAULT, |name| &name.value));
        let theme = unforeseen::at(&folder, Activity::Reading, || Theme::load(tree, config.theme.as_ref()));
        theme.map(|theme| theme.map(Arc::new))
    })
}
