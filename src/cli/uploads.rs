//! Summary of the files to upload to the web server.

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
    let mut lines = vec![match count <= MAX_LINES {
        true => publish::uploads(lang, count, named(&uploads.paths)),
        false => publish::many_uploads(lang, count),
    }];
    lines.push(publish::upload_list(lang, list));
    if !published.removed.is_empty() {
        lines.push(publish::removable(lang, published.removed.len(), named(&published.removed)));
    }
    lines
}
