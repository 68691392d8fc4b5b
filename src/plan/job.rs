//! The job that produces one output file, and its properties for the other stages.

use crate::base::RelPath;
use crate::config::Host;
use crate::site::{PageId, Permalink, SearchShard, SitePage};

/// The job that produces one output file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// A page with its own address.
    Page(SitePage),
    /// A redirect page from an old address to a new one.
    Redirect {
        /// The old address.
        from: Permalink,
        /// The new one.
        to: Permalink,
    },
    /// `404.html`.
    NotFound,
    /// The data of a page as JSON (`index.json`).
    PageData(PageId),
    /// A table of a page as CSV, by its name (`measures`).
    PageTable(PageId, &'static str),
    /// A table in the text of a page as CSV, counted from 1.
    TextTable(PageId, usize),
    /// The picture of links to the page of an item (`og-image.png`).
    SharePicture(PageId),
    /// `history/history.yaml`: the history log itself, for verification.
    HistoryLog,
    /// `sitemap.xml`.
    Sitemap,
    /// The texts of some pages, as a script for the search page.
    SearchShard(SearchShard),
    /// What the search page knows before it has a shard.
    SearchIndex,
    /// `feed.xml`.
    Feed,
    /// `catalog.json`.
    Catalog,
    /// `robots.txt`.
    Robots,
    /// `.well-known/security.txt`.
    SecurityTxt,
    /// The file from which a web host reads its response headers.
    Headers(Host),
    /// A file of the theme, by its path in the theme.
    Asset(String),
    /// A content file, copied verbatim.
    Attachment(RelPath),
    /// A witness file (a signed statement about a publication), by its index in the site.
    Witness(usize),
}

/// The pictures that networks show beside links to items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemPictures {
    /// One for each item, with its code and year.
    Drawn,
    /// The one picture of the theme.
    OfTheme,
}

/// Properties of an output for the stages after the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutputTraits {
    /// True if rendered by a template as HTML.
    pub(crate) is_html: bool,
    /// True if the preview adds its bar and reloads it after an edit.
    pub(crate) has_bar: bool,
    /// True if its address is kept permanently (`urls.lock`). Data, feeds and theme files are
    /// derived and not locked.
    pub(crate) is_locked: bool,
    /// True if the sitemap lists it, once other pages link to it.
    pub(crate) is_in_site_map: bool,
    /// True if it contains the hashes of all others and is written after them.
    pub(crate) is_made_last: bool,
    /// The sources it depends on.
    pub(crate) made_from: MadeFrom,
}

/// The sources that an output depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MadeFrom {
    /// Any source of the site.
    Site,
    /// What pages show of other documents ([`CrossPageFacts`](crate::site::CrossPageFacts)), and the
    /// frame common to all pages.
    Facts,
    /// The texts of rendered pages.
    Pages,
    /// The document of this page, and the facts that other pages contribute to it.
    Document(PageId),
    /// One line of a file, and the frame common to all pages.
    Line,
    /// One file, copied verbatim.
    File,
}

/// Defaults for pages.
const PAGE: OutputTraits =
    OutputTraits { is_html: true, has_bar: true, is_locked: true, is_in_site_map: true, is_made_last: false, made_from: MadeFrom::Site };

/// Defaults for files derived from the pages.
const FILE: OutputTraits = OutputTraits {
    is_html: false,
    has_bar: false,
    is_locked: false,
    is_in_site_map: false,
    is_made_last: false,
    made_from: MadeFrom::Site,
};

impl Job {
    /// The properties of the output. No other code derives them from the kind of job.
    pub fn traits(&self) -> OutputTraits {
        match self {
            Job::Page(SitePage::Home | SitePage::Search) => PAGE,
            Job::Page(SitePage::Year(_) | SitePage::Topic(_) | SitePage::PageList | SitePage::TopicList) => {
                OutputTraits { made_from: MadeFrom::Facts, ..PAGE }
            }
            Job::Page(SitePage::Written(id)) => OutputTraits { made_from: MadeFrom::Document(*id), ..PAGE },
            // It lists the hashes of the others and cannot contain its own.
            Job::Page(SitePage::History) => OutputTraits { is_locked: false, is_in_site_map: false, is_made_last: true, ..PAGE },
            Job::Redirect { .. } => OutputTraits { has_bar: false, is_in_site_map: false, made_from: MadeFrom::Line, ..PAGE },
            // Hosts serve it at any address; it has none.
            Job::NotFound => OutputTraits { is_locked: false, is_in_site_map: false, made_from: MadeFrom::Facts, ..PAGE },
            Job::PageData(id) | Job::PageTable(id, _) | Job::TextTable(id, _) => {
                OutputTraits { made_from: MadeFrom::Document(*id), ..FILE }
            }
            Job::SharePicture(_) => OutputTraits { made_from: MadeFrom::Facts, ..FILE },
            Job::HistoryLog => OutputTraits { is_made_last: true, ..FILE },
            Job::SearchShard(_) | Job::SearchIndex => OutputTraits { made_from: MadeFrom::Pages, ..FILE },
            Job::Sitemap | Job::Feed | Job::Catalog | Job::Robots | Job::SecurityTxt | Job::Headers(_) | Job::Asset(_) => FILE,
            Job::Attachment(_) => OutputTraits { is_locked: true, made_from: MadeFrom::File, ..FILE },
            Job::Witness(_) => OutputTraits { made_from: MadeFrom::File, ..FILE },
        }
    }

    /// The page whose document it depends on.
    pub fn document(&self) -> Option<PageId> {
        match self.traits().made_from {
            MadeFrom::Document(id) => Some(id),
            MadeFrom::Site | MadeFrom::Facts | MadeFrom::Pages | MadeFrom::Line | MadeFrom::File => None,
        }
    }
}
