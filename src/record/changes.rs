//! Changes of a publication: URLs of the new site compared with the state in the history.

use std::collections::BTreeMap;

/// Changed URLs, with the SHA-256 of their new content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    pub(crate) added: BTreeMap<String, String>,
    /// Existing URLs with new content.
    pub(crate) changed: BTreeMap<String, String>,
    /// URLs that no longer exist.
    pub(crate) removed: Vec<String>,
}

impl Changes {
    /// Difference between the published state according to the history and `now`.
    pub fn between(before: &BTreeMap<&str, &String>, now: &BTreeMap<String, String>) -> Changes {
        let mut changes = Changes::default();
        for (url, hash) in now {
            match before.get(url.as_str()) {
                None => drop(changes.added.insert(url.clone(), hash.clone())),
                Some(old) if *old != hash => drop(changes.changed.insert(url.clone(), hash.clone())),
                Some(_) => {}
            }
        }
        changes.removed = before.keys().filter(|url| !now.contains_key(**url)).map(|url| (*url).to_owned()).collect();
        changes
    }

    /// True if nothing changes.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}
