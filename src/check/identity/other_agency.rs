//! The body has one name, that of the site (ID1).
//!
//! The text after เทศบาลตำบล, อบต. etc. is compared with the own name; any other possible name is
//! reported as another body.

use std::collections::BTreeSet;
use std::ops::Range;

use super::body_name::{BodyKind, BodyName, PREFIXES, PrefixCertainty, added_bodies, own_bodies, own_names};
use crate::check::wording::{PageText, TermMatch, around, starts_with_particle, thai_letters};
use crate::check::{Check, CheckContext, CheckScope};
use crate::config::Config;
use crate::diagnostics::{Diagnostic, SourceSpan};
use crate::slice::slice;

pub(super) const CHECK: Check = Check { run: CheckScope::Words(|_| prefixes(), other_bodies) };

fn prefixes() -> Vec<&'static str> {
    PREFIXES.iter().map(|(prefix, ..)| *prefix).collect()
}

fn other_bodies(checked: &CheckContext<'_>, page: &PageText<'_>, prefixes: Vec<TermMatch>) -> Vec<Diagnostic> {
    let config = &checked.site.config;
    let block = of_block(config, page);
    let covered: Vec<Range<usize>> = block.iter().map(|diagnostic| diagnostic.place.span.clone()).collect();
    let is_beside = |span: &Range<usize>| covered.iter().all(|covered| span.start >= covered.end || span.end <= covered.start);
    let text = of_text(config, page, prefixes).into_iter().filter(|found| is_beside(&found.place.span));
    text.chain(block).collect()
}

/// Checks the `agency` block of a page.
fn of_block(config: &Config, page: &PageText<'_>) -> Vec<Diagnostic> {
    let document = &page.document;
    let Some(name) = document.front_matter.agency.as_ref().and_then(|agency| agency.name.as_ref()) else { return Vec::new() };
    let own = own_names(config);
    let same = |text: &str| own.iter().any(|own| squeezed(own) == squeezed(text));
    // Its wording on paper is checked with the rest of the text.
    if same(&name.value) {
        return Vec::new();
    }
    vec![report(config, page, name.span.clone(), &name.value, None)]
}

/// Checks the source text. Each name is reported at its first occurrence.
fn of_text(config: &Config, page: &PageText<'_>, prefixes: Vec<TermMatch>) -> Vec<Diagnostic> {
    if prefixes.is_empty() {
        return Vec::new();
    }
    let own: Vec<BodyName> = own_bodies(config).into_iter().chain(added_bodies(page.page)).collect();
    let mut seen = BTreeSet::new();
    let others = page.visible(others(page.file, prefixes, &own));
    let first = others.into_iter().filter(|(_, other)| seen.insert(other.name.clone()));
    first.map(|(span, other)| report(config, page, span, &other.name, other.meant)).collect()
}

fn report(config: &Config, page: &PageText<'_>, span: Range<usize>, name: &str, meant: Option<String>) -> Diagnostic {
    let diagnostic = Diagnostic::new("other-agency", SourceSpan::new(&page.document.source, span));
    diagnostic.with("name", name).with("own", &config.agency.name.value).with_some("meant", meant)
}

/// A name other than the own one.
#[derive(Debug, PartialEq, Eq)]
struct OtherName {
    name: String,
    /// The own name, if this looks like a misspelling of it.
    meant: Option<String>,
}

fn others(text: &str, prefixes: Vec<TermMatch>, own: &[BodyName]) -> Vec<(Range<usize>, OtherName)> {
    // Schools and hospitals may mention local authorities.
    if own.is_empty() {
        return Vec::new();
    }
    let other = |(at, found): TermMatch| {
        let (prefix, kind, sign) = *PREFIXES.get(at)?;
        if sign == PrefixCertainty::Letters && ends_in_thai(slice(text, ..found.start)) {
            return None;
        }
        let (proper, meant) = stranger(around(text, found.end).1, kind, sign, own)?;
        let end = found.end + proper.len();
        let meant = meant.map(|meant| format!("{prefix}{meant}"));
        Some((found.start..end, OtherName { name: slice(text, found.start..end).to_owned(), meant }))
    };
    prefixes.into_iter().filter_map(other).collect()
}

/// Returns the proper name at the start of `rest` if it is not the own one, and the own name if it
/// is a misspelling.
fn stranger<'t, 'o>(rest: &'t str, kind: BodyKind, sign: PrefixCertainty, own: &'o [BodyName]) -> Option<(&'t str, Option<&'o str>)> {
    let is_own = |body: &&BodyName| body.kind == kind && squeezed(rest).starts_with(&squeezed(&body.proper));
    if own.iter().any(|body| is_own(&body)) {
        return None;
    }
    let name = thai_letters(rest);
    let near = own.iter().filter(|body| body.kind == kind).find_map(|body| Some((misspelt(name, &body.proper)?, body.proper.as_str())));
    if let Some((name, meant)) = near {
        return Some((name, Some(meant)));
    }
    let no_name = sign == PrefixCertainty::OfPost || name.chars().count() < 2 || starts_with_particle(name);
    (!no_name).then(|| (proper_part(name), None))
}

