//! Detects a moved site. Submitted links lead to the old place (AS4), so host and path of every URL
//! matter.

use percent_encoding::percent_decode_str;
use url::Url;

use super::Record;
use crate::base::{RelPath, SITE_FILE};
use crate::config::Config;
use crate::diagnostics::{Diagnostic, SourceSpan};

/// Reports that the site was last published at another base URL than in `config`, with the data for
/// the redirect rules from the old one.
pub fn moved(config: &Config, record: &Record) -> Option<Diagnostic> {
    let (old, new) = (Url::parse(record.base()?).ok()?, &config.base_url);
    if old == *new || record.urls.locked.is_empty() {
        return None;
    }
    let place = SourceSpan::new(&RelPath::new(SITE_FILE)?, config.base_url_at.clone());
    let finding = Diagnostic::new("base-moved", place).with("old", &old).with("new", new).with("count", record.urls.locked.len());
    // Web server patterns match the percent-decoded path; hosts with `_redirects` match the path as
    // written.
    let pattern = pattern(&percent_decode_str(old.path()).decode_utf8_lossy());
    let finding = finding.with("path", old.path()).with("pattern", pattern);
    let is_same_place = old.host_str() == new.host_str() && old.port() == new.port();
    Some(match new.path().strip_prefix(old.path()) {
        Some("") if is_same_place => finding.with("scheme", old.scheme()),
        // Most often the same folder of the same server under another host name.
        Some("") => finding.with("host", old.host_str().unwrap_or_default()),
        // A redirect of the old path would also match the new path, which lies below it.
        Some(within) if is_same_place => finding.with("within", within),
        _ => finding,
    })
}

/// Escapes a path for use in a regular expression.
fn pattern(path: &str) -> String {
    path.chars().flat_map(|c| ".+*?()[]{}^$|".contains(c).then_some('\\').into_iter().chain([c])).collect()
}
