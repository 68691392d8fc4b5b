//! Whether a server opens the addresses that were submitted: they end in `/`, and a file `index.html` answers for them only where the server knows of it.

use super::copy::{SiteCopy, Trouble, Why};
use super::file::{Difference, file_at};
use super::report::{Problem, Report, Shown};
use crate::base::url_of_file;
use crate::output::ManifestEntry;

/// Asks for one page of an item and for the home page, of those whose files are right. What holds for one page holds for all.
pub(super) fn ask(copy: &dyn SiteCopy, wanted: &[&ManifestEntry], report: &mut Report) {
    let is_right = |path: &String| !report.changed.contains(path) && !report.missing.contains(path) && !report.is_unread(path);
    let is_item = |path: &str| path.ends_with("/index.html") && path.matches('/').count() == 2;
    let of_item = wanted.iter().rfind(|entry| is_item(&entry.path) && entry.source.is_some() && is_right(&entry.path));
    let home = wanted.iter().find(|entry| entry.path == "index.html" && is_right(&entry.path));
    let problem = of_item.into_iter().chain(home).find_map(|entry| problem(copy, entry));
    report.problems.extend(problem);
}

fn problem(copy: &dyn SiteCopy, entry: &ManifestEntry) -> Option<Problem> {
    let address = url_of_file(&entry.path).to_owned();
    let shown = match file_at(entry, |size, into| copy.open(&address, size, into).unwrap_or(Err(Trouble::Withheld))) {
        Ok(()) | Err(Difference::Trouble(Trouble::Withheld)) => return None,
        Err(Difference::Bytes(_) | Difference::Trouble(Trouble::NotAFile)) => Shown::Other,
        Err(Difference::Trouble(Trouble::Missing)) => Shown::Status(404),
        Err(Difference::Trouble(Trouble::Unread(Why::Status(status @ 400..500)))) => Shown::Status(status),
        Err(Difference::Trouble(Trouble::Unread(Why::Elsewhere(to)))) => Shown::Elsewhere(to),
        Err(Difference::Trouble(Trouble::Unread(why))) => return Some(Problem::Unread(address, why)),
    };
    Some(Problem::NotOpened { address, shown })
}
