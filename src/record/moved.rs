//! A site that moves takes its pages along, but links that were submitted lead to the old place
//! (AS4): every URL is whole, host and path.

use percent_encoding::percent_decode_str;
use url::Url;

use super::Record;
use crate::base::{RelPath, SITE_FILE};
use crate::config::Config;
use crate::diagnostics::{Diagnostic, SourceSpan};

/// Says that the site was published at another address than `config` has now, with what the lines
/// need that lead on from there.
pub fn moved(config: &Config, record: &Record) -> Option<Diagnostic> {
    let (old, new) = (Url::parse(record.base()?).ok()?, &config.base_url);
    if old == *new || record.urls.locked.is_empty() {
        return None;
    }
    let place = SourceSpan::new(&RelPath::new(SITE_FILE)?, config.base_url_at.clone());
    let finding = Diagnostic::new("base-moved", place).with("old", &old).with("new", new).with("count", record.urls.locked.len());
    // Web servers match against what the percent signs stand for, and hosts with `_redirects`
    // against what is typed.
    let pattern = pattern(&percent_decode_str(old.path()).decode_utf8_lossy());
    let finding = finding.with("path", old.path()).with("pattern", pattern);
    let is_same_place = old.host_str() == new.host_str() && old.port() == new.port();
    Some(match new.path().strip_prefix(old.path()) {
        Some("") if is_same_place => finding.with("scheme", old.scheme()),
        // Most often the same folder of the same server, under another name.
        Some("") => finding.with("host", old.host_str().unwrap_or_default()),
        // What leads on from the old place would lead on from the new one too, which lies in it.
        Some(within) if is_same_place => finding.with("within", within),
        _ => finding,
    })
}

/// A path as a regular expression that matches nothing else.
fn pattern(path: &str) -> String {
    path.chars().flat_map(|c| ".+*?()[]{}^$|".contains(c).then_some('\\').into_iter().chain([c])).collect()
}
