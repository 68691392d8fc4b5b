//! Reports leftovers of programs in `content/`, which are not published, and names those that pages
//! link to.

use std::collections::BTreeSet;

use super::missing::file_named;
use crate::base::RelPath;
use crate::check::{Check, CheckContext, CheckScope};
use crate::content::left_behind;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::site::{LinkTarget, Page, Site, links_of, resolve};
use crate::source::LeftOverEntry;

pub(super) const CHECK: Check = Check { run: CheckScope::Site(run) };

/// Maximum number of names in the message.
const MAX_NAMES: usize = 5;

/// One diagnostic for all leftovers.
fn run(checked: &CheckContext<'_>) -> Diagnostics {
    let left = left_behind(checked.tree);
    let Some(first) = left.first() else { return Diagnostics::new() };
    let named = named(checked.site, &left);
    let folders = left.iter().filter(|entry| entry.is_folder).count();
    let some = |count: usize| Some(count).filter(|count| *count > 0);
    let place = SourceSpan::file(&named.first().unwrap_or(first).path);
    let finding = Diagnostic::new("files-left-over", place).with("names", names(&left)).with_some("folders", some(folders));
    let finding = finding.with_some("files", some(left.len() - folders));
    std::iter::once(finding.with_some("named", Some(names(&named)).filter(|names| !names.is_empty()))).collect()
}

/// Leftovers that a page links to.
fn named<'t>(site: &Site, left: &[&'t LeftOverEntry]) -> Vec<&'t LeftOverEntry> {
    let meant: BTreeSet<RelPath> = site.written_pages().flat_map(|page| files_missing(site, page)).collect();
    let is_meant = |entry: &LeftOverEntry| {
        let is_below = |file: &RelPath| file.as_str().strip_prefix(entry.path.as_str()).is_some_and(|rest| rest.starts_with('/'));
        meant.iter().any(|file| *file == entry.path || (entry.is_folder && is_below(file)))
    };
    left.iter().copied().filter(|entry| is_meant(entry)).collect()
}

/// Missing files that a page links to.
fn files_missing(site: &Site, page: &Page) -> Vec<RelPath> {
    let file = |destination: &str| match resolve(site, &page.document.source, &page.permalink, destination) {
        LinkTarget::Missing { .. } => file_named(page, destination),
        LinkTarget::Inside { .. } | LinkTarget::Outside(_) | LinkTarget::Draft(_) => None,
    };
    links_of(&page.document).filter_map(|link| file(&link.destination())).collect()
}

/// The first names in alphabetical order; folders end with a slash.
fn names(entries: &[&LeftOverEntry]) -> String {
    let name = |entry: &&LeftOverEntry| format!("{}{}", entry.path.name(), if entry.is_folder { "/" } else { "" });
    let names: BTreeSet<String> = entries.iter().map(name).collect();
    let more = if names.len() > MAX_NAMES { ", …" } else { "" };
    names.into_iter().take(MAX_NAMES).collect::<Vec<_>>().join(", ") + more
}
