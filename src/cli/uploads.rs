//! Summary of the files to upload to the web server.

use std::collections::BTreeSet;

use crate::base::Lang;
use crate::diagnostics::words::escaped;
use crate::output::Published;
use crate::words::publish;

/// Maximum number of files named; the list has them all.
const MAX_LINES: usize = 40;

/// Lines after a publication; none if the web server is up to date.
pub(super) fn lines(published: &Published, lang: Lang) -> Vec<String> {
    let Some(uploads) = published.uploads.as_ref().filter(|uploads| !uploads.paths.is_empty()) else { return Vec::new() };
    let (count, list) = (uploads.paths.len(), uploads.list.display());
    let named = |paths: &[String]| paths.iter().take(MAX_LINES).map(|path| escaped(path)).collect::<Vec<_>>().join(" ");
    let blocking = blocking(&uploads.paths, &published.removed);
    let first = (!blocking.is_empty()).then(|| publish::remove_first(lang, blocking.len(), named(&blocking)));
    let mut lines = Vec::from_iter(first);
    lines.push(match count <= MAX_LINES {
        true => publish::uploads(lang, count, named(&uploads.paths)),
        false => publish::many_uploads(lang, count),
    });
    lines.push(publish::upload_list(lang, list));
    let removable: Vec<String> = published.removed.iter().filter(|path| !blocking.contains(path)).cloned().collect();
    if !removable.is_empty() {
        lines.push(publish::removable(lang, removable.len(), named(&removable)));
    }
    lines
}

/// Old files in the way of new ones: one that is now a folder, with the page that leads on from a moved attachment,
/// and those in a folder that is now a file. Of publications that were not sent, only the list of files is left:
/// where it has a page below the name of a file, that file may still be there.
fn blocking(paths: &[String], removed: &[String]) -> Vec<String> {
    let is_below = |path: &str, folder: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    let is_blocking = |old: &&String| paths.iter().any(|path| is_below(path, old) || is_below(old, path));
    let is_file = |name: &str| {
        let name = name.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').is_some_and(|(_, ending)| ending.len() > 1 && ending.starts_with(|c: char| c.is_ascii_alphabetic()))
    };
    let files_before = paths.iter().filter_map(|path| path.strip_suffix("/index.html")).filter(|folder| is_file(folder));
    let all: BTreeSet<&str> = removed.iter().filter(is_blocking).map(String::as_str).chain(files_before).collect();
    all.into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_the_way_is_named_and_nothing_else() {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        for (paths, removed, blocking_files) in [
            // An attachment that moved, and its old address leads on.
            (&["o1/a.pdf", "o2/a.pdf/index.html"][..], &["o2/a.pdf", "o2/b.pdf"][..], &["o2/a.pdf"][..]),
            // It moves back.
            (&["o2/a.pdf"], &["o1/a.pdf", "o2/a.pdf/index.html"], &["o2/a.pdf/index.html"]),
            // Of an earlier publication that was not sent.
            (&["o2/a.pdf/index.html"], &[], &["o2/a.pdf"]),
            (&["v1.2/index.html", "index.html"], &["v1"], &[]),
        ] {
            assert_eq!(blocking(&texts(paths), &texts(removed)), texts(blocking_files), "{paths:?}");
        }
    }
}
