//! Plans the outputs of a site.

use std::collections::BTreeMap;

use super::lost::lost_urls;
use super::{ItemPictures, Job, Outputs, Planned};
use crate::base::{HISTORY_OF_SITE, RelPath, SITE_FILE};
use crate::content::{table_names, text_table_name};
use crate::diagnostics::{Diagnostic, Diagnostics, Outcome, SourceSpan};
use crate::site::{Page, PageId, Permalink, Site, SitePage};
use crate::slice::slice;
use crate::thai::folded;

/// Written by the output stage.
const RESERVED: [&str; 2] = [crate::base::MANIFEST, crate::base::CHECKSUMS];

/// Reserved folders for generated files: theme files and search.
const OWN_FOLDERS: [&str; 2] = ["assets", "search"];

/// Plans every output of `site`; `assets` are the output paths of the theme's files.
pub fn make<'a>(site: &Site, assets: impl IntoIterator<Item = &'a str>, pictures: ItemPictures) -> Outcome<Outputs> {
    let longest = site.config.limits.path;
    let mut plan = Plan { outputs: BTreeMap::new(), folded: BTreeMap::new(), longest, pictures, diagnostics: Diagnostics::new() };
    let Some(site_file) = RelPath::new(SITE_FILE) else { return Outcome(Outputs::default(), plan.diagnostics) };
    let origin = SourceSpan::file(&site_file);
    for path in RESERVED {
        plan.folded.insert(folded(path), (path.to_owned(), origin.clone()));
    }
    plan.pages_of_site(site, &origin);
    plan.add("404.html".to_owned(), Job::NotFound, &origin);
    plan.add("sitemap.xml".to_owned(), Job::Sitemap, &origin);
    plan.search(site, &origin);
    plan.add("feed.xml".to_owned(), Job::Feed, &origin);
    plan.add("catalog.json".to_owned(), Job::Catalog, &origin);
    plan.add("robots.txt".to_owned(), Job::Robots, &origin);
    if site.config.security.is_some() {
        plan.add(".well-known/security.txt".to_owned(), Job::SecurityTxt, &origin);
    }
    for host in &site.config.headers {
        plan.add(host.file().to_owned(), Job::Headers(*host), &origin);
    }
    for asset in assets {
        plan.add(asset.to_owned(), Job::Asset(asset.to_owned()), &origin);
    }
    for id in site.page_ids() {
        plan.page(site, id, &origin);
    }
    for attachment in &site.attachments {
        plan.add(attachment.output.clone(), Job::Attachment(attachment.source.clone()), &SourceSpan::file(&attachment.source));
    }
    for (at, witness) in site.witnesses.iter().enumerate() {
        plan.add(witness.output(), Job::Witness(at), &SourceSpan::file(&witness.source));
    }
    plan.aliases(site);
    plan.files_that_are_folders();
    let outputs = Outputs(plan.outputs);
    plan.diagnostics.append(lost_urls(site, &outputs));
    Outcome(outputs, plan.diagnostics)
}

struct Plan {
    outputs: BTreeMap<String, Planned>,
    /// Paths folded as on the least strict host, to detect collisions.
    folded: BTreeMap<String, (String, SourceSpan)>,
    longest: usize,
    pictures: ItemPictures,
    diagnostics: Diagnostics,
}

impl Plan {
    fn add(&mut self, path: String, job: Job, origin: &SourceSpan) {
        // Maximum name length of common file systems, in bytes.
        const LONGEST_NAME: usize = 255;
        if path.len() > self.longest || path.split('/').any(|name| name.len() > LONGEST_NAME) {
            let diagnostic =
                Diagnostic::new("path-too-long", origin.clone()).with("path", &path).with("size", path.len()).with("limit", self.longest);
            self.diagnostics.push(diagnostic);
            return;
        }
        let folder = path.split_once('/').map(|(folder, _)| folded(folder)).unwrap_or_default();
        if origin.file.as_str() != SITE_FILE && OWN_FOLDERS.contains(&folder.as_str()) {
            let diagnostic = Diagnostic::new("output-collision", origin.clone()).with("path", &path);
            self.diagnostics.push(diagnostic.with("other_path", format!("{folder}/")).with("other", SITE_FILE));
            return;
        }
        let as_seen = folded(&path);
        if let Some((other_path, other)) = self.folded.get(&as_seen) {
            let diagnostic = Diagnostic::new("output-collision", origin.clone()).with("path", &path);
            self.diagnostics.push(diagnostic.with("other_path", other_path).with("other", &other.file));
            return;
        }
        self.folded.insert(as_seen, (path.clone(), origin.clone()));
        self.outputs.insert(path, Planned { job, origin: origin.clone() });
    }

