//! Between submission and confirmation a submitted page must not change without a recorded reason
//! (AS5; `freeze` in `site.yaml`).

use crate::base::{RelPath, SITE_FILE, URLS_FILE, file_of_url};
use crate::config::Freeze;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceSpan};
use crate::plan::Outputs;
use crate::record::Changes;
use crate::site::Site;
use crate::thai::{Date, Digits};

/// Reports every change or withdrawal of a published page or attachment of a year whose freeze
/// window includes `today`. Additions are allowed: new URLs, items whose page only stated that
/// nothing is filed, and pages for which `is_as_typed` reports an unchanged source (a new monthly
/// report is listed on the page of its item).
pub fn frozen(site: &Site, outputs: &Outputs, changes: &Changes, today: Date, is_as_typed: impl Fn(&str) -> bool) -> Diagnostics {
    let is_open = |freeze: &&Freeze| (freeze.from.value..=freeze.to.value).contains(&today);
    let open: Vec<&Freeze> = site.config.freeze.iter().filter(is_open).collect();
    let was_typed = |url: &&String| site.record.urls.locked.get(*url).is_none_or(|locked| locked.source != SITE_FILE);
    let touched = changes.changed.keys().filter(|url| !is_as_typed(url)).chain(&changes.removed).filter(was_typed);
    let report = |url: &String| {
        let freeze = open.iter().find(|freeze| url.starts_with(&format!("{}/", freeze.fiscal_year.value)))?;
        let diagnostic = Diagnostic::new("frozen-change", place(outputs, url)?).with("url", format!("/{url}"));
        let diagnostic = diagnostic.with("year", freeze.fiscal_year.value).with("to", freeze.to.value.long(Digits::Arabic));
        Some(diagnostic.about(Some(freeze.fiscal_year.value), None))
    };
    touched.filter_map(report).collect()
}

/// The source of a URL; the URL lock if the URL is gone.
fn place(outputs: &Outputs, url: &str) -> Option<SourceSpan> {
    let planned = outputs.get(&file_of_url(url)).map(|planned| SourceSpan::file(&planned.origin.file));
    planned.or_else(|| RelPath::new(URLS_FILE).map(|file| SourceSpan::file(&file)))
}
