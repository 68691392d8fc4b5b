//! What makes the bytes of one file, and what all stages ask about it.

use crate::base::RelPath;
use crate::config::Host;
use crate::site::{PageId, Permalink, SitePage};

/// Something that makes the bytes of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// A page with an address of its own.
    Page(SitePage),
    /// A page that leads from an old address to a new one.
    Redirect {
        /// The old address.
        from: Permalink,
        /// The new one.
        to: Permalink,
    },
    /// `404.html`.
    NotFound,
    /// The data of a page as JSON.
    PageData(PageId),
    /// A table of a page as CSV, by its name (`measures`).
    PageTable(PageId, &'static str),
    /// `history/history.yaml`: the log itself, for whoever checks it.
    HistoryLog,
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

/// What an output is, for the stages after the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutputTraits {
    /// Whether a template makes it, as HTML.
    pub(crate) is_html: bool,
    /// Whether the preview shows it with its bar, and loads it again after an edit.
    pub(crate) has_bar: bool,
    /// Whether its address is kept for ever (`urls.lock`). Data, feeds and the theme's files follow
    /// from what is.
    pub(crate) is_locked: bool,
    /// Whether the site map names it, as soon as other pages lead to it.
    pub(crate) is_in_site_map: bool,
    /// Whether it tells the hashes of all others: it is written after them.
    pub(crate) is_made_last: bool,
    /// The sources that it changes with.
    pub(crate) made_from: MadeFrom,
}

/// The sources that an output changes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MadeFrom {
    /// Any of the site.
    Site,
    /// The document of this page, and what others say of themselves on it.
    Document(PageId),
    /// A line of one file, and what is around every page.
    Line,
    /// One file, as it is.
    File,
}

/// A page with all that pages have.
const PAGE: OutputTraits =
    OutputTraits { is_html: true, has_bar: true, is_locked: true, is_in_site_map: true, is_made_last: false, made_from: MadeFrom::Site };

/// A file that follows from the pages.
const FILE: OutputTraits = OutputTraits {
    is_html: false,
    has_bar: false,
    is_locked: false,
    is_in_site_map: false,
    is_made_last: false,
    made_from: MadeFrom::Site,
};

impl Job {
    /// What it is. Nothing else decides this by the kind of a job.
    pub fn traits(&self) -> OutputTraits {
        match self {
            Job::Page(SitePage::Home | SitePage::Year(_) | SitePage::Topic(_) | SitePage::PageList) => PAGE,
            Job::Page(SitePage::Written(id)) => OutputTraits { made_from: MadeFrom::Document(*id), ..PAGE },
            // It tells of the others and cannot tell of itself.
            Job::Page(SitePage::History) => OutputTraits { is_locked: false, is_in_site_map: false, is_made_last: true, ..PAGE },
            Job::Redirect { .. } => OutputTraits { has_bar: false, is_in_site_map: false, made_from: MadeFrom::Line, ..PAGE },
            // Hosts show it at any address; it has none of its own.
            Job::NotFound => OutputTraits { is_locked: false, is_in_site_map: false, ..PAGE },
            Job::PageData(id) | Job::PageTable(id, _) => OutputTraits { made_from: MadeFrom::Document(*id), ..FILE },
            Job::HistoryLog => OutputTraits { is_made_last: true, ..FILE },
            Job::Sitemap | Job::Feed | Job::Catalog | Job::SecurityTxt | Job::Headers(_) | Job::Asset(_) => FILE,
            Job::Attachment(_) => OutputTraits { is_locked: true, made_from: MadeFrom::File, ..FILE },
            Job::Witness(_) => OutputTraits { made_from: MadeFrom::File, ..FILE },
        }
    }

    /// The page whose document it is made from.
    pub fn document(&self) -> Option<PageId> {
        match self.traits().made_from {
            MadeFrom::Document(id) => Some(id),
            MadeFrom::Site | MadeFrom::Line | MadeFrom::File => None,
        }
    }
}
