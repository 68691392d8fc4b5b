//! District and province are those of the body (ID2).

use std::ops::Range;

use super::body_name::own_names;
use crate::check::wording::{PageText, TermMatch, starts_with_particle, thai_letters};
use crate::check::{Check, CheckContext, CheckScope};
use crate::config::Config;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::slice::slice;
use crate::yaml::Spanned;

pub(super) const CHECK: Check = Check { run: CheckScope::Words(own_names, other_places) };

/// Prefixes of district and province names.
const DISTRICT: &[&str] = &["อำเภอ", "อ."];
const PROVINCE: &[&str] = &["จังหวัด", "จ."];

fn other_places(checked: &CheckContext<'_>, page: &PageText<'_>, names: Vec<TermMatch>) -> Vec<Diagnostic> {
    let config = &checked.site.config;
    of_block(config, page).into_iter().chain(of_text(config, page, names)).collect()
}

/// Checks the `agency` block of a page: the value and its wording on paper.
fn of_block(config: &Config, page: &PageText<'_>) -> Vec<Diagnostic> {
    let Some(agency) = &page.document.front_matter.agency else { return Vec::new() };
    let differs = |stated: &Option<Spanned<String>>, own: &Option<Spanned<String>>, prefixes: &[&str]| {
        let (stated, own) = (stated.as_ref()?, own.as_ref()?);
        let texts = [Some(stated.value.as_str()), stated.as_written.as_deref()];
        let wrong = texts.into_iter().flatten().find(|text| !is_same(bare(text, prefixes), bare(&own.value, prefixes)))?;
        Some(report(page, stated.span.clone(), wrong, &own.value))
    };
    let district = differs(&agency.district, &config.agency.district, DISTRICT);
    district.into_iter().chain(differs(&agency.province, &config.agency.province, PROVINCE)).collect()
}

/// Checks the text after the body's name: “เทศบาลตำบลตัวอย่าง อำเภอ… จังหวัด…”.
fn of_text(config: &Config, page: &PageText<'_>, names: Vec<TermMatch>) -> Vec<Diagnostic> {
    let hits = names.into_iter().flat_map(|(_, name)| places(config, page.file, name.end)).collect();
    page.visible(hits).into_iter().map(|(span, own)| report(page, span.clone(), slice(page.file, span), own)).collect()
}

/// Returns the places after byte offset `at` that differ from the site file, with the expected
/// value.
fn places<'c>(config: &'c Config, text: &str, mut at: usize) -> Vec<(Range<usize>, &'c str)> {
    let mut wrong = Vec::new();
    let asked = [(&["ตำบล", "ต."][..], None), (DISTRICT, config.agency.district.as_ref()), (PROVINCE, config.agency.province.as_ref())];
    for (prefixes, own) in asked {
        let rest = slice(text, at..);
        let start = at + rest.len() - rest.trim_start_matches(' ').len();
        let Some(prefix) = prefixes.iter().find(|prefix| slice(text, start..).starts_with(**prefix)) else { continue };
        let word = word(slice(text, start + prefix.len()..));
        at = start + prefix.len() + word.len();
        let Some(own) = own else { continue };
        let expected = bare(&own.value, prefixes);
        if !word.is_empty() && !starts_with_particle(word) && !word.starts_with(expected) && !is_same(word, expected) {
            wrong.push((start..at, own.value.as_str()));
        }
    }
    wrong
}

/// Cuts at the first non-letter, or at a following district or province without a space.
fn word(text: &str) -> &str {
    let text = thai_letters(text);
    let end = ["อำเภอ", "จังหวัด"].into_iter().filter_map(|next| text.find(next)).fold(text.len(), usize::min);
    slice(text, ..end)
}

fn bare<'t>(name: &'t str, prefixes: &[&str]) -> &'t str {
    let name = name.trim();
    prefixes.iter().find_map(|prefix| name.strip_prefix(prefix)).unwrap_or(name).trim()
}

/// Equal, or one is the short form: อำเภอเมือง for อำเภอเมืองตัวอย่าง.
fn is_same(stated: &str, own: &str) -> bool {
    stated == own || [(stated, own), (own, stated)].into_iter().any(|(short, long)| short == "เมือง" && long.starts_with(short))
}

fn report(page: &PageText<'_>, span: Range<usize>, text: &str, own: &str) -> Diagnostic {
    Diagnostic::new("other-place", SourceSpan::new(&page.document.source, span)).with("place", text).with("own", own)
}