/// Returns the start of `text` if its edit distance to `own` is at most one in five characters, but
/// not zero.
fn misspelt<'t>(text: &'t str, own: &str) -> Option<&'t str> {
    let length = own.chars().count();
    let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let beginnings = ends.skip(length.saturating_sub(1)).take(3).map(|end| slice(text, ..end));
    let (distance, beginning) =
        beginnings.map(|beginning| (strsim::levenshtein(beginning, own), beginning)).min_by_key(|(distance, _)| *distance)?;
    (distance > 0 && distance <= length / 5).then_some(beginning)
}

/// Cuts the letters at the first word that cannot be part of a name.
fn proper_part(name: &str) -> &str {
    const AFTER: &[&str] =
        &["อำเภอ", "จังหวัด", "ได้", "และ", "จะ", "เป็น", "หรือ", "กับ", "เพื่อ", "ให้", "ต้อง", "ผ่าน", "โดย", "ว่า", "ซึ่ง", "ทุก", "จึง"];
    let second = name.char_indices().nth(2).map_or(name.len(), |(at, _)| at);
    let end = AFTER.iter().filter_map(|word| slice(name, second..).find(word)).min().map_or(name.len(), |at| second + at);
    let longest = name.char_indices().nth(40).map_or(name.len(), |(at, _)| at);
    slice(name, ..end.min(longest))
}

/// True if the last character is a Thai letter or mark.
fn ends_in_thai(text: &str) -> bool {
    text.chars().next_back().is_some_and(|c| !thai_letters(c.encode_utf8(&mut [0; 4])).is_empty())
}

/// Removes spaces, which scanners and officers insert into names; limited to 200 characters.
fn squeezed(text: &str) -> String {
    text.chars().take(200).filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{200b}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::wording::{EncodedText, TermMatcher};

    fn found(own: &str, text: &str) -> Vec<String> {
        let own: Vec<BodyName> = BodyName::read(own).into_iter().collect();
        let prefixes = TermMatcher::of(&[prefixes()]).find(&EncodedText::of(text)).concat();
        let shown = |(_, other): (Range<usize>, OtherName)| match other.meant {
            Some(meant) => format!("{} → {meant}", other.name),
            None => other.name,
        };
        others(text, prefixes, &own).into_iter().map(shown).collect()
    }

    #[test]
    fn another_body_is_told_from_the_own_one() {
        let own = "เทศบาลตำบลตัวอย่างสาม";
        assert_eq!(found(own, "เทศบาลตำบลตัวอย่างซาม"), ["เทศบาลตำบลตัวอย่างซาม → เทศบาลตำบลตัวอย่างสาม"]);
        assert_eq!(found(own, "เรียน นายกเทศมนตรีตำบลตัวอย่างซาม"), ["เทศมนตรีตำบลตัวอย่างซาม → เทศมนตรีตำบลตัวอย่างสาม"]);
        assert_eq!(found(own, "ของ ทต.บ้านใหม่ได้จัดทำ"), ["ทต.บ้านใหม่"]);
        assert_eq!(found(own, "ของ อบต.ตัวอย่างสาม"), ["อบต.ตัวอย่างสาม"]);
        assert_eq!(found("องค์การบริหารส่วนตำบลจรเข้", "นายกองค์การบริหารส่วนตำบลหนองบัว อำเภอ"), ["องค์การบริหารส่วนตำบลหนองบัว"]);
    }

    #[test]
    fn the_own_name_and_general_words_are_no_other_body() {
        let own = "เทศบาลตำบลตัวอย่างสาม";
        for text in [
            "เทศบาลตำบลตัวอย่างสามได้จัดทำ",
            "ทต.ตัวอย่างสาม",
            "ทต. ตัวอย่างสาม",
            "เทศบาลตำบล ตัวอย่าง สาม",
            "นายกเทศมนตรีตำบลตัวอย่างสาม",
            "เทศบาลตำบล",
            "เทศบาลตำบลได้",
            "เทศบาลตำบลฯ",
            "เทศบาลเมืองและเทศบาลนคร",
            "ผู้แทนนายกเทศมนตรีตำบลบ้านใหม่",
            "สมาคมสันนิบาตเทศบาลแห่งประเทศไทย",
            "พ.ร.บ.เทศบาล พ.ศ. 2496",
            "พ.ร.บ.สภาตำบลและองค์การบริหารส่วนตำบล พ.ศ. 2537",
            "อบต.ฯ มีหนังสือ",
            "อบต.ในเขตอำเภอ",
            "เทศบาลตัวอย่างสาม",
            "ปลัดเทศบาล พนักงานเทศบาล สภาเทศบาล",
            "อดทน.ทำ",
            "เทศบาลอื่น",
        ] {
            assert_eq!(found(own, text), [""; 0], "{text}");
        }
        assert_eq!(found("โรงเรียนตัวอย่าง", "อบต.บ้านใหม่"), [""; 0]);
    }
}
