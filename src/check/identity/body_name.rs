//! Names of local authorities: type and proper name.

use crate::config::Config;
use crate::site::Page;
use crate::slice::slice;

/// Type of a local authority (ประเภทขององค์กรปกครองส่วนท้องถิ่น).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BodyKind {
    /// Subdistrict municipality, เทศบาลตำบล.
    Subdistrict,
    /// Town municipality, เทศบาลเมือง.
    Town,
    /// City municipality, เทศบาลนคร.
    City,
    /// Subdistrict administrative organization, องค์การบริหารส่วนตำบล.
    Tambon,
    /// Provincial administrative organization, องค์การบริหารส่วนจังหวัด.
    Province,
}

/// Prefixes of authority names, with the type and how certainly they introduce a name.
pub(super) const PREFIXES: &[(&str, BodyKind, PrefixCertainty)] = &[
    ("เทศบาลตำบล", BodyKind::Subdistrict, PrefixCertainty::Words),
    ("เทศบาลเมือง", BodyKind::Town, PrefixCertainty::Words),
    ("เทศบาลนคร", BodyKind::City, PrefixCertainty::Words),
    ("องค์การบริหารส่วนตำบล", BodyKind::Tambon, PrefixCertainty::Words),
    ("องค์การบริหารส่วนจังหวัด", BodyKind::Province, PrefixCertainty::Words),
    ("เทศมนตรีตำบล", BodyKind::Subdistrict, PrefixCertainty::OfPost),
    ("เทศมนตรีเมือง", BodyKind::Town, PrefixCertainty::OfPost),
    ("เทศมนตรีนคร", BodyKind::City, PrefixCertainty::OfPost),
    ("ทต.", BodyKind::Subdistrict, PrefixCertainty::Letters),
    ("ทม.", BodyKind::Town, PrefixCertainty::Letters),
    ("ทน.", BodyKind::City, PrefixCertainty::Letters),
    ("อบต.", BodyKind::Tambon, PrefixCertainty::Words),
    ("อบจ.", BodyKind::Province, PrefixCertainty::Words),
];

/// Full name of the type that a text states or begins with: เทศบาลตำบล for `ทต.`. `None` for other
/// kinds of body.
pub(crate) fn full_type(text: &str) -> Option<&'static str> {
    let (_, kind, _) = PREFIXES.iter().find(|(prefix, ..)| text.trim().starts_with(prefix))?;
    full_types().find(|full| PREFIXES.iter().any(|(prefix, known, _)| prefix == full && known == kind))
}

/// Full names of the types.
pub(crate) fn full_types() -> impl Iterator<Item = &'static str> {
    PREFIXES
        .iter()
        .filter(|(prefix, _, certainty)| *certainty == PrefixCertainty::Words && !prefix.ends_with('.'))
        .map(|(prefix, ..)| *prefix)
}

/// How certainly a prefix introduces a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PrefixCertainty {
    /// Always introduces a name.
    Words,
    /// Two letters that may also end another word.
    Letters,
    /// Part of a job title; only used to find misspellings of the own name.
    OfPost,
}

/// A name in two parts: เทศบาลตำบล | ตัวอย่าง.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BodyName {
    pub kind: BodyKind,
    pub proper: String,
}

impl BodyName {
    /// Parses a name; `None` for other kinds of body, such as a school or hospital.
    pub(super) fn read(name: &str) -> Option<Self> {
        let places = PREFIXES.iter().filter_map(|(prefix, kind, _)| Some((name.find(prefix)?, prefix, kind)));
        let (at, prefix, kind) = places.min_by_key(|(at, ..)| *at)?;
        let proper = slice(name, at + prefix.len()..).trim();
        (!proper.is_empty()).then(|| Self { kind: *kind, proper: proper.to_owned() })
    }
}

/// All full names of the site's body: name and aliases.
pub(super) fn own_names(config: &Config) -> Vec<&str> {
    let agency = &config.agency;
    std::iter::once(&agency.name).chain(&agency.aliases).map(|name| name.value.as_str()).collect()
}

/// Parsed names of the site's body.
pub(super) fn own_bodies(config: &Config) -> Vec<BodyName> {
    own_names(config).into_iter().filter_map(BodyName::read).collect()
}

/// Parsed names that a page adds in `agency.aliases`.
pub(super) fn added_bodies(page: &Page) -> impl Iterator<Item = BodyName> {
    let aliases = page.document.front_matter.agency.iter().flat_map(|agency| &agency.aliases);
    aliases.filter_map(|name| BodyName::read(&name.value))
}
