//! What a publication would change: the URLs of the new site against what the history says is
//! there.

use std::collections::BTreeMap;

/// URLs with the SHA-256 of their new bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// New.
    pub added: BTreeMap<String, String>,
    /// There before, with other bytes.
    pub changed: BTreeMap<String, String>,
    /// There before, and no longer.
    pub removed: Vec<String>,
}

impl Changes {
    /// From what is published, as a history has it, to `now`.
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

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}
