//! Construction of the address index.

use super::addresses::{key, looks};
use super::{Addresses, Permalink, Site};
use crate::base::RelPath;

impl Addresses {
    /// Index of everything that `site` publishes.
    pub(super) fn of(site: &Site) -> Addresses {
        let mut addresses = Addresses::default();
        for page in site.site_pages() {
            let permalink = page.permalink(site);
            addresses.pages.insert(permalink.clone(), page);
            addresses.add(permalink);
        }
        for page in site.written_pages() {
            addresses.add_file(&page.document.source, page.permalink.clone());
            for alias in page.document.front_matter.aliases.iter().filter_map(|alias| Permalink::alias(&alias.value, &site.config.base_url))
            {
                addresses.by_path.entry(key(alias.as_str()).to_owned()).or_insert_with(|| page.permalink.clone());
            }
        }
        for (source, home) in &site.unread {
            addresses.add_file(source, Permalink::of(home));
        }
        addresses.drafts = site.drafts.iter().map(|(draft, _)| draft.clone()).collect();
        for (at, attachment) in site.attachments.iter().enumerate() {
            let permalink = Permalink::file(&attachment.output);
            addresses.attachments.insert(permalink.clone(), at);
            addresses.by_folded_name.entry(looks(attachment.source.name())).or_insert_with(|| permalink.clone());
            addresses.add_file(&attachment.source, permalink);
        }
        addresses
    }

    fn add(&mut self, permalink: Permalink) {
        self.by_path.insert(key(permalink.as_str()).to_owned(), permalink);
    }

    fn add_file(&mut self, source: &RelPath, permalink: Permalink) {
        self.by_source.insert(source.clone(), permalink.clone());
        self.by_folded_source.insert(looks(source.as_str()), source.clone());
        self.add(permalink);
    }
}
