//! The map from output paths to jobs.

use std::collections::BTreeMap;

use super::{Job, MadeFrom};
use crate::base::{RelPath, url_of_file};
use crate::diagnostics::SourceSpan;
use crate::output::Manifest;
use crate::site::{PageId, SitePage};

/// A job and its origin for messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    pub(crate) job: Job,
    /// The file or line that requests the output.
    pub(crate) origin: SourceSpan,
}

/// All outputs by path below the base URL.
#[derive(Clone, Debug, Default)]
pub struct Outputs(pub BTreeMap<String, Planned>);

impl Outputs {
    /// The job for a path.
    pub fn get(&self, path: &str) -> Option<&Planned> {
        self.0.get(path)
    }

    /// Outputs with a permanent address: URL below the base, path and job.
    pub fn urls(&self) -> impl Iterator<Item = (&str, &str, &Planned)> {
        self.iter().filter(|(_, planned)| planned.job.traits().is_locked).map(|(path, planned)| (url_of_file(path), path, planned))
    }

    /// The same URLs with their source files.
    pub fn sources(&self) -> impl Iterator<Item = (&str, &RelPath)> {
        self.urls().map(|(url, _, planned)| (url, &planned.origin.file))
    }

    /// SHA-256 of the same URLs from a manifest.
    pub fn hashes(&self, manifest: &Manifest) -> BTreeMap<String, String> {
        let by_path: BTreeMap<&str, &str> = manifest.files.iter().map(|entry| (entry.path.as_str(), entry.sha256.as_str())).collect();
        self.urls().filter_map(|(url, path, _)| Some((url.to_owned(), (*by_path.get(path)?).to_owned()))).collect()
    }

    /// Those of `wanted` that are made before the texts of the pages are known: paths that are made
    /// together, ordered by the first. Those are a page and the tables of its text.
    pub fn made_together(&self, wanted: impl Fn(&Planned) -> bool) -> Vec<Vec<&str>> {
        let mut tables: BTreeMap<PageId, Vec<&str>> = BTreeMap::new();
        let mut firsts = Vec::new();
        for (path, planned) in self.iter() {
            match planned.job {
                Job::TextTable(id, _) => tables.entry(id).or_default().push(path),
                _ if planned.job.traits().made_from != MadeFrom::Pages && wanted(planned) => firsts.push((path, &planned.job)),
                _ => {}
            }
        }
        let mut tables_of = |job: &Job| if let Job::Page(SitePage::Written(id)) = job { tables.remove(id) } else { None };
        let pages = firsts.into_iter().map(|(path, job)| std::iter::once(path).chain(tables_of(job).into_iter().flatten()).collect());
        let mut all: Vec<Vec<&str>> = pages.collect();
        // Tables of a page that is not planned itself.
        all.extend(tables.into_values().flatten().map(|path| vec![path]));
        all
    }

    /// All outputs, ordered by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Planned)> {
        self.0.iter().map(|(path, planned)| (path.as_str(), planned))
    }
}
