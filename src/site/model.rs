//! The site.

use super::{Addresses, Page, SharedVec, Topic, Year};
use crate::base::RelPath;
use crate::catalogue::Catalogues;
use crate::config::Config;
use crate::content::front_matter::Assessment;
use crate::content::{Attachment, Route};
use crate::record::Record;
use crate::thai::FiscalYear;
use crate::witness::Witness;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything that will be published, each thing in its place. A copy of it costs little: what
/// grows with the site is shared.
#[derive(Clone, Debug)]
pub struct Site {
    /// The site file.
    pub config: Arc<Config>,
    /// Lists and subjects.
    pub catalogues: Arc<Catalogues>,
    /// Oldest first.
    pub years: Vec<Year>,
    /// Ordinary pages, in the order of their paths.
    pub pages: SharedVec<Page>,
    /// Subjects across years.
    pub topics: SharedVec<Topic>,
    /// Files published as they are.
    pub attachments: SharedVec<Attachment>,
    /// What others signed about publications.
    pub witnesses: SharedVec<Witness>,
    /// Published results by year.
    pub assessments: BTreeMap<FiscalYear, Assessment>,
    /// Where everything is.
    pub addresses: Arc<Addresses>,
    /// What was ever published.
    pub record: Arc<Record>,
    /// Drafts that were left out, for messages about links to them.
    pub drafts: SharedVec<(RelPath, Route)>,
    /// Files that are meant to be pages and are none, for a reason that has been reported: what
    /// they say is unknown, not missing.
    pub unread: SharedVec<(RelPath, Route)>,
}
