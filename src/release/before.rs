//! The previous publication, as far as the output folder still contains it.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::base::file_of_url;
use crate::output::{ManifestEntry, OldSite, Session};
use crate::pipeline::PlannedSite;
use crate::plan::{Job, MadeFrom};
use crate::record::{Changes, Record};
use crate::release::{Summary, UrlState};
use crate::render;
use crate::source::SourceTree;

/// The last publication.
#[derive(Debug)]
pub(super) struct PreviousRelease {
    /// The records at that time.
    pub(super) record: Record,
    /// URL → SHA-256.
    published: BTreeMap<String, String>,
    folder: Arc<OldSite>,
}

impl PreviousRelease {
    pub(super) fn of(record: Record, session: &Session) -> PreviousRelease {
        let published = record.history.published().into_iter().map(|(url, hash)| (url.to_owned(), hash.clone())).collect();
        PreviousRelease { record, published, folder: session.old_site() }
    }

    /// The file of a URL in the folder, if it is the published one: the folder may have been
    /// rebuilt since.
    fn entry(&self, url: &str) -> Option<&ManifestEntry> {
        self.folder.entry(&file_of_url(url)).filter(|entry| self.published.get(url) == Some(&entry.sha256))
    }

    /// True if the source of a page is unchanged since its publication.
    pub(super) fn is_as_typed(&self, planned: &PlannedSite, tree: &SourceTree, url: &str) -> bool {
        let before = self.entry(url).and_then(|entry| entry.source_sha256.as_deref());
        let now = planned.outputs.get(&file_of_url(url)).and_then(|output| tree.text(output.origin.file.as_str()));
        before.zip(now).is_some_and(|(before, now)| now.says_what_was_hashed(before))
    }

    /// Summarises `changes` against the last publication; `None` if there was none.
    pub(super) fn summary(&self, planned: &PlannedSite, changes: &Changes) -> Option<Summary> {
        let before = |url: &str| self.state(planned, url);
        (!self.published.is_empty()).then(|| Summary::of(changes, before, |url| state_now(planned, url)))
    }

    fn state(&self, planned: &PlannedSite, url: &str) -> Option<UrlState> {
        let entry = self.entry(url)?;
        let Some(folder) = entry.path.strip_suffix("index.html") else { return Some(UrlState::File(entry.size)) };
        let data = format!("{folder}index.json");
        if self.folder.entry(&data).is_some() {
            return serde_json::from_slice(&self.folder.bytes(&data)?).ok().map(UrlState::Page);
        }
        // A redirect page has the source of its target page, and no data at its own address.
        let redirect = planned.outputs.get(&entry.path).filter(|now| entry.source.as_deref() == Some(now.origin.file.as_str()));
        match redirect.map(|now| &now.job) {
            Some(Job::Redirect { to, .. }) => Some(UrlState::Redirect(to.path())),
            Some(_) | None => Some(UrlState::Overview),
        }
    }
}

fn state_now(planned: &PlannedSite, url: &str) -> UrlState {
    let site = &planned.site;
    let Some(output) = planned.outputs.get(&file_of_url(url)) else { return UrlState::Overview };
    if let Job::Redirect { to, .. } = &output.job {
        return UrlState::Redirect(to.path());
    }
    match output.job.traits().made_from {
        MadeFrom::Document(id) => site.page(id).map_or(UrlState::Overview, |page| {
            UrlState::Page(serde_json::from_str(&render::machine::page_data(site, page)).unwrap_or(Value::Null))
        }),
        MadeFrom::File => {
            let attachment = site.addresses.made_from(&output.origin.file).and_then(|permalink| site.attachment(permalink));
            UrlState::File(attachment.map_or(0, |attachment| attachment.size))
        }
        MadeFrom::Site | MadeFrom::Facts | MadeFrom::Pages | MadeFrom::Line => UrlState::Overview,
    }
}
