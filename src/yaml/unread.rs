//! Records fields that are present but unreadable, so that they are not also reported as missing.

use std::ops::Range;

use super::Node;

/// Fields of a file whose values are wholly or partly unreadable.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnreadFields(Vec<Field>);

#[derive(Clone, Debug, PartialEq)]
struct Field {
    name: FieldName,
    /// Byte range of the surrounding mapping; for an entry, of the list.
    within: Range<usize>,
    /// True if the whole value was unreadable, or a list lost an entry; false if only a nested
    /// value was unreadable.
    is_lost: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum FieldName {
    Key(&'static str),
    /// An unknown key similar to none: may stand for any.
    Unknown,
    /// An entry of a list.
    Entry,
}

impl UnreadFields {
    /// True if a value of `key` was wholly or partly unreadable, in a mapping around byte `at`.
    pub fn around(&self, key: &str, at: usize) -> bool {
        self.0.iter().any(|field| field.may_be(key) && field.within.contains(&at))
    }

    /// True if a value of `key` was wholly or partly unreadable in the outermost mapping. Nested
    /// ones are also recorded there.
    pub fn outermost(&self, key: &str) -> bool {
        let root = self.root();
        self.0.iter().any(|field| field.may_be(key) && Some(&field.within) == root)
    }

    /// True if a value of `key` was wholly or partly unreadable anywhere in the file.
    pub fn anywhere(&self, key: &str) -> bool {
        self.0.iter().any(|field| field.name.is(key))
    }

    /// True if a list under `key` lost an entry or was unreadable.
    pub fn lost_entries(&self, key: &str) -> bool {
        let root = self.root();
        let is_of_root = |field: &Field| Some(&field.within) == root;
        self.0.iter().any(|field| field.is_lost && (field.name.is(key) || (field.name == FieldName::Unknown && is_of_root(field))))
    }

    /// A file in which nothing was readable: every field is unknown.
    pub fn all_of(file: Range<usize>) -> Self {
        Self(vec![Field { name: FieldName::Unknown, within: file, is_lost: true }])
    }

    fn root(&self) -> Option<&Range<usize>> {
        self.0.iter().map(|field| &field.within).max_by_key(|within| within.len())
    }

    /// True if everything was readable.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Number of records so far, for [`UnreadFields::note`].
    pub(super) fn mark(&self) -> usize {
        self.0.len()
    }

    /// Records the field `key` of a mapping if its `value`, or anything in it recorded since
    /// `mark`, was unreadable.
    pub(super) fn note(&mut self, key: &'static str, map: &Node, value: &Node, is_read: bool, mark: usize) {
        let deeper = self.0.get(mark..).unwrap_or_default();
        if is_read && deeper.is_empty() {
            return;
        }
        let list = value.extent();
        let lost_entry = deeper.iter().any(|field| field.name == FieldName::Entry && field.within == list);
        self.0.push(Field { name: FieldName::Key(key), within: map.extent(), is_lost: !is_read || lost_entry });
    }

    /// Records an unreadable entry of a list, or of a mapping with arbitrary keys.
    pub(crate) fn note_entry(&mut self, list: &Node) {
        self.0.push(Field { name: FieldName::Entry, within: list.extent(), is_lost: true });
    }

    /// Records an unknown key: its value was meant for the `nearest` key, or for any.
    pub(super) fn note_unknown(&mut self, nearest: Option<&'static str>, map: &Node) {
        self.0.push(Field { name: nearest.map_or(FieldName::Unknown, FieldName::Key), within: map.extent(), is_lost: true });
    }
}

impl Field {
    fn may_be(&self, key: &str) -> bool {
        self.name.is(key) || self.name == FieldName::Unknown
    }
}

impl FieldName {
    fn is(self, key: &str) -> bool {
        matches!(self, FieldName::Key(name) if name == key)
    }
}
