//! A published URL never dies (DESIGN 1): each locked one is an output, or leads on to one.

use super::Outputs;
use crate::config::SITE_FILE;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::record::{LockedUrl, URLS_FILE};
use crate::site::Site;
use crate::source::RelPath;

/// Every locked URL that the plan does not have, with the file that used to produce it.
pub(super) fn lost_urls(site: &Site, outputs: &Outputs) -> Diagnostics {
    let Some(file) = RelPath::new(URLS_FILE) else { return Diagnostics::new() };
    let is_there = |url: &str, locked: &LockedUrl| {
        let page = format!("{url}index.html");
        // An alias for a file is a folder of that name: hosts lead from one to the other.
        let mut found = [url.to_owned(), page, format!("{url}/index.html")].into_iter().filter_map(|path| outputs.get(&path));
        // The page of an item stays when its document goes, but it says only that nothing is filed.
        found.any(|output| output.origin.file.as_str() != SITE_FILE || locked.source == SITE_FILE)
    };
    let lost = site.record.urls.locked.iter().filter(|(url, locked)| !is_there(url, locked));
    lost.map(|(url, locked)| report(site, &file, url, locked)).collect()
}

fn report(site: &Site, file: &RelPath, url: &str, locked: &LockedUrl) -> Diagnostic {
    let code = if url.is_empty() || url.ends_with('/') { "url-lost" } else { "file-lost" };
    let diagnostic =
        Diagnostic::new(code, Place::new(file, locked.span.clone())).with("url", format!("/{url}")).with("source", &locked.source);
    let draft = site.drafts.iter().find(|(draft, _)| draft.as_str() == locked.source).map(|(draft, _)| draft);
    diagnostic.with_some("draft", draft)
}
