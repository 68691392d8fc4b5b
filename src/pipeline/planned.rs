//! A site that can be rendered.

use std::sync::Arc;

use crate::attachment::Inspected;
use crate::diagnostics::Outcome;
use crate::plan::{self, Outputs};
use crate::record::Record;
use crate::render::Theme;
use crate::site::Site;

/// A site that can be rendered; the parts are shared with the preview's requests.
#[derive(Clone, Debug)]
pub struct PlannedSite {
    /// The assembled site.
    pub site: Arc<Site>,
    pub(crate) theme: Arc<Theme>,
    /// Outputs by path.
    pub outputs: Arc<Outputs>,
    /// Contents of the attachments, for search; empty before they are inspected.
    pub(crate) inspected: Arc<Inspected>,
}

impl PlannedSite {
    /// The same site with another record, planned anew: the first publication adds the history
    /// page.
    pub(crate) fn with(self, record: Record) -> PlannedSite {
        let site = Site { record: Arc::new(record), ..Site::clone(&self.site) };
        let Outcome(outputs, _) = plan::make(&site, self.theme.asset_paths());
        PlannedSite { site: Arc::new(site), outputs: Arc::new(outputs), ..self }
    }
}
