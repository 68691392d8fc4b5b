//! The map from paths to jobs.

use std::collections::BTreeMap;

use crate::base::{RelPath, url_of_file};
use crate::config::Host;
use crate::diagnostics::SourceSpan;
use crate::output::Manifest;
use crate::site::{PageId, Permalink};

/// Something that makes the bytes of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// The home page.
    Home,
    /// The list of a year, by its position in the site.
    Year(usize),
    /// A page of an item, its child, or an ordinary page.
    Page(PageId),
    /// The data of a page as JSON.
    PageData(PageId),
    /// A table of a page as CSV, by its name (`measures`).
    PageTable(PageId, &'static str),
    /// A subject across years, by its position in the site.
    Topic(usize),
    /// The list of ordinary pages.
    PageList,
    /// A page that leads from an old address to a new one.
    Redirect {
        /// The old address.
        from: Permalink,
        /// The new one.
        to: Permalink,
    },
    /// `history/`: what was published when.
    History,
    /// `history/history.yaml`: the log itself, for whoever checks it.
    HistoryLog,
    /// `404.html`.
    NotFound,
    /// `sitemap.xml`.
    Sitemap,
    /// `feed.xml`.
    Feed,
    /// `catalog.json`.
    Catalog,
    /// `.well-known/security.txt`.
    SecurityTxt,
    /// The file from which a host takes its response headers.
    Headers(Host),
    /// A file of the theme, by its path in the theme.
    Asset(String),
    /// A file of the content, as it is.
    Attachment(RelPath),
    /// What somebody signed about a publication, by its position in the site.
    Witness(usize),
}

/// A job and the source that asked for it, for messages about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// What to do.
    pub job: Job,
    /// The file, or the line of it, that asks for the output.
    pub origin: SourceSpan,
}

/// Every output by its path below the base.
#[derive(Clone, Debug, Default)]
pub struct Outputs(pub BTreeMap<String, Planned>);

impl Outputs {
    /// The job for a path.
    pub fn get(&self, path: &str) -> Option<&Planned> {
        self.0.get(path)
    }

    /// The outputs that have an address to be kept: pages, redirects and attachments, by the
    /// address below the base. Data, feeds and the theme's files follow from them; the history
    /// tells of the others and cannot tell of itself.
    pub fn urls(&self) -> impl Iterator<Item = (&str, &str, &Planned)> {
        use Job::{Attachment, Home, Page, PageList, Redirect, Topic, Year};
        let lasting = |job: &Job| matches!(job, Home | Year(_) | Page(_) | Topic(_) | PageList | Redirect { .. } | Attachment(_));
        self.iter().filter(move |(_, planned)| lasting(&planned.job)).map(|(path, planned)| (url_of_file(path), path, planned))
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
