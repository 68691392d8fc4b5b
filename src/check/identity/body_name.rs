//! Names of local bodies: what kind of body, and which.

use crate::config::Config;
use crate::site::Page;
use crate::slice::slice;

/// ประเภทขององค์กรปกครองส่วนท้องถิ่น
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BodyKind {
    /// เทศบาลตำบล
    Subdistrict,
    /// เทศบาลเมือง
    Town,
    /// เทศบาลนคร
    City,
    /// องค์การบริหารส่วนตำบล
    Tambon,
    /// องค์การบริหารส่วนจังหวัด
    Province,
}

/// What stands before the proper name of a body, and how sure a sign of a name it is.
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

/// How sure a prefix is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PrefixCertainty {
    /// Nothing else is written so.
    Words,
    /// Two letters with which another word may end.
    Letters,
    /// Part of a post: only a misspelling of the own name is told from it.
    OfPost,
}

/// A name in two parts: เทศบาลตำบล | ตัวอย่าง.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BodyName {
    pub kind: BodyKind,
    pub proper: String,
}

impl BodyName {
    /// `None` for a body of another kind, a school or a hospital.
    pub(super) fn read(name: &str) -> Option<Self> {
        let places = PREFIXES.iter().filter_map(|(prefix, kind, _)| Some((name.find(prefix)?, prefix, kind)));
        let (at, prefix, kind) = places.min_by_key(|(at, ..)| *at)?;
        let proper = slice(name, at + prefix.len()..).trim();
        (!proper.is_empty()).then(|| Self { kind: *kind, proper: proper.to_owned() })
    }
}

/// Every way in which the body of the site writes its name, in full.
pub(super) fn own_names(config: &Config) -> Vec<&str> {
    let agency = &config.agency;
    std::iter::once(&agency.name).chain(&agency.aliases).map(|name| name.value.as_str()).collect()
}

/// The names of the body in two parts.
pub(super) fn own_bodies(config: &Config) -> Vec<BodyName> {
    own_names(config).into_iter().filter_map(BodyName::read).collect()
}

/// The names that a page adds to them in its own `agency.aliases`.
pub(super) fn added_bodies(page: &Page) -> impl Iterator<Item = BodyName> {
    let aliases = page.document.front_matter.agency.iter().flat_map(|agency| &agency.aliases);
    aliases.filter_map(|name| BodyName::read(&name.value))
}
