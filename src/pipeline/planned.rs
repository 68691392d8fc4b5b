//! A site that can be rendered.

use std::sync::Arc;

use crate::attachment::Inspected;
use crate::diagnostics::Outcome;
use crate::plan::{self, Outputs};
use crate::record::Record;
use crate::render::{LineBreaks, SiteRenderer, Theme};
use crate::site::Site;

/// A site that can be rendered; the parts are shared with the preview's requests.
#[derive(Clone, Debug)]
pub struct PlannedSite {
    /// The assembled site.
    pub site: Arc<Site>,
    pub(crate) theme: Arc<Theme>,
    /// Those of the site.
    pub(crate) breaks: Arc<LineBreaks>,
    /// Outputs by path.
    pub outputs: Arc<Outputs>,
    /// Contents of the attachments, for search; empty before they are inspected.
    pub(crate) inspected: Arc<Inspected>,
}

impl PlannedSite {
    /// A site whose attachments are not inspected yet.
    pub(super) fn new(site: &Arc<Site>, theme: Arc<Theme>, outputs: Arc<Outputs>) -> Self {
        let breaks = Arc::new(LineBreaks::of(&site.config));
        Self { site: Arc::clone(site), theme, breaks, outputs, inspected: Arc::default() }
    }

    /// Renders its pages.
    pub(super) fn renderer(&self) -> SiteRenderer<'_> {
        SiteRenderer { site: &self.site, theme: &self.theme, breaks: &self.breaks }
    }

    /// The same site with another record, planned anew: the first publication adds the history
    /// page.
    pub(crate) fn with(self, record: Record) -> PlannedSite {
        let site = Site { record: Arc::new(record), ..Site::clone(&self.site) };
        let Outcome(outputs, _) = plan::make(&site, self.theme.asset_paths(), self.theme.item_pictures());
        PlannedSite { site: Arc::new(site), outputs: Arc::new(outputs), ..self }
    }
}
