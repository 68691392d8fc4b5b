//! The assembled site.

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

/// Everything to be published, by kind. Cloning is cheap: large collections are shared.
#[derive(Clone, Debug)]
pub struct Site {
    /// Configuration from the site file.
    pub config: Arc<Config>,
    pub(crate) catalogues: Arc<Catalogues>,
    /// Fiscal years, oldest first.
    pub years: Vec<Year>,
    /// Ordinary pages, sorted by path.
    pub(crate) pages: SharedVec<Page>,
    /// Topics: subjects across years.
    pub(crate) topics: SharedVec<Topic>,
    /// Files published unchanged.
    pub attachments: SharedVec<Attachment>,
    /// Third-party signatures over publications.
    pub(crate) witnesses: SharedVec<Witness>,
    /// Published assessment results by year.
    pub(crate) assessments: BTreeMap<FiscalYear, Assessment>,
    pub(crate) addresses: Arc<Addresses>,
    /// Publication record: URLs and history.
    pub(crate) record: Arc<Record>,
    /// Excluded drafts and their attachments, for diagnostics about links to them.
    pub(crate) drafts: SharedVec<(RelPath, Route)>,
    /// Files of pages that could not be parsed or placed, which has been reported; checks must not
    /// report their content as missing.
    pub(crate) unread: SharedVec<(RelPath, Route)>,
}
