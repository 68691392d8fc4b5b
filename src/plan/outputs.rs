//! The map from paths to jobs.

use std::collections::BTreeMap;

use super::Job;
use crate::base::{RelPath, url_of_file};
use crate::diagnostics::SourceSpan;
use crate::output::Manifest;

/// A job and the source that asked for it, for messages about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    pub(crate) job: Job,
    /// The file, or the line of it, that asks for the output.
    pub(crate) origin: SourceSpan,
}

/// Every output by its path below the base.
#[derive(Clone, Debug, Default)]
pub struct Outputs(pub BTreeMap<String, Planned>);

impl Outputs {
    /// The job for a path.
    pub fn get(&self, path: &str) -> Option<&Planned> {
        self.0.get(path)
    }

    /// The outputs that have an address to be kept, by the address below the base.
    pub fn urls(&self) -> impl Iterator<Item = (&str, &str, &Planned)> {
        self.iter().filter(|(_, planned)| planned.job.traits().is_locked).map(|(path, planned)| (url_of_file(path), path, planned))
    }

    /// These addresses, each with the file that asks for it.
    pub fn sources(&self) -> impl Iterator<Item = (&str, &RelPath)> {
        self.urls().map(|(url, _, planned)| (url, &planned.origin.file))
    }

    /// The hashes that a manifest gives to these addresses.
    pub fn hashes(&self, manifest: &Manifest) -> BTreeMap<String, String> {
        let by_path: BTreeMap<&str, &str> = manifest.files.iter().map(|entry| (entry.path.as_str(), entry.sha256.as_str())).collect();
        self.urls().filter_map(|(url, path, _)| Some((url.to_owned(), (*by_path.get(path)?).to_owned()))).collect()
    }

    /// All outputs in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Planned)> {
        self.0.iter().map(|(path, planned)| (path.as_str(), planned))
    }
}
