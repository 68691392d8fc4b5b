//! Numbers that may be published.

use super::kinds::{NumberKind, numbers};
use crate::config::{Config, Privacy};
use std::collections::BTreeSet;

/// Numbers that may be published: those allowed in the site file, and contact numbers of the body.
pub(in crate::check) struct PublicNumbers {
    allowed: BTreeSet<String>,
    contact: BTreeSet<String>,
}

impl PublicNumbers {
    /// Reads them from the site file.
    pub(in crate::check) fn of(config: &Config) -> Self {
        let allowed = config.privacy.allow.iter().map(|entry| Privacy::digits(&entry.value)).collect();
        let contact = &config.contact;
        let fields = [&contact.address, &contact.phone, &contact.fax, &contact.email, &contact.hours, &contact.website];
        let texts = fields.into_iter().flatten().map(|field| field.value.as_str());
        let mobiles = texts.flat_map(numbers).filter(|number| number.kind == NumberKind::Mobile);
        Self { allowed, contact: mobiles.map(|number| number.digits).collect() }
    }

    pub(super) fn has(&self, digits: &str) -> bool {
        self.is_allowed(digits) || self.contact.contains(digits)
    }

    /// True if `privacy.allow` lists the number.
    pub(super) fn is_allowed(&self, digits: &str) -> bool {
        self.allowed.contains(digits)
    }
}
