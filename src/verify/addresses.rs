//! Checks that the server resolves the submitted addresses: they end in `/`, which serves
//! `index.html` only on a server configured for it.

use super::copy::{FileTrouble, ReadFailure, SiteCopy};
use super::file::{FileDifference, file_at};
use super::report::{Problem, ServedInstead, VerifyReport};
use crate::base::url_of_file;
use crate::output::ManifestEntry;

/// Requests one item page and the home page, chosen among the pages with intact files. The result
/// for one page holds for all.
pub(super) fn ask(copy: &dyn SiteCopy, wanted: &[&ManifestEntry], report: &mut VerifyReport) {
    let is_right = |path: &String| !report.changed.contains(path) && !report.missing.contains(path) && !report.is_unread(path);
    let is_item = |path: &str| path.ends_with("/index.html") && path.matches('/').count() == 2;
    let of_item = wanted.iter().rfind(|entry| is_item(&entry.path) && entry.source.is_some() && is_right(&entry.path));
    let home = wanted.iter().find(|entry| entry.path == "index.html" && is_right(&entry.path));
    let problem = of_item.into_iter().chain(home).find_map(|entry| problem(copy, entry));
    report.problems.extend(problem);
}

fn problem(copy: &dyn SiteCopy, entry: &ManifestEntry) -> Option<Problem> {
    let address = url_of_file(&entry.path).to_owned();
    let shown = match file_at(entry, |size, into| copy.open(&address, size, into).unwrap_or(Err(FileTrouble::Withheld))) {
        Ok(()) | Err(FileDifference::Trouble(FileTrouble::Withheld)) => return None,
        Err(FileDifference::Bytes(_) | FileDifference::Trouble(FileTrouble::NotAFile)) => ServedInstead::Other,
        Err(FileDifference::Trouble(FileTrouble::Missing)) => ServedInstead::Status(404),
        Err(FileDifference::Trouble(FileTrouble::Unread(ReadFailure::Status(status @ 400..500)))) => ServedInstead::Status(status),
        Err(FileDifference::Trouble(FileTrouble::Unread(ReadFailure::Elsewhere(to)))) => ServedInstead::Elsewhere(to),
        Err(FileDifference::Trouble(FileTrouble::Unread(why))) => return Some(Problem::Unread(address, why)),
    };
    Some(Problem::NotOpened { address, shown })
}