    /// Adds the pages without a document before all others, because their addresses are fixed.
    fn pages_of_site(&mut self, site: &Site, origin: &SourceSpan) {
        for page in site.site_pages().filter(|page| page.written().is_none()) {
            self.add(page.permalink(site).output(), Job::Page(page), origin);
        }
        for page in site.later_pages() {
            self.keep_free(page.permalink(site).output(), origin);
        }
        match SitePage::History.is_made(site) {
            true => self.add(HISTORY_OF_SITE.to_owned(), Job::HistoryLog, origin),
            false => self.keep_free(HISTORY_OF_SITE.to_owned(), origin),
        }
    }

    fn search(&mut self, site: &Site, origin: &SourceSpan) {
        for (shard, _) in site.search_shards() {
            self.add(format!("{}{}.js", Permalink::search().as_str(), shard.name()), Job::SearchShard(shard), origin);
        }
        self.add(format!("{}pages.js", Permalink::search().as_str()), Job::SearchIndex, origin);
    }

    fn page(&mut self, site: &Site, id: PageId, site_file: &SourceSpan) {
        let (permalink, job) = (site.permalink(id), Job::Page(SitePage::Written(id)));
        let page = site.page(id);
        let origin = page.map_or_else(|| site_file.clone(), |page| SourceSpan::file(&page.document.source));
        self.add(permalink.output(), job, &origin);
        if let (PageId::Item { .. }, ItemPictures::Drawn) = (id, self.pictures) {
            self.add(permalink.share_picture().output(), Job::SharePicture(id), &origin);
        }
        let Some(page) = page else { return };
        self.add(format!("{}index.json", permalink.as_str()), Job::PageData(id), &origin);
        for name in table_names(&page.document.front_matter) {
            self.add(format!("{}{name}.csv", permalink.as_str()), Job::PageTable(id, name), &origin);
        }
        for number in 1..=page.document.body.outline.tables {
            self.add(format!("{}{}", permalink.as_str(), text_table_name(number)), Job::TextTable(id, number), &origin);
        }
    }

    fn keep_free(&mut self, path: String, origin: &SourceSpan) {
        self.folded.insert(folded(&path), (path, origin.clone()));
    }

    fn aliases(&mut self, site: &Site) {
        let base = &site.config.base_url;
        for page in site.written_pages() {
            for alias in &page.document.front_matter.aliases {
                let origin = SourceSpan::new(&page.document.source, alias.span.clone());
                match Permalink::alias(&alias.value, base) {
                    Some(from) => self.alias(from, page, &origin),
                    None => self.diagnostics.push(alias_invalid(&alias.value, origin, base)),
                }
            }
        }
    }

    fn alias(&mut self, from: Permalink, page: &Page, origin: &SourceSpan) {
        if from.output() == page.permalink.output() {
            self.diagnostics.push(Diagnostic::new("alias-to-itself", origin.clone()).with("alias", &page.permalink));
            return;
        }
        self.add(from.output(), Job::Redirect { from, to: page.permalink.clone() }, origin);
    }

    /// Reports paths `a` and `a/b`: `a` cannot be both a file and a folder.
    fn files_that_are_folders(&mut self) {
        for (path, planned) in &self.outputs {
            let folders = path.match_indices('/').map(|(at, _)| slice(path, ..at));
            for (other_path, other) in folders.filter_map(|folder| self.folded.get(&folded(folder))) {
                let diagnostic = Diagnostic::new("output-collision", planned.origin.clone()).with("path", path);
                self.diagnostics.push(diagnostic.with("other_path", other_path).with("other", &other.file));
            }
        }
    }
}

/// Includes the valid path as a repair if there is one; an address with a query has none.
fn alias_invalid(alias: &str, place: SourceSpan, base: &url::Url) -> Diagnostic {
    let diagnostic = Diagnostic::new("alias-invalid", place).with("alias", alias);
    match Permalink::path_of_alias(alias, base) {
        Some(path) => diagnostic.with("path", path).with("base", base),
        None => diagnostic.with_some("query", alias.split_once('?').map(|(_, query)| format!("?{query}"))),
    }
}
